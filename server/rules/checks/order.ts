import type { CheckDef, Ordering } from '../../framework/checkDef.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Block } from '../../model/block.ts';
import type { Anchor } from '../../report/contents.ts';
import { dayNumber } from '../../values/calendar.ts';
import { readCell } from '../../values/cell.ts';
import { toRational } from '../../values/decimal.ts';
import { readPeriod } from '../../values/periods.ts';
import type { Draft } from '../rule.ts';
import { cellsIn, headerOf, tablesOf } from './cells.ts';
import { type CheckMaker, say } from './check.ts';

/** Something in a row of its like, with its words. */
interface Entry {
  readonly text: string;
  readonly at: Anchor;
}

/** The order of the rows of a table, by one of its columns, or of the items of a section's lists. */
export const order: CheckMaker = (def) => {
  const { by, section } = def;
  if (by === undefined) return undefined;
  return {
    scope: 'section',
    *check({ content, own }) {
      if (def.table === undefined) {
        if (content.role?.def.id !== section) return;
        for (const list of listsOf(own)) yield* outOfOrder(def, by, list, { section: content.title });
        return;
      }
      for (const table of tablesOf(content, def)) {
        const named = { section: content.title, column: headerOf(table, def.column) };
        yield* outOfOrder(def, by, cellsIn(table, def.column), named);
      }
    },
  };
};

function* outOfOrder(
  def: CheckDef,
  by: Ordering,
  entries: readonly Entry[],
  named: Readonly<Record<string, string>>,
): Iterable<Draft<Anchor>> {
  let last: { readonly entry: Entry; readonly key: Key } | undefined;
  for (const entry of entries) {
    const key = keyOf(entry.text, by);
    // What cannot be read has no place among the others.
    if (key === undefined) continue;
    if (last !== undefined && isBefore(key, last.key, def)) {
      yield {
        at: entry.at,
        message: say(def, { value: entry.text, before: last.entry.text, ...named }),
        related: [{ at: last.entry.at, message: 'This stands before it.' }],
      };
    }
    last = { entry, key };
  }
}

/** What an entry is in order by: a month goes from its first day to its last. */
interface Key {
  readonly from: number | string;
  readonly to: number | string;
}

/** Whether one belongs before the other; a day within a month may stand on either side of it. */
function isBefore(a: Key, b: Key, { direction }: CheckDef): boolean {
  return direction === 'rising' ? a.to < b.from : a.from > b.to;
}

function keyOf(text: string, by: Ordering): Key | undefined {
  if (by === 'date') {
    const period = readPeriod(text);
    return period && { from: dayNumber(period.start), to: dayNumber(period.end) };
  }
  const value = by === 'text' ? normaliseName(text) || undefined : numberIn(text);
  return value === undefined ? undefined : { from: value, to: value };
}

/** The number that a text begins with. */
function numberIn(text: string): number | undefined {
  const leading = /^\s*[£$€]?\s*([-−+]?\d[\d,]*(?:\.\d+)?)/.exec(text)?.[1];
  const cell = leading === undefined ? undefined : readCell(leading);
  if (cell?.kind !== 'figure') return undefined;
  const { numerator, denominator } = toRational(cell.value);
  return Number(numerator) / Number(denominator);
}

/** The items of each list, each by its first passage. */
function listsOf(own: readonly Block[]): readonly (readonly Entry[])[] {
  const lists: Entry[][] = [];
  own.forEach((block, index) => {
    const [leaf] = block.leaves;
    if (block.kind !== 'item' || leaf === undefined) return;
    if (block.first || lists.length === 0) lists.push([]);
    const span = leaf.prose.sourceSpan(0, leaf.prose.text.length);
    lists.at(-1)?.push({ text: leaf.prose.text, at: { block: index, span } });
  });
  return lists;
}
