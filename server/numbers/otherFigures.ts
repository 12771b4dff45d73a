import type { Span } from '../text/span.ts';
import type { OtherFigure } from '../values/marks.ts';
import { type Quantity, type QuantityKind, readFigure } from '../values/quantity.ts';
import { isDash, isJoined, type Token } from '../values/tokens.ts';
import type { Readings } from './readings.ts';

/** What a figure is that is no quantity, as an author would call it. */
export type OtherKind =
  | 'address'
  | 'age'
  | 'date'
  | 'form or code'
  | 'grade'
  | 'identifier'
  | 'name'
  | 'page number'
  | 'paragraph number'
  | 'range'
  | 'reference'
  | 'row of bare figures'
  | 'scale'
  | 'set phrase'
  | 'statute'
  | 'time'
  | 'version'
  | 'year'
  | 'unread';

/** A figure of a text, in the text's own offsets. */
export interface TextFigure {
  readonly span: Span;
  readonly text: string;
  readonly readAs: QuantityKind | OtherKind;
  readonly quantity: Quantity | undefined;
}

const NAMES: Readonly<Record<OtherFigure, OtherKind>> = {
  address: 'address',
  age: 'age',
  code: 'form or code',
  date: 'date',
  identifier: 'identifier',
  label: 'reference',
  malformed: 'unread',
  name: 'name',
  paragraph: 'paragraph number',
  phrase: 'set phrase',
  range: 'range',
  row: 'row of bare figures',
  scale: 'scale',
  time: 'time',
  year: 'year',
};

// What the number behind a word is, by the word.
const LABELLED: readonly (readonly [OtherKind, RegExp])[] = [
  [
    'statute',
    /^(?:s|ss|(?:sub)?sections?|secs?|regulations?|regs?|articles?|clauses?|schedules?|act|rules?)$/,
  ],
  ['grade', /^(?:graded?|grades|tiers?|levels?|bands?|category|categories|class|scored)$/],
  ['page number', /^(?:pages?|pp?|pg)$/],
  ['paragraph number', /^paras?$|^paragraphs?$/],
  ['version', /^version$/],
  ['name', /^(?:essentials?|covid|phase|stage|year|wave|round|unit|building)$/],
];
// What a word is that has figures in it: `s47`, `p12`, `v3`, `C100`.
const JOINED: readonly (readonly [OtherKind, RegExp])[] = [
  ['statute', /^s\d+$/],
  ['page number', /^pp?\d+$/],
  ['version', /^v\d+$/],
  ['form or code', /\d/],
];

function kindAt(tokens: readonly Token[], index: number, other: OtherFigure): OtherKind {
  if (other !== 'label') return NAMES[other];
  const before = tokens[index - 1]?.text === '.' ? tokens[index - 2] : tokens[index - 1];
  const named = LABELLED.find(([, pattern]) => pattern.test(before?.lower ?? ''))?.[0] ?? NAMES[other];
  // "sections 4.0 to 11.0" are those of a document: no law is numbered so.
  return named === 'statute' && tokens[index]?.text.includes('.') ? NAMES[other] : named;
}

function endOfRun(others: readonly (OtherFigure | undefined)[], index: number): number {
  let next = index + 1;
  while (others[next] !== undefined && others[next] === others[index]) next += 1;
  return next;
}

/** What stands at a token that no quantity takes in, and the index behind it. */
function otherAt(
  tokens: readonly Token[],
  others: readonly (OtherFigure | undefined)[],
  index: number,
): { readonly readAs: OtherKind | undefined; readonly next: number } {
  const [token, other] = [tokens[index], others[index]];
  if (other !== undefined) return { readAs: kindAt(tokens, index, other), next: endOfRun(others, index) };
  if (token?.kind === 'number' || token?.kind === 'dotted') {
    // "a 24-bed unit": the figure is part of a word.
    const isInWord =
      isDash(tokens[index + 1]) && isJoined(tokens, index + 1) && tokens[index + 2]?.kind === 'word';
    return { readAs: isInWord ? 'name' : 'unread', next: index + 1 };
  }
  const isWord = token?.kind === 'word';
  const joined = isWord ? JOINED.find(([, pattern]) => pattern.test(token.lower)) : undefined;
  return { readAs: joined?.[0], next: index + 1 };
}

/** Every figure of a passage in order: its quantities, and what has figures and is none. */
export function figuresOfText(text: string, readings: Readings): readonly TextFigure[] {
  const { tokens, quantities, others } = readings.text(text);
  const figures: TextFigure[] = [];
  let index = 0;
  for (const quantity of [...quantities, undefined]) {
    while (index < tokens.length && (tokens[index]?.from ?? 0) < (quantity?.span.from ?? text.length)) {
      const { readAs, next } = otherAt(tokens, others, index);
      const span = { from: tokens[index]?.from ?? 0, to: tokens[next - 1]?.to ?? 0 };
      const own = text.slice(span.from, span.to);
      // A month alone, or an address, has no figure.
      if (readAs !== undefined && /\d/.test(own))
        figures.push({ span, text: own, readAs, quantity: undefined });
      index = next;
    }
    if (quantity === undefined) break;
    figures.push({ span: quantity.span, text: quantity.text, readAs: quantity.kind, quantity });
    while ((tokens[index]?.from ?? text.length) < quantity.span.to) index += 1;
  }
  return figures;
}

/** The figures of a table's cell. One that stands alone is a quantity whatever it looks like: `2027`. */
export function figuresOfCell(text: string, readings: Readings): readonly TextFigure[] {
  const quantity = readFigure(text);
  return quantity === undefined
    ? figuresOfText(text, readings)
    : [{ span: quantity.span, text: quantity.text, readAs: quantity.kind, quantity }];
}
