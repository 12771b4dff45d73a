import type { Vocabulary } from '../framework/vocabulary.ts';
import type { Block, Label } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './contents.ts';
import { isJudgementName, mayNameJudgement } from './judgementName.ts';
import { readJudgement } from './judgementText.ts';
import type { Statement, SummaryRow, SummaryTable } from './report.ts';
import { statement } from './statement.ts';
import { type RowName, readRowNames } from './summaryNames.ts';

/** One area of a list with what is said to be its judgement. */
interface Listed {
  readonly name: string;
  readonly at: Anchor;
  readonly value: string;
  readonly valueAt: Anchor;
}

/** With fewer a list may be anything. */
const FEWEST = 2;

/**
 * The record as a list: `Safeguarding: 3`, or the area on one line and `Score: 3` on the next. Undefined where the
 * section has a table, or fewer than two areas with their judgements.
 */
export function readListed(own: readonly Block[], vocabulary: Vocabulary): SummaryTable | undefined {
  if (own.some(({ tables }) => tables.length > 0)) return undefined;
  const listed = own.flatMap((block, index) => block.labels.flatMap((label) => entry(block, index, label)));
  const names = readRowNames(
    listed.map(({ name }) => name),
    vocabulary,
  );
  const rows = listed.flatMap((one, index) => row(one, names[index], vocabulary) ?? []);
  const last = rows.at(-1);
  if (last === undefined || rows.length < FEWEST) return undefined;
  return { lastRow: last.at, layout: undefined, unjudged: [], rows };
}

function entry({ leaves }: Block, block: number, label: Label): readonly Listed[] {
  const { name, nameSpan, value, valueSpan } = label;
  if (value === '') return [];
  const valueAt = { block, span: valueSpan };
  if (!isJudgementName(name) && !mayNameJudgement(name))
    return [{ name, at: { block, span: nameSpan }, value, valueAt }];
  const prose = leaves[0]?.prose;
  const line = prose?.lines()[0];
  if (prose === undefined || line === undefined) return [];
  const at = { block, span: prose.sourceSpan(line.from, line.to) };
  return [{ name: prose.text.slice(line.from, line.to), at, value, valueAt }];
}

function row(
  { name, at, value, valueAt }: Listed,
  named: RowName | undefined,
  { labels }: Vocabulary,
): SummaryRow | undefined {
  const area = named?.area;
  const read = area && readJudgement(value, area.scale, labels);
  if (area === undefined || read === undefined) return undefined;
  const from = valueAt.span.from;
  const place = (part: Span): Anchor => ({
    block: valueAt.block,
    span: { from: from + part.from, to: from + part.to },
  });
  const stated: Statement = statement(area, 'summary', read, value, place);
  return { name, at, area, group: false, cell: valueAt, statement: stated, expectsJudgement: true };
}
