import { metaEntry } from '../../model/model.ts';
import type { TextSlot } from '../../model/slot.ts';
import { acronymsIn } from '../../report/acronymDictionary.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Analysis } from '../analysis.ts';
import { COMMENTS } from '../directives.ts';
import { judgements } from './fields.ts';
import { type Draft, value } from './item.ts';

/** The acronyms that somebody has explained: the document's own field, its pack, its framework. */
export function acronymDrafts({ model, vocabulary, packAcronyms }: Report, slot: TextSlot): readonly Draft[] {
  const typed = /[\p{L}\p{N}&]*$/u.exec(slot.line.slice(0, slot.cursor))?.[0] ?? '';
  const behind = /^[\p{L}\p{N}&]*/u.exec(slot.line.slice(slot.cursor))?.[0] ?? '';
  const at = slot.from + slot.cursor;
  const all = new Map([
    ...(vocabulary?.framework.acronyms ?? []),
    ...packAcronyms,
    ...acronymsIn(metaEntry(model, 'acronyms')?.value),
  ]);
  return [...all]
    .filter(
      ([name]) => name.trim() !== '' && (typed === '' || name.toLowerCase().startsWith(typed.toLowerCase())),
    )
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, words]) =>
      value(name, { from: at - typed.length, to: at + behind.length }, { kind: 'word', detail: words }),
    );
}

const GRADE_ALONE = /^\s*(?:Grade|Judge?ment|Overall)[: ]\s*$/;

/** The judgements of a section's area on a line that says no more than one: `Grade 2`. */
export function judgementLine(report: Report, section: Section, slot: TextSlot): readonly Draft[] {
  const { area } = section.content;
  const before = slot.line.slice(0, slot.cursor);
  if (area === undefined || !GRADE_ALONE.test(before) || slot.line.slice(slot.cursor).trim() !== '')
    return [];
  const at = slot.from + slot.cursor;
  const isGrade = before.trim() === 'Grade';
  const graded = judgements(report, area, { from: at, to: at }, ({ grade, label }) =>
    isGrade ? String(grade ?? label) : label,
  );
  return graded.map((draft, index) => {
    const label = area.scale.values[index]?.label;
    return label === undefined || label === draft.label ? draft : { ...draft, detail: label };
  });
}

const DIRECTIVE =
  /(?:<!--|#)\s*touchstone-(?:disable-next-line|disable|enable)\s+((?:[\w/-]+[,\s]+)*)([\w/-]*)$/;
const SECTION_ID = /<!--\s*id:\s*([\w-]*)$/;
const OPENED = /<!--\s*([\w-]*)$/;

/** What a comment may tell the checker: rules with findings below come first. */
export function directiveDrafts(analysis: Analysis, offset: number): readonly Draft[] {
  const { text, rules } = analysis.input;
  const line = text.lineAt(offset);
  const before = line.text.slice(0, offset - line.from);
  const rest = /^[\w/-]*/.exec(line.text.slice(before.length))?.[0].replace(/-+$/, '').length ?? 0;
  const found = DIRECTIVE.exec(before);
  if (found === null || before.includes(' -- ')) return commentDrafts(analysis, before, offset, rest);
  const [, named = '', typed = ''] = found;
  const span = { from: offset - typed.length, to: offset + rest };
  const below = analysis.findings.filter(({ span: at }) => at.from > line.to && at.from <= line.to + NEAR);
  const near = new Set(below.map(({ rule }) => rule));
  const all = [...rules, ...analysis.checks].filter(({ id }) => !named.split(/[,\s]+/).includes(id));
  const first = all.filter(({ id }) => near.has(id));
  return [...first, ...all.filter(({ id }) => !near.has(id))].map(({ id, rule }) =>
    value(id, span, { detail: near.has(id) ? 'found below' : undefined, documentation: rule.summary }),
  );
}

/** How far below a comment a finding may be to be what it is written for. */
const NEAR = 2000;

function commentDrafts({ report }: Analysis, before: string, offset: number, rest: number): readonly Draft[] {
  const id = SECTION_ID.exec(before)?.[1];
  if (id !== undefined) {
    const span = { from: offset - id.length, to: offset + rest };
    return (report.vocabulary?.roles ?? []).map(({ def }) =>
      value(def.id, span, { detail: def.heading, documentation: def.guidance }),
    );
  }
  const typed = OPENED.exec(before)?.[1];
  if (typed === undefined) return [];
  return [...COMMENTS].map(([name, documentation]) =>
    value(name, { from: offset - typed.length, to: offset + rest }, { documentation, insert: `${name} ` }),
  );
}
