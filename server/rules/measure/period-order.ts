import type { Anchor, ReportTable } from '../../report/contents.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type Head, isSteady, type PeriodRun, readAgain, runsOf, stepsOf } from './periodRuns.ts';

export default defineRule({
  scope: 'section',
  summary: 'The times in a table must follow each other, from the first to the last or the other way round.',
  why: 'Readers take figures that stand side by side for a development, and one month in the wrong place turns a rise into a fall.',
  severity: 'warning',
  *check({ content }) {
    for (const table of content.tables) {
      for (const run of runsOf(table)) {
        const found = disorder(run);
        if (found !== undefined) yield { ...found, fixes: found.fixes ?? inOrder(table, run) };
      }
    }
  },
});

/**
 * The columns in the order of time, where each moves as it is: every row has a cell in each, every time its year, and
 * nothing stands between them.
 */
function inOrder(
  { table, body, columns }: ReportTable,
  { heads, along }: PeriodRun,
): readonly DraftFix<Anchor>[] {
  if (along === 'rows') return rowsInOrder(table, body, heads);
  const width = columns.length;
  const timed = columns.flatMap(({ period }, column) => (period === undefined ? [] : [column]));
  const [first = 0] = timed;
  const isMovable =
    along === 'columns' &&
    body.length === table.rows.length - 1 &&
    hasHeaderLine(table) &&
    table.rows.every(({ cells }) => cells.length === width) &&
    heads.every(({ hasYear }) => hasYear) &&
    new Set(heads.map(({ index }) => index)).size === timed.length &&
    timed.every((column, at) => column === first + at);
  const [head] = heads;
  if (!isMovable || head === undefined) return [];
  const onward = onwardOf(heads);
  const sorted = heads
    .map(({ index }, at) => ({ index, column: first + at }))
    .sort((a, b) => onward * (a.index - b.index));
  const order = columns.map((_, column) => sorted[column - first]?.column ?? column);
  return [
    {
      title: 'Put the columns in the order of time',
      tidy: true,
      edits: (edit, place) =>
        edit.arrangeColumns(
          table.rows.map(({ span }) => place({ block: head.at.block, span })),
          order,
        ),
    },
  ];
}

/** The rows in the order of time, where each is headed with a time of its own that names its year. */
function rowsInOrder(
  { rows }: ReportTable['table'],
  body: ReportTable['body'],
  heads: readonly Head[],
): readonly DraftFix<Anchor>[] {
  const isMovable =
    body.length === rows.length - 1 &&
    heads.length === body.length &&
    heads.every(({ hasYear }) => hasYear) &&
    new Set(heads.map(({ index }) => index)).size === heads.length;
  const block = heads[0]?.at.block;
  if (!isMovable || block === undefined) return [];
  const onward = onwardOf(heads);
  const sorted = heads
    .map(({ index }, at) => ({ index, span: body[at]?.span ?? { from: 0, to: 0 } }))
    .sort((a, b) => onward * (a.index - b.index));
  return [
    {
      title: 'Put the rows in the order of time',
      edits: (edit, place) => {
        const placed = (span: Span) => place({ block, span });
        const lines = sorted.map(({ span }) => ({ of: placed(span), changes: [] }));
        return edit.arrangeLines(
          body.map(({ span }) => placed(span)),
          lines,
        );
      },
    },
  ];
}

/** 1 where most steps go forward in time, -1 where they go back. */
function onwardOf(heads: readonly Head[]): 1 | -1 {
  return stepsOf(heads).reduce((sum, step) => sum + Math.sign(step), 0) < 0 ? -1 : 1;
}

/** Whether the names of the columns stand in a row, and not each where it was first written. */
function hasHeaderLine({ rows: [header] }: ReportTable['table']): boolean {
  return header?.cells.every(({ span }) => span.to <= header.span.to) ?? false;
}

/** A longer run is not looked through for the one that is out of place: that takes its time. */
const LONGEST = 60;

