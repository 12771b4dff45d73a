import type { PartDef } from '../../framework/framework.ts';
import type { PlacedBlock } from '../../model/block.ts';
import { type Editing, withoutTabStops } from '../../model/editing.ts';
import type { Report, Section } from '../../report/report.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import { asking, type DraftFix, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';
import { documentSpan } from '../structure/places.ts';

export default defineRule({
  scope: 'document',
  summary:
    'A letter must have every part that the framework asks for: its salutation, its opening, its sign-off.',
  why: 'A letter without one of its parts looks like a draft that was sent by mistake.',
  severity: 'warning',
  reads: ['parts'],
  *check({ report }) {
    const present = new Map(report.sections.flatMap(partsIn));
    for (const part of report.vocabulary?.framework.parts ?? []) {
      if (!part.required || present.has(part.id)) continue;
      yield { at: documentSpan(report), message: message(part), fixes: addition(report, part, present) };
    }
  },
});

/** The parts that stand in a section, each with its first block. */
function partsIn({ content, own }: Section): readonly (readonly [string, PlacedBlock])[] {
  return content.parts.flatMap(({ id, words }) => {
    const placed = own[words.at.block];
    return placed === undefined ? [] : [[id, placed] as const];
  });
}

/** What the framework writes in a new letter, or the words with which the part begins. */
function addition(
  report: Report,
  part: PartDef,
  present: ReadonlyMap<string, PlacedBlock>,
): readonly DraftFix<Span>[] {
  const [begins] = part.begins;
  const template = part.template?.trimEnd();
  const words = template === undefined ? begins && `${begins} …` : withoutTabStops(template).split('\n')[0];
  if (words === undefined) return [];
  const title = `Add the ${part.label.toLowerCase()}: "${shortly(words)}"`;
  const write = (text: string) => (edit: Editing) => put(edit, report, part, present, text);
  if (template === undefined) return [asking(title, write(`${begins} $1`))];
  return [{ title, edits: write(withoutTabStops(template)), snippet: write(template) }];
}

/** Between the parts that it belongs between, or where the letter begins or ends. */
function put(
  edit: Editing,
  report: Report,
  part: PartDef,
  present: ReadonlyMap<string, PlacedBlock>,
  text: string,
): readonly TextEdit[] {
  const parts = (report.vocabulary?.framework.parts ?? []).filter(({ place }) => place === part.place);
  const blocksOf = (some: readonly PartDef[]) => some.flatMap(({ id }) => present.get(id) ?? []);
  const next = blocksOf(parts.slice(parts.indexOf(part) + 1))[0];
  const earlier = blocksOf(parts.slice(0, parts.indexOf(part))).at(-1);
  if (next === undefined && earlier !== undefined) return edit.addParagraph(earlier, text);
  const { blocks } = report.model;
  const first = blocks.find((placed) => placed !== report.titleHeading && placed.block.kind !== 'comment');
  const before = next ?? (part.place === 'beginning' ? first : undefined);
  if (before !== undefined) return edit.addParagraphBefore(before, text);
  const last = blocks.at(-1);
  return last === undefined ? [] : edit.addParagraph(last, text);
}

function message({ label, begins }: PartDef): string {
  const words = begins.slice(0, 3);
  const choice =
    words.length === 0 ? '' : ` It is the paragraph that begins with ${listedWords(words, 'or')}.`;
  return `The letter has no ${label.toLowerCase()}.${choice}`;
}
