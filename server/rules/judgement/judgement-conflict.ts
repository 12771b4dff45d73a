import type { ScaleValue } from '../../framework/framework.ts';
import { type Area, formatJudgement } from '../../framework/vocabulary.ts';
import {
  anchorSpan,
  type Report,
  type Section,
  type Statement,
  statedValue,
  statementsOn,
} from '../../report/report.ts';
import type { Severity } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { restate } from '../restate.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'All places that judge one area must give it the same judgement.',
  why: 'A judgement stands in up to five places; when they differ, the report cannot be published.',
  severity: 'error',
  reads: ['statements'],
  *check({ report }) {
    for (const area of report.vocabulary?.areas ?? []) yield* conflicts(report, area);
  },
});

/** A judgement in one place. */
interface Stated {
  readonly section: Section;
  readonly statement: Statement;
  readonly value: ScaleValue;
}

function* conflicts(report: Report, area: Area): Iterable<Draft<Span>> {
  const all = statementsOn(report, area).flatMap(({ section, statement }): Stated[] => {
    const value = statedValue(statement);
    return value === undefined ? [] : [{ section, statement, value }];
  });
  const agreed = mostLikely(all);
  if (agreed === undefined) return;
  const right = all.filter(({ value }) => value === agreed.value);
  for (const wrong of all) {
    if (wrong.value !== agreed.value) yield finding(area, wrong, agreed, right);
  }
}

/** What most of the places say that are there to judge the area: what other sections say of it decides nothing. Between equals, the judgement at the section's own heading counts before its prose and the summary. */
function mostLikely(all: readonly Stated[]): Stated | undefined {
  const official = all.filter(
    ({ section, statement }) => statement.form !== 'prose' || isOwn(section, statement),
  );
  const counts = new Map<ScaleValue, number>();
  for (const { value } of official) counts.set(value, (counts.get(value) ?? 0) + 1);
  const votes = (value: ScaleValue) => counts.get(value) ?? 0;
  const rank = ({ statement }: Stated) =>
    ['heading', 'field', 'line', 'prose', 'summary'].indexOf(statement.form);
  return [...(official.length > 0 ? official : all)].sort(
    (a, b) => votes(b.value) - votes(a.value) || rank(a) - rank(b),
  )[0];
}

/** A list of places longer than this is not looked through. */
const MOST_RELATED = 10;

function finding(area: Area, wrong: Stated, agreed: Stated, right: readonly Stated[]): Draft<Span> {
  return {
    at: place(wrong),
    severity: severityOf(area, wrong),
    message: `"${area.name}" is judged "${wrong.statement.text}" ${where(area, wrong)}, but "${agreed.statement.text}" ${where(area, agreed)}${others(right.length - 1)}.`,
    related: right.slice(0, MOST_RELATED).map((stated) => ({
      at: place(stated),
      message: `"${stated.statement.text}" ${where(area, stated)}.`,
    })),
    fixes: [
      change(`Change to ${formatJudgement(agreed.value)}`, [wrong], agreed.value),
      change(`Change ${count(right.length)} to ${formatJudgement(wrong.value)}`, right, wrong.value),
    ],
  };
}

/** A sentence about an area without a section of its own is all that judges it besides the summary. */
function isOwn(section: Section, { area }: Statement): boolean {
  return area.section === undefined || section.content.area === area;
}

/** A sentence in another section may only touch on the area, so it is a reason to look, not a contradiction. */
function severityOf(area: Area, wrong: Stated): Severity {
  const elsewhere = area.section !== undefined && wrong.section.content.area !== area;
  return wrong.statement.form === 'prose' && elsewhere ? 'warning' : 'error';
}

function place({ section, statement }: Stated): Span {
  return anchorSpan(section, statement.at);
}

function where(area: Area, { section, statement }: Stated): string {
  if (statement.form === 'heading') return 'in its heading';
  if (statement.form === 'summary') return `in "${section.content.title}"`;
  if (section.content.area !== area) return `in the text of "${section.content.title}"`;
  return statement.form === 'prose' ? 'in the text of its section' : 'below its heading';
}

function others(more: number): string {
  if (more === 0) return '';
  return more === 1 ? ' and in one other place' : ` and in ${more} other places`;
}

function count(places: number): string {
  return places === 1 ? 'the other place' : `the other ${places} places`;
}

function change(title: string, stated: readonly Stated[], value: ScaleValue): DraftFix<Span> {
  return {
    title,
    edits: (edit) =>
      stated.flatMap(({ section, statement }) =>
        restate(statement, value, edit, (at) => anchorSpan(section, at)),
      ),
  };
}
