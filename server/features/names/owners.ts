import { normaliseName } from '../../framework/name.ts';
import type { Model } from '../../model/model.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { type Span, touches } from '../../text/span.ts';
import { sectionAt } from '../places.ts';
import { dataName } from './data.ts';
import { type Mention, type Named, type OwnerThing, UNCHANGED } from './thing.ts';

/** Who does the action whose owner stands at `offset`. */
export function ownerAt(report: Report, offset: number): Named | undefined {
  const section = sectionAt(report, offset);
  const owner = section && ownersOf(report.model, section).find(({ span }) => touches(span, offset));
  if (owner === undefined) return undefined;
  const { name, span } = owner;
  return { thing: { kind: 'owner', key: normaliseName(name) }, span, name, form: 'words' };
}

/** Every action of somebody, by its owner. */
export function ownerMentions({ sections, model }: Report, { key }: OwnerThing): readonly Mention[] {
  return sections
    .flatMap((section) => ownersOf(model, section))
    .filter(({ name }) => normaliseName(name) === key)
    .map(({ name, span, isUnsure, renamed }): Mention => {
      const told = { span, role: 'use' as const, form: 'words' as const, name, renamed };
      return isUnsure ? { ...told, unsure: true } : told;
    });
}

interface Owner extends Pick<Mention, 'renamed'> {
  readonly name: string;
  readonly span: Span;
  /** Whether the words may be a part of a longer name. */
  readonly isUnsure: boolean;
}

const PART = /[^;,/[\]]+/g;

function ownersOf(model: Model, section: Section): readonly Owner[] {
  return section.content.actions.flatMap(({ owner }): readonly Owner[] => {
    const name = owner?.text.trim() ?? '';
    if (owner === undefined || normaliseName(name) === '') return [];
    const span = anchorSpan(section, owner.at);
    const written = model.text.slice(span.from, span.to);
    const parts = [...written.matchAll(PART)];
    if (parts.length > 1) {
      return parts.map(({ 0: part, index }) => partOf(model, part, span.from + index, written));
    }
    // What is emphasised in part is changed by hand.
    const renamed: Mention['renamed'] =
      written === name ? (other) => model.editing.setCell(span, other) : UNCHANGED;
    return [{ name, span, isUnsure: false, renamed }];
  });
}

/** One of several owners, be they told in a list of data or in one text. */
function partOf({ editing }: Model, part: string, at: number, written: string): Owner {
  const from = at + part.length - part.trimStart().length;
  const span = { from, to: from + part.trim().length };
  const name = part.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (written.startsWith('[')) return { name, span, isUnsure: false, renamed: dataName(span) };
  // "Head of children, families" may be one post, or two.
  return { name, span, isUnsure: true, renamed: (other) => editing.replace(span, other) };
}
