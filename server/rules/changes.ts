import type { Block } from '../model/block.ts';
import { placeInCells, readChangeColumns } from '../numbers/change/changeColumns.ts';
import { type ChangeTie, changeSpan } from '../numbers/change/changeTie.ts';
import { explainChange } from '../numbers/change/explainChange.ts';
import { type ChangeJudgement, judgeChange } from '../numbers/change/judgeChange.ts';
import type { Readings } from '../numbers/readings.ts';
import { cellTexts, passagesOf } from '../numbers/texts.ts';
import type { Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Quantity } from '../values/quantity.ts';
import { compare } from '../values/rational.ts';
import type { Draft, DraftFix } from './rule.ts';
import { changing, turning } from './turning.ts';

/** How the ties of one kind are read. */
export interface ChangeReader {
  /** Whether a passage may hold one, judged without reading it. */
  readonly mayHold: (text: string) => boolean;
  readonly inText: (text: string, readings: Readings) => readonly ChangeTie[];
}

/** Where a stretch of the text of a figure, or of the words on it, stands. */
type Locate = (span: Span, of: Quantity) => Span;

/** The findings on columns that tell by how much two others differ, and do not. */
export function* columnDrafts(block: Block, readings: Readings): Iterable<Draft<Span>> {
  for (const table of block.tables) {
    for (const own of readChangeColumns(readings.of(cellTexts, table), readings)) {
      const judgement = judgeChange(own.tie);
      if (judgement.verdict === 'contradiction')
        yield finding(own.tie, judgement, block.source, placeInCells(own, table.rows));
    }
  }
}

/** The findings on figures of a block that do not stand to each other as the words beside them say. */
export function* changeDrafts(block: Block, readings: Readings, reader: ChangeReader): Iterable<Draft<Span>> {
  for (const prose of readings.of(passagesOf, block)) {
    if (!reader.mayHold(prose.text)) continue;
    const told = new Set<string>();
    for (const tie of reader.inText(prose.text, readings)) {
      const judgement = judgeChange(tie);
      if (judgement.verdict !== 'contradiction') continue;
      // "rose from 81% to 68%, an increase of 13 points" is one slip, said once.
      const key = `${tie.earlier.span.from}:${tie.later.span.from}`;
      if (told.has(key)) continue;
      told.add(key);
      yield finding(tie, judgement, block.source, (span) => prose.sourceSpan(span.from, span.to));
    }
  }
}

/** Words of number have one sense; what is better rests on the measure, and what is close on the reader. */
function severityOf({ claim, certainty }: ChangeTie, { fault }: ChangeJudgement): Severity {
  if (fault === 'times' || (fault === 'direction' && claim === 'equal')) return 'warning';
  if (fault === 'direction' && claim !== 'up' && claim !== 'down') return 'info';
  return certainty === 'explicit' ? 'error' : 'warning';
}

function finding(tie: ChangeTie, judgement: ChangeJudgement, source: string, locate: Locate): Draft<Span> {
  const { earlier, later, by, claimSpan, kind } = tie;
  const shown = judgement.fault === 'amount' && by !== undefined ? by.span : claimSpan;
  // In a table the words of the claim are the figure by which the others differ.
  const claiming = by ?? later;
  const names = kind === 'change' ? ['later', 'earlier'] : ['figure spoken of', 'one it is compared with'];
  const related = [later, earlier].map((quantity, index) => ({
    at: locate(quantity.span, quantity),
    message: `"${quantity.text}" is the ${names[index]}${kind === 'change' ? ' figure' : ''}.`,
  }));
  return {
    at: locate(shown, claiming),
    severity: severityOf(tie, judgement),
    message: explainChange(tie, judgement),
    related,
    fixes: [
      ...judgement.repairs.map(({ quantity, span, replacement, text }) => ({
        title: `Change ${quantity.text} to ${text}`,
        edits: change(span, replacement, (own) => locate(own, quantity)),
      })),
      ...otherWords(tie, judgement, source, locate(claimSpan, claiming)),
      ...swapped(tie, judgement, locate),
    ],
  };
}

function change(span: Span, replacement: string, locate: (span: Span) => Span): DraftFix<Span>['edits'] {
  return (edit, place) => edit.replace(place(locate(span)), replacement);
}

/** The word that says what the figures say, in the place of its contrary. */
function otherWords(
  tie: ChangeTie,
  { fault }: ChangeJudgement,
  source: string,
  at: Span,
): readonly DraftFix<Span>[] {
  if (fault !== 'direction') return [];
  const { claim, claimText, earlier, later } = tie;
  if (tie.form === 'x | y | change') return [changing(source, at, otherSign(claimText))];
  if (claim !== 'close' && claim !== 'equal') return turning(source, at);
  // "In line with" has no contrary: the two figures say which way they part.
  const isMore = compare(later.exact, earlier.exact) > 0;
  const words = /^in /.test(claimText) ? (isMore ? 'above' : 'below') : isMore ? 'higher than' : 'lower than';
  return [changing(source, at, words)];
}

/** `+3` for `-3`, `3` for `(3)`. */
function otherSign(text: string): string {
  const bare = text.replace(/^\((.*)\)$/, '$1');
  if (bare !== text) return bare;
  const [, sign = '', figure = text] = /^([+▲↑⬆−–▼↓⬇-]?)(.*)$/u.exec(text) ?? [];
  const others: Readonly<Record<string, string>> = {
    '▲': '▼',
    '↑': '↓',
    '⬆': '⬇',
    '▼': '▲',
    '↓': '↑',
    '⬇': '⬆',
  };
  return `${others[sign] ?? (sign === '' || sign === '+' ? '-' : '+')}${figure}`;
}

/** The two figures may stand in each other's place; of two with one unit the numbers alone are swapped. */
function* swapped(tie: ChangeTie, { fault }: ChangeJudgement, locate: Locate): Iterable<DraftFix<Span>> {
  const { earlier, later, claim } = tie;
  if (fault !== 'direction' || claim === 'close' || claim === 'equal' || !isPlain(earlier) || !isPlain(later))
    return;
  if (tie.kind === 'comparison' || changeSpan(tie).to - changeSpan(tie).from > 200) return;
  yield {
    title: `Swap ${earlier.text} and ${later.text}`,
    edits: (edit, place) =>
      [
        [earlier, later],
        [later, earlier],
      ].flatMap(([of, by]) =>
        of === undefined || by === undefined
          ? []
          : edit.replace(place(locate(of.numberSpan, of)), numberOf(by)),
      ),
  };
}

function isPlain({ qualifier }: Quantity): boolean {
  return qualifier === 'exact';
}

function numberOf({ text, span, numberSpan }: Quantity): string {
  return text.slice(numberSpan.from - span.from, numberSpan.to - span.from);
}
