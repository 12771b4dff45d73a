import type { Editing } from '../../model/editing.ts';
import { type SmallCount, smallCounts } from '../../numbers/smallCounts.ts';
import { type SmallCell, smallCells } from '../../numbers/smallTables.ts';
import { isInspectorates } from '../../report/audience.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule, type FramedBlockContext } from '../rule.ts';
import { readersOf } from './readers.ts';

export default defineRule({
  scope: 'framed-block',
  summary:
    'A document for a board or the public must not count fewer than five children, care leavers or families.',
  why: 'Whoever knows one of three children can tell what the report says of them, and one of the others learns it of the rest. Where the rest of a total is shown, hiding one figure hides nothing.',
  severity: 'warning',
  options: {
    threshold: {
      type: 'integer',
      default: 5,
      description: 'The least count that betrays nobody; counts of 1 up to the one below it are found.',
    },
  },
  *check(context) {
    const { block, audience, vocabulary, options, readings } = context;
    if (audience !== 'board' && audience !== 'public') return;
    if (block.kind === 'heading' || block.kind === 'comment' || block.kind === 'code') return;
    if (isInspectorates(vocabulary)) return;
    const threshold = typeof options.threshold === 'number' ? options.threshold : 5;
    const read = (text: string) => readings.passage(text);
    for (const { prose, quoted } of block.leaves) {
      // What somebody said is theirs, and no count of the report's.
      if (quoted) continue;
      for (const one of smallCounts(read(prose.text), threshold))
        yield inProse(prose, one, threshold, context);
    }
    for (const table of block.tables) {
      for (const one of smallCells(table, threshold, read)) yield inTable(one, threshold, context);
    }
  },
});

/** A board that meets in private may lawfully see what the public may not. */
function severityFor({ audience }: FramedBlockContext): Partial<Draft<Span>> {
  return audience === 'board' ? { severity: 'info' } : {};
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function fewer(threshold: number, inWords: boolean): string {
  return `fewer than ${inWords ? (NUMBERS[threshold] ?? threshold) : threshold}`;
}

function inProse(
  prose: Prose,
  { at, number, isInWords, isShare, count }: SmallCount,
  threshold: number,
  context: FramedBlockContext,
): Draft<Span> {
  const words = prose.text.slice(at.from, at.to);
  const written = fewer(threshold, isInWords);
  const opens = /^\p{Lu}/u.test(words);
  const replaced = opens ? `${written.charAt(0).toUpperCase()}${written.slice(1)}` : written;
  const place = prose.sourceSpan(number.from, number.to);
  const says = isShare
    ? `comes to ${NUMBERS[count] ?? count}, fewer than ${threshold}`
    : `is a count below ${threshold}`;
  return {
    at: prose.sourceSpan(at.from, at.to),
    ...severityFor(context),
    message: `"${words}" ${says}${readersOf(context.audience)}: people who know them can tell who is meant. Write "${written}", and see that no other figure gives it away.`,
    fixes: [{ title: `Write "${replaced}"`, edits: (edit, placed) => edit.replace(placed(place), replaced) }],
  };
}

function inTable(one: SmallCell, threshold: number, context: FramedBlockContext): Draft<Span> {
  const { cell, count, row, column, follows } = one;
  const named = `"${row}", "${column}"`;
  const written = fewer(threshold, false);
  const rest = `People who know them can tell who is meant.`;
  const fixes = fixesOf(one, threshold);
  if (follows === undefined) {
    const also =
      one.complements.length === 0 ? '' : ', and hide another part of the total, from which it would follow';
    return {
      at: cell.span,
      ...severityFor(context),
      message: `"${cell.prose.text}" (${named}) is a count below ${threshold}${readersOf(context.audience)}. ${rest} Write "${written}"${also}.`,
      fixes,
    };
  }
  const { total, whole, others } = follows;
  return {
    at: cell.span,
    ...severityFor(context),
    message: `"${cell.prose.text}" (${named}) hides nothing: the total of ${whole} less the ${others} shown is ${count}${readersOf(context.audience)}. Hide another part of the total too.`,
    related: [{ at: total.span, message: `The total is "${total.prose.text}".` }],
    fixes,
  };
}

/** What stands where a part is hidden that is not small itself. */
const WITHHELD = 'withheld';

/** Hides the figure, and the parts of its totals from which it would follow. */
function fixesOf({ cell, follows, complements }: SmallCell, threshold: number): readonly DraftFix<Span>[] {
  const written = fewer(threshold, false);
  const others = [...new Map(complements.map((one) => [one.cell, one])).values()];
  const hide = (edit: Editing, place: (at: Span) => Span): readonly TextEdit[] => [
    ...(follows === undefined ? edit.setCell(place(cell.span), written) : []),
    ...others.flatMap((other) =>
      edit.setCell(place(other.cell.span), other.count < threshold ? written : WITHHELD),
    ),
  ];
  if (follows !== undefined && others.length === 0) return [];
  const told = others.map((other) => `"${other.cell.prose.text}"`).join(' and ');
  const title =
    follows === undefined
      ? `Write "${written}"${told === '' ? '' : ` and hide ${told} too`}`
      : `Hide ${told} too`;
  return [{ title, edits: hide }];
}
