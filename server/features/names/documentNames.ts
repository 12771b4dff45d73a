import { child, valueSpan } from '../../framework/locate.ts';
import { normaliseName } from '../../framework/name.ts';
import { metaEntry, metaText } from '../../model/model.ts';
import { sameAddress } from '../../text/address.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { SourceText } from '../../text/sourceText.ts';
import { touches } from '../../text/span.ts';
import { acronymKey } from '../../values/acronymTokens.ts';
import { type Analysis, analyse } from '../analysis.ts';
import { acronymAt, acronymMentions } from './acronyms.ts';
import { areaAt, areaMentions } from './areas.ts';
import { dataName } from './data.ts';
import { footnoteAt, footnoteMentions } from './footnotes.ts';
import { leadsTo, linksOf } from './links.ts';
import { measureAt, measureMentions, measureObjection } from './measures.ts';
import { ownerAt, ownerMentions } from './owners.ts';
import { Places } from './places.ts';
import { ownName, sectionIdAt, sectionMentions } from './sections.ts';
import { shownIn } from './shown.ts';
import {
  type After,
  type FileThing,
  type FrameworkThing,
  type Mention,
  type Named,
  type Names,
  type PlaceThing,
  type Target,
  type Thing,
  UNCHANGED,
} from './thing.ts';

/** What a document says of the things that are called by names in it. */
export function documentNames(analysis: Analysis): Names {
  return {
    at: (offset) => (analysis.ours ? thingAt(analysis, offset) : undefined),
    mentions: (thing) => (analysis.ours ? mentionsIn(analysis, thing) : []),
    target: (offset) => frameworkTarget(analysis, offset),
    objection: (thing, _form, name) => objection(analysis, thing, name),
    place: (fragment) => placesOf(analysis).named(fragment),
    shown: (thing) => (analysis.ours ? shownIn(analysis.input.path, analysis.report, thing) : undefined),
    relinked: (change) => (analysis.ours ? relinked(analysis, change) : []),
    tied: () => [],
    after: (edits) => after(analysis, edits),
  };
}

function placesOf({ input, report }: Analysis): Places {
  return new Places(input.path, report);
}

/** Of several things at one place the one of the fewest letters is meant, and of these the one that is looked for first. */
function thingAt(analysis: Analysis, offset: number): Named | undefined {
  const { input, report } = analysis;
  const found = [
    frameworkAt(analysis, offset),
    footnoteAt(input.path, report, offset),
    sectionIdAt(report, input.library, offset),
    acronymAt(report, offset),
    measureAt(report, offset),
    areaAt(input.path, report, offset),
    ownerAt(report, offset),
    placesOf(analysis).at(offset),
  ].flatMap((named) => named ?? []);
  const length = ({ span }: Named) => span.to - span.from;
  return found.reduce<Named | undefined>(
    (best, named) => (best === undefined || length(named) < length(best) ? named : best),
    undefined,
  );
}

function mentionsIn({ input, report, model }: Analysis, thing: Thing): readonly Mention[] {
  switch (thing.kind) {
    case 'measure':
      return measureMentions(report, thing);
    case 'acronym':
      return acronymMentions(report, thing);
    case 'section':
      return sectionMentions(report, input.library, thing);
    case 'framework':
      return frameworkMentions(model, thing);
    case 'place':
      return new Places(input.path, report).mentions(thing);
    case 'file':
      return fileMentions({ input, model }, thing);
    case 'footnote':
      return footnoteMentions(input.path, report, thing);
    case 'area':
      return areaMentions(input.path, report, thing);
    case 'owner':
      return ownerMentions(report, thing);
    case 'local':
      return [];
  }
}

function frameworkAt({ input, model }: Analysis, offset: number): Named | undefined {
  const entry = metaEntry(model, 'framework');
  if (entry === undefined || !touches(entry.valueSpan, offset)) return undefined;
  const id = metaText(entry.value).trim();
  const name = ownName(input.library, id, id);
  return { thing: { kind: 'framework', id }, span: entry.valueSpan, name, form: 'id' };
}

