import type { ScaleValue } from '../framework/framework.ts';
import type { Area, LabelReader } from '../framework/vocabulary.ts';
import type { Row } from '../syntax/block.ts';
import type { Anchor } from './contents.ts';
import { readJudgement } from './judgementText.ts';
import type { Statement } from './report.ts';
import { statement } from './statement.ts';

/** A column of a table in which a row is ticked below its judgement. */
export interface TickColumn {
  readonly column: number;
  /** The judgement that a tick in the column stands for. */
  readonly header: string;
}

const TICK = /^(?:x|yes|[✓✔✗✘☑☒√×•●]\uFE0F?|\[x\])$/iu;
const NO_TICK = /^(?:|no|[-–—☐]|\[ ?\])$/iu;

/** The columns whose headers are steps of the scale. */
export function tickColumns(
  headers: readonly string[],
  areaColumn: number,
  area: Area | undefined,
  labels: LabelReader,
): readonly TickColumn[] {
  if (area === undefined) return [];
  return headers.flatMap((header, column) =>
    column !== areaColumn && stepNamed(header, area, labels) !== undefined ? [{ column, header }] : [],
  );
}

/**
 * The judgement that is ticked in a row. Nothing is made of a row with several ticks or with anything else in it,
 * such as numbers of cases.
 */
export function readTicks(
  row: Row,
  block: number,
  columns: readonly TickColumn[],
  area: Area,
  labels: LabelReader,
): { readonly statement: Statement | undefined; readonly isBlank: boolean } {
  const cells = columns.flatMap(({ column, header }) => {
    const cell = row.cells[column];
    return cell === undefined ? [] : [{ header, cell, text: cell.prose.text.trim() }];
  });
  const ticked = cells.filter(({ text }) => TICK.test(text));
  const readable = cells.every(({ text }) => TICK.test(text) || NO_TICK.test(text));
  const only = ticked[0];
  if (only === undefined || ticked.length > 1 || !readable) {
    return { statement: undefined, isBlank: readable && ticked.length === 0 };
  }
  const read = readJudgement(only.header, area.scale, labels);
  if (read === undefined) return { statement: undefined, isBlank: false };
  const boxes = cells.flatMap(({ header, cell }): [ScaleValue, Anchor][] => {
    const value = stepNamed(header, area, labels);
    return value === undefined ? [] : [[value, { block, span: cell.span }]];
  });
  const at = { block, span: only.cell.span };
  return {
    statement: {
      ...statement(area, 'summary', read, only.header, () => at),
      ticked: { mark: only.text, boxes: new Map(boxes) },
    },
    isBlank: false,
  };
}

function stepNamed(header: string, area: Area, labels: LabelReader): ScaleValue | undefined {
  const read = readJudgement(header, area.scale, labels);
  return read?.label?.value ?? read?.grade?.value;
}
