import { normaliseName } from '../framework/name.ts';
import type { TextSlot } from '../model/slot.ts';
import type { Report } from '../report/report.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Analysis } from './analysis.ts';
import { beginningDrafts } from './completion/beginnings.ts';
import { addedHeader, cellDrafts } from './completion/cells.ts';
import { dataDrafts } from './completion/data.ts';
import { fieldNames, fieldValueAt, fieldValues, headingJudgements } from './completion/fields.ts';
import { figureNoteDrafts } from './completion/figureNotes.ts';
import { type Asked, type CompletionItem, type Draft, EXPLICIT } from './completion/item.ts';
import { metaKeys, metaValues } from './completion/meta.ts';
import { footnoteDrafts, linkDrafts, referenceDrafts } from './completion/references.ts';
import { candidatesAt, sectionDraft } from './completion/sections.ts';
import { tableDrafts } from './completion/tables.ts';
import { fittedToTyped } from './completion/typed.ts';
import { acronymDrafts, directiveDrafts, judgementLine } from './completion/words.ts';
import { sectionAt } from './places.ts';
import { tableAt } from './tableAt.ts';

export type { CompletionItem } from './completion/item.ts';

/** What could be written at `offset`. */
export function completion(
  analysis: Analysis,
  offset: number,
  asked: Asked = EXPLICIT,
): readonly CompletionItem[] {
  const found = fittedToTyped(drafts(analysis, offset, asked), analysis.input.text, offset);
  return found.map((item, order) => ({ ...item, order }));
}

function drafts(analysis: Analysis, offset: number, asked: Asked): readonly Draft[] {
  const { report, ours } = analysis;
  const slot = report.model.editing.slotAt(offset);
  if (slot?.kind === 'meta-value') {
    const values = metaValues(analysis, slot, asked);
    // Within brackets there are keys and values of their own.
    return values.length > 0 || !ours ? values : dataDrafts(analysis, offset, asked);
  }
  if (slot?.kind === 'meta-key') return [...metaKeys(analysis, slot), ...beginningDrafts(analysis, offset)];
  if (!ours) return [];
  const directives = [...figureNoteDrafts(analysis, offset), ...directiveDrafts(analysis, offset)];
  if (directives.length > 0) return directives;
  if (slot === undefined) return dataDrafts(analysis, offset, asked);
  const begun = asked.explicit ? beginningDrafts(analysis, offset) : [];
  return begun.length > 0 ? begun : textDrafts(analysis, slot, offset, asked);
}

/** On a line of Markdown, what the line itself says comes before what any line may hold. */
function textDrafts(analysis: Analysis, slot: TextSlot, offset: number, asked: Asked): readonly Draft[] {
  const { report } = analysis;
  const section = sectionAt(report, offset);
  const place = tableAt(analysis, offset);
  const inCell =
    place === undefined || asked.character === ':' ? [] : cellDrafts(report, place, offset, asked);
  if (inCell.length > 0) return inCell;
  const header = asked.character === ':' ? [] : addedHeader(report, slot);
  if (header.length > 0) return header;
  const found = section === undefined || place !== undefined ? [] : fieldDrafts(analysis, slot, asked);
  if (found.length > 0) return found;
  const judged = place === undefined && slot.sections ? headingJudgements(report, slot) : [];
  if (judged.length > 0) return judged;
  const begun = [
    ...tableDrafts(analysis, slot, asked),
    ...(place === undefined && slot.sections ? sectionDrafts(analysis, slot, offset, asked) : []),
  ];
  if (begun.length > 0) return begun;
  return [
    () => linkDrafts(report, slot, asked),
    () => footnoteDrafts(report, slot),
    () => referenceDrafts(report, slot, asked),
    () => (asked.explicit ? [...acronymDrafts(report, slot), ...namedSections(report, slot)] : []),
  ].reduce<readonly Draft[]>((before, next) => (before.length > 0 ? before : next()), []);
}

const OPENING = /^\p{L}[\p{L}\p{N}&,’' -]{0,59}$/u;

/** Sections whose headings have the words in them that a line of its own begins with: nobody needs to know of "##". */
function namedSections(report: Report, { line, from, sections }: TextSlot): readonly Draft[] {
  const typed = normaliseName(line);
  if (!sections || !OPENING.test(line) || typed === '' || !standsAlone(report.model.text, from)) return [];
  const span = { from, to: from + line.length };
  return candidatesAt(report, span)
    .filter(({ heading }) => isNamedBy(normaliseName(heading), typed))
    .map((one) => ({ ...sectionDraft(report, one, span, 0), filter: one.heading }));
}

/** Whether a heading begins with some words, or has them further on where they are more than small words. */
function isNamedBy(heading: string, typed: string): boolean {
  const isTelling = /^\p{L}{4}/u.test(typed);
  return heading.startsWith(typed) || (isTelling && heading.includes(` ${typed}`));
}

/** Whether the lines around one are empty, so that it begins something. */
function standsAlone(text: SourceText, at: number): boolean {
  const { number } = text.lineAt(at);
  return [number - 1, number + 1].every(
    (other) => other < 1 || other > text.lines || text.line(other).text.trim() === '',
  );
}

function fieldDrafts({ report }: Analysis, slot: TextSlot, asked: Asked): readonly Draft[] {
  const section = sectionAt(report, slot.from + slot.cursor);
  if (section === undefined) return [];
  const field = fieldValueAt(slot);
  if (field !== undefined) return fieldValues(report, section, field, asked);
  const names = fieldNames(report, section, slot, asked.explicit);
  return names.length > 0 ? names : judgementLine(report, section, slot);
}

const HEADING = /^(#{1,6})([ \t]*)([^#]*)$/;

/** Sections on a line that begins a heading, or on an empty one where somebody asks. */
function sectionDrafts(
  { report }: Analysis,
  { line, from, cursor }: TextSlot,
  offset: number,
  { explicit }: Asked,
): readonly Draft[] {
  const heading = HEADING.exec(line);
  // What is indented may be within a list.
  if (heading === null && !(explicit && line === '')) return [];
  const [, marks = '', gap = ''] = heading ?? [];
  if (heading !== null && cursor < marks.length) return [];
  const span = { from, to: from + line.length };
  return candidatesAt(report, { from, to: Math.max(span.to, offset) })
    .filter(({ level }) => (gap === '' ? level >= marks.length : level === marks.length))
    .map((one) => sectionDraft(report, one, span, 0));
}