function frameworkMentions(model: Analysis['model'], { id }: FrameworkThing): readonly Mention[] {
  const entry = metaEntry(model, 'framework');
  if (entry === undefined || metaText(entry.value).trim() !== id) return [];
  const span = entry.valueSpan;
  return [{ span, role: 'use', form: 'id', name: id, renamed: dataName(span) }];
}

/** Where the framework is defined that the document names; a shipped one is in no file to be opened. */
function frameworkTarget({ input, model }: Analysis, offset: number): Target | undefined {
  const entry = metaEntry(model, 'framework');
  if (entry === undefined || !touches(entry.valueSpan, offset)) return undefined;
  const { text, root, path } = input.library.written(metaText(entry.value).trim()) ?? {};
  const id = child(root, 'id');
  if (text === undefined || path === undefined || id === undefined) return undefined;
  return { path, text: SourceText.of(text), span: valueSpan(id) };
}

/** The links that lead to a file, be it to a place in it. */
function fileMentions(
  { input, model }: Pick<Analysis, 'input' | 'model'>,
  thing: FileThing,
): readonly Mention[] {
  const wanted = sameAddress(thing.path);
  return model.blocks.flatMap((placed) =>
    linksOf(placed).flatMap((link): Mention[] => {
      const to = leadsTo(input.path, link);
      if (to === undefined || link.target.startsWith('#') || sameAddress(to.path) !== wanted) return [];
      return [{ span: link.at, role: 'use', form: 'words', name: link.target, renamed: UNCHANGED }];
    }),
  );
}

/** Why a thing cannot have another name, as far as the document knows. */
function objection({ input, report, model }: Analysis, thing: Thing, name: string): string | undefined {
  if (thing.kind === 'measure') return measureObjection(report, thing, name);
  if (thing.kind === 'acronym') {
    const other = { kind: 'acronym' as const, key: acronymKey(name), name };
    const isTaken = other.key !== thing.key && acronymMentions(report, other).length > 0;
    return isTaken ? `"${name}" is used already, and two acronyms would become one.` : undefined;
  }
  if (thing.kind === 'footnote') {
    const isTaken = footnoteMentions(input.path, { ...report, model }, { ...thing, name }).length > 0;
    return isTaken ? `There is a footnote "${name}" already.` : undefined;
  }
  const isHere = thing.kind === 'place' && sameAddress(thing.path) === sameAddress(input.path);
  return isHere ? siblingObjection(report, thing, name) : undefined;
}

function siblingObjection(
  { sections }: Analysis['report'],
  thing: PlaceThing,
  name: string,
): string | undefined {
  const own = sections.find(({ heading }) => heading !== undefined && heading.from === thing.at);
  const isTaken = sections.some(
    (other) =>
      own !== undefined &&
      other !== own &&
      other.parent === own.parent &&
      other.content.name === normaliseName(name),
  );
  return isTaken ? `There is a section "${name}" beside this one already.` : undefined;
}

function relinked({ input, model }: Analysis, change: Parameters<Names['relinked']>[0]): readonly TextEdit[] {
  return model.blocks.flatMap((placed) =>
    linksOf(placed).flatMap((link): readonly TextEdit[] => {
      const to = leadsTo(input.path, link);
      const target = to && change(to, link.target);
      // Brackets and blanks would end the link.
      const insert = target?.replace(/[()\s]/g, escaped);
      return insert === undefined || insert === link.target ? [] : model.editing.replace(link.span, insert);
    }),
  );
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function after(analysis: Analysis, edits: readonly TextEdit[]): After {
  if (edits.length === 0) return told(analysis);
  const text = SourceText.of(applyEdits(analysis.input.text.toString(), edits));
  return told(analyse({ ...analysis.input, text, rules: [] }));
}

function told(analysis: Analysis): After {
  return { fragments: placesOf(analysis).fragments(), faults: analysis.model.problems.length };
}