function disorder(run: PeriodRun): Draft<Anchor> | undefined {
  const { unit } = run;
  const heads = run.heads.filter(({ index }, at) => index !== run.heads[at - 1]?.index);
  if (heads.length < 4 || heads.length > LONGEST || isOrdered(heads)) return undefined;
  const odd = heads.findLast(
    (odd, at) =>
      isOrdered(
        readAgain(
          heads.filter((head) => head !== odd),
          unit,
        ),
      ) && !isCompared(heads, at),
  );
  if (odd === undefined) return isUnbroken(heads) ? finding(firstTurn(heads), heads, run) : undefined;
  const meant = unit === 'month' && odd.hasYear ? otherYear(heads, odd) : undefined;
  if (meant === undefined) return finding(odd, heads, run);
  const words = odd.text.replace(/\d{4}|\d{2}$/, (year) => String(meant).slice(-year.length));
  return {
    ...finding(odd, heads, run),
    message: `"${odd.text}" stands among times of another year. Is "${words}" meant?`,
    // A heading with more in it than the time is left to its author.
    fixes:
      odd.at.span.to - odd.at.span.from === odd.text.length
        ? [
            {
              title: `Change "${odd.text}" to "${words}"`,
              edits: (edit, place) => edit.replace(place(odd.at), words),
            },
          ]
        : [],
  };
}

/** A month without a year is taken for one of the next year when it stands too early, so that the step to it is long. */
function isOrdered(heads: readonly Head[]): boolean {
  const steps = stepsOf(heads);
  return (
    isSteady(heads) && steps.every((step, at) => heads[at + 1]?.hasYear !== false || Math.abs(step) <= 6)
  );
}

/** The same month of another year at an end of the table is there to be compared with. */
function isCompared(heads: readonly Head[], at: number): boolean {
  const odd = heads[at];
  if (odd === undefined || (at > 0 && at < heads.length - 1)) return false;
  return heads.some(({ index }) => index !== odd.index && (index - odd.index) % 12 === 0);
}

/** Whether all the times are there from the first to the last, in whatever order. */
function isUnbroken(heads: readonly Head[]): boolean {
  const indices = heads.map(({ index }) => index);
  const isDistinct = new Set(indices).size === indices.length;
  return isDistinct && Math.max(...indices) - Math.min(...indices) === indices.length - 1;
}

/** The first time that does not go on as the table began. */
function firstTurn(heads: readonly Head[]): Head | undefined {
  const steps = stepsOf(heads);
  const turn = steps.findIndex((step) => Math.sign(step) !== Math.sign(steps[0] ?? 0));
  return heads[turn + 1];
}

/** The year with which a month would stand where it belongs. */
function otherYear(heads: readonly Head[], odd: Head): number | undefined {
  const at = heads.indexOf(odd);
  const [before, after] = [heads[at - 1], heads[at + 1]];
  const neighbours = [before, after].flatMap((head) => head ?? []);
  for (const { index } of neighbours) {
    for (const fitting of [index - 1, index + 1]) {
      const moved = heads.map((head) => (head === odd ? { ...head, index: fitting } : head));
      if ((fitting - odd.index) % 12 === 0 && isOrdered(moved)) return Math.floor(fitting / 12);
    }
  }
  return undefined;
}

function finding(odd: Head | undefined, heads: readonly Head[], { along }: PeriodRun): Draft<Anchor> {
  const own = odd ?? heads[0];
  const before = own && heads[heads.indexOf(own) - 1];
  const behind = before === undefined ? 'stands first' : `stands behind "${before.text}"`;
  return {
    at: own?.at ?? { block: -1, span: { from: 0, to: 0 } },
    message: `"${own?.text}" ${behind}, out of its order. Put the ${along} in the order of time.`,
    related: before === undefined ? [] : [{ at: before.at, message: `"${before.text}" stands before it.` }],
  };
}
