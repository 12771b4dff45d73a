import { formatJudgement } from '../framework/vocabulary.ts';
import type { Editing } from '../model/editing.ts';
import { singularLabel } from '../report/ratings.ts';
import {
  anchorSpan,
  headingSpan,
  type PlacedStatement,
  type Report,
  type Section,
  type Statement,
  statedValue,
} from '../report/report.ts';
import { addRow, fillCell, saidBySection, stateBelow, unstated } from '../rules/judgement/filling.ts';
import { restate } from '../rules/restate.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, type Span } from '../text/span.ts';
import { sectionAt } from './places.ts';
import { renames } from './renames.ts';
import type { Rewrite } from './rewrite.ts';

/** What can be written in another way at a place: judgements as the scale writes them, the summary, names. */
export function rewrites(report: Report, span: Span): readonly Rewrite[] {
  const { editing } = report.model;
  const headed = report.sections.filter((section) => overlaps(headingSpan(section), span));
  return [
    ...normalising(report, span, editing),
    ...filling(report, span, editing),
    ...headed.flatMap((section) => renames(report, section)),
  ].filter(({ edits }) => edits.length > 0);
}

function normalising(report: Report, span: Span, edit: Editing): readonly Rewrite[] {
  const all = [...report.statements.values()].flat().filter((stated) => canonical(stated) !== undefined);
  const here = all.filter(({ section, statement }) => overlaps(anchorSpan(section, statement.at), span));
  const [first] = here;
  if (first === undefined) return [];
  const one = { title: `Write as "${canonical(first)?.words}"`, edits: normalised(first, edit) };
  const many = {
    title: `Write all ${all.length} judgements as the scale does`,
    edits: all.flatMap((stated) => normalised(stated, edit)),
  };
  return all.length > 1 ? [one, many] : [one];
}

function normalised(stated: PlacedStatement, edit: Editing): readonly TextEdit[] {
  const found = canonical(stated);
  return found === undefined ? [] : edit.replace(anchorSpan(stated.section, found.at), found.words);
}

/** What to write in the place of which words, so that a judgement reads as its scale has it; undefined where it does. */
function canonical({
  statement,
}: PlacedStatement): { readonly at: Statement['at']; readonly words: string } | undefined {
  const { label, grade, form, ticked } = statement;
  const value = statedValue(statement);
  if (value === undefined || ticked !== undefined) return undefined;
  // Of a label and a grade that contradict each other neither is to be written more neatly.
  if (label !== undefined && grade !== undefined && label.value !== grade.value) return undefined;
  if (label === undefined) {
    return { at: statement.at, words: form === 'summary' ? value.label : formatJudgement(value) };
  }
  // "Services require improvement" is the label in the plural.
  const isPlural = singularLabel(label.text) !== label.text && statement.verb === 'are';
  if (isPlural) return undefined;
  const isSmall = form === 'prose' || (form === 'heading' && /^\p{Ll}/u.test(label.text));
  const words = isSmall ? value.label.toLowerCase() : value.label;
  return words === label.text ? undefined : { at: label.at, words };
}

/** In the section of the summary: its table from the sections, and the sections from it. */
function filling(report: Report, span: Span, edit: Editing): readonly Rewrite[] {
  const section = sectionAt(report, span.from);
  if (section?.content.summary === undefined) return [];
  const { changes, edits } = fromSections(report, section, edit);
  const open = unstated(report);
  return [
    { title: `Take ${counted(changes, 'judgement')} of the summary from the sections`, edits },
    {
      title: `State ${counted(open.length, 'judgement')} of the summary in the sections that have none`,
      edits: open.flatMap((one) => stateBelow(edit, one.section, one.value)),
    },
  ];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}

/** The changes that make a summary say what the sections say. */
function fromSections(
  report: Report,
  section: Section,
  edit: Editing,
): { readonly changes: number; readonly edits: readonly TextEdit[] } {
  const { summary } = section.content;
  if (summary === undefined) return { changes: 0, edits: [] };
  const found = summary.rows.map(({ area, statement, cell, expectsJudgement }) => {
    const value = area && saidBySection(report, area);
    if (value === undefined) return [];
    if (statement !== undefined) {
      const same = statedValue(statement) === value;
      return same ? [] : restate(statement, value, edit, (at) => anchorSpan(section, at));
    }
    return cell === undefined || !expectsJudgement ? [] : fillCell(edit, anchorSpan(section, cell), value);
  });
  const named = new Set(summary.rows.map(({ area }) => area));
  const added = (report.vocabulary?.areas ?? []).map((area) => {
    const value = named.has(area) || area.section === undefined ? undefined : saidBySection(report, area);
    const isWanted = area.section?.def.judgement?.inSummary !== false;
    return value === undefined || !isWanted ? [] : addRow(edit, section, summary, area, value);
  });
  const changed = [...found, ...added].filter((edits) => edits.length > 0);
  return { changes: changed.length, edits: changed.flat() };
}
