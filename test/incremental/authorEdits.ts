import type { TextEdit } from '../../server/text/edit.ts';
import type { Span } from '../../server/text/span.ts';
import type { Random } from './random.ts';

/** What an author who writes and rearranges a report does next; most of it leaves the report a report. */
export function authorEdit(text: string, random: Random): TextEdit {
  return random.pick(KINDS)(text, random);
}

type Kind = (text: string, random: Random) => TextEdit;

/** A letter or figure more, less or another, or one word less. */
function typed(text: string, random: Random): TextEdit {
  const from = random.below(text.length);
  const word = /^[\p{L}\p{N}]{0,12} ?/u.exec(text.slice(from))?.[0].length ?? 0;
  const insert = random.pick(['', 'e', '3', ' ', 'x ', '.', ':', '', '\n\n', '*', '|']);
  const to = random.chance(0.5) ? from : from + (random.chance(0.5) ? 1 : word);
  return { span: { from, to: Math.min(to, text.length) }, insert };
}

/** A figure of the text as another, or a little more or less. */
function counted(text: string, random: Random): TextEdit {
  const figures = matches(text, /\d+(?:\.\d+)*/g);
  if (figures.length === 0) return typed(text, random);
  const span = random.pick(figures);
  const more = String(Number.parseInt(text.slice(span.from, span.to), 10) + random.below(5) - 2);
  return { span, insert: random.chance(0.4) ? pieceOf(text, figures, random) : more };
}

/** A word of the text, or a phrase that rules look for, in the place of another or behind it. */
function phrased(text: string, random: Random): TextEdit {
  const words = matches(text, /[\p{L}\p{N}%.]+/gu);
  if (words.length === 0) return typed(text, random);
  const { from, to } = random.pick(words);
  const insert = random.chance(0.7) ? random.pick(PHRASES) : pieceOf(text, words, random);
  return random.chance(0.6)
    ? { span: { from: to, to }, insert: ` ${insert}` }
    : { span: { from, to }, insert };
}

/** Lines, or paragraphs, taken out, copied elsewhere, or put in each other's place. */
function rearranged(text: string, random: Random): TextEdit {
  const pieces = matches(text, random.chance(0.5) ? /[^\n]*(?:\n|$)/g : /(?:[^\n]+(?:\n|$))+\n*|\n+/g);
  const index = random.below(pieces.length);
  const [one, next] = [pieces[index], pieces[index + 1]];
  if (one === undefined || random.chance(0.2)) return { span: one ?? { from: 0, to: 0 }, insert: '' };
  if (next === undefined || random.chance(0.5)) {
    const { from } = random.pick(pieces);
    return { span: { from, to: from }, insert: text.slice(one.from, one.to) };
  }
  const span = { from: one.from, to: next.to };
  return { span, insert: text.slice(next.from, next.to) + text.slice(one.from, one.to) };
}

/** All of the text once more in front of it, as where it is pasted twice. */
function doubled(text: string): TextEdit {
  return { span: { from: 0, to: 0 }, insert: text };
}

const KINDS: readonly Kind[] = [
  ...[typed, typed, typed, typed, counted, counted],
  ...[phrased, phrased, phrased, phrased, rearranged, rearranged, rearranged, doubled],
];

const PHRASES: readonly string[] = [
  ...['(CQC)', 'CQC', 'Care Quality Commission (CQC)', 'LADO', 'Dear Director', 'Yours sincerely'],
  ...['in 2011', 'in May 2020', '5 May 2020', 'from 5 May 2020 to 3 May 2020', 'two years ago'],
  ...[
    'inspection in June 2010',
    'third',
    'second monitoring visit',
    'good',
    'Inadequate (Grade 4)',
    'Grade 2',
  ],
  ...['**Judgement:** Good', '**Status:** Red', 'Green', 'Amber', 'Complete', 'Not started', 'tbc', 'n/a'],
  ...['57%', '12 of 40', 'of boys', 'Recommendation 3', 'Table 3: x', 'Appendix B', '3.2', '14.', '1)'],
  ...['see paragraph 3.2', 'see the table below', '(see table 2)', '[x](#summary)', '![a](b.png)'],
  ...['<a id="summary"></a>', '{#x}', '<!-- id: x -->', ':', '–', ' | ', '**', '`'],
];

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: { length }, index }) =>
    length === 0 ? [] : [{ from: index, to: index + length }],
  );
}

function pieceOf(text: string, pieces: readonly Span[], random: Random): string {
  const { from, to } = random.pick(pieces);
  return text.slice(from, to);
}
