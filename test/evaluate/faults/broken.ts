import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

/** Text that was never finished, or that lost something on its way. */
export const BROKEN_FAULTS: readonly Fault<Texts>[] = [
  { name: 'placeholder in a sentence', rule: 'prose/placeholder', draw: gap },
  { name: 'note in place of a sentence', rule: 'prose/placeholder', draw: note },
  { name: 'bracket without its other half', rule: 'prose/unclosed-bracket', draw: bracket },
  { name: 'quotation mark without its other half', rule: 'prose/unclosed-bracket', draw: quotation },
  {
    name: 'sentence cut off',
    rule: 'prose/cut-off-sentence',
    forms: ['markdown'],
    optional: true,
    draw: cutOff,
  },
  {
    name: 'caption left alone',
    rule: 'structure/empty-caption',
    forms: ['markdown'],
    optional: true,
    draw: captionAlone,
  },
  {
    name: 'list miscounted',
    rule: 'prose/announced-count',
    forms: ['markdown'],
    optional: true,
    draw: miscounted,
  },
  {
    name: 'paragraph pasted twice',
    rule: 'prose/repeated-passage',
    forms: ['markdown'],
    optional: true,
    severity: 'info',
    draw: pasted,
  },
];

function escaped(words: string): RegExp {
  return new RegExp(words.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
}

function sentence(document: Texts, random: Random, words: string, says: RegExp): Change {
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at + 1 }], words, says);
}

/** Each with what is still to be filled in, between bars. */
const GAPS = [
  'The team now has |xx| social workers.',
  'Visits were in time in |XX%| of cases.',
  'The panel met on |dd/mm/yyyy| and was well attended.',
  'The panel met on |XX May| and was well attended.',
  'The service costs |£xx| a year.',
  'The number of visits |(TBC)| has risen.',
  'The number of visits |(figure tbc)| has risen.',
  'The start date is |tbc|, as the board knows.',
  'The venue is |TBC|, as the board knows.',
  'Managers in |[name of area]| know their teams.',
  'Managers in |{{area}}| know their teams.',
  'There were |??| children on the list.',
  'There were |???| on the list.',
  'The rate is shown in |Error! Reference source not found.|',
  'The strategy was agreed by |______| in the spring.',
  'The strategy was agreed by |[Insert name here]| in the spring.',
  'The strategy was agreed by |Xxxxx| in the spring.',
];

function gap(document: Texts, random: Random): Change {
  const [before = '', words = '', behind = ''] = random.pick(GAPS).split('|');
  return sentence(document, random, before + words + behind, escaped(words));
}

const NOTES = [
  'Text to follow.',
  'Commentary to follow.',
  'Awaiting data.',
  'Awaiting final figures.',
  'Click or tap here to enter text.',
  'Choose an item.',
  'Add narrative here.',
  'Insert chart.',
  'Data to be added.',
  'TODO: ask the team.',
  'Lorem ipsum dolor sit amet.',
];

function note(document: Texts, random: Random): Change {
  const words = random.pick(NOTES);
  return sentence(document, random, words, escaped(words.slice(0, 4)));
}

const ASIDES = [
  'Most visits (those in the first week) were in time.',
  'The board (chaired by the director) meets each month.',
  'Managers read records (of visits and of meetings), and say what they see.',
  'The panel [of carers and staff] is strong.',
];

function bracket(document: Texts, random: Random): Change {
  const right = random.pick(ASIDES);
  const words = right.replace(random.pick([/[([]/, /[)\]]/]), '');
  return sentence(document, random, words, /bracket that (?:opens|closes)/);
}

const QUOTED = [
  'One carer spoke of “a lifeline for us” when asked.',
  'One carer spoke of ‘a lifeline for us’ when asked.',
  'Staff call it "the front door" and are proud of it.',
  'Staff call it “the front door”, and are proud of it.',
];

function quotation(document: Texts, random: Random): Change {
  const words = random.pick(QUOTED).replace(/[”’"](?=[ ,])/, '');
  return sentence(document, random, words, /quotation mark that opens/);
}

const CUT = [
  'Managers have strengthened their oversight of the quality of the',
  'Social workers now see the children whom they know best, and',
  'The board has agreed to widen the offer to families in the north of the county, which',
  'Young people told inspectors that they are heard when they speak to their',
];

function cutOff(document: Texts, random: Random): Change | undefined {
  return behindParagraph(document, random, ` ${random.pick(CUT)}`, /stops in the middle/);
}

const CAPTIONS = [
  'Figure 9: Visits in time, by team',
  'Table 9: Children by team and age',
  'Chart 9. Contacts by month',
];

function captionAlone(document: Texts, random: Random): Change | undefined {
  return behindParagraph(document, random, `\n\n${random.pick(CAPTIONS)}`, /the caption/);
}

const ANNOUNCED = [
  'There are three areas for improvement:',
  'The board agreed three key actions:',
  'The three priorities for the coming year are:',
];

function miscounted(document: Texts, random: Random): Change | undefined {
  const things = ['- plans', '- visits', '- reviews', '- records'].slice(0, random.pick([2, 4])).join('\n');
  return behindParagraph(document, random, `\n\n${random.pick(ANNOUNCED)}\n\n${things}`, /announces three/);
}

/**
 * A long paragraph comes again below the same heading, with two of its words changed or as it is: a section that sums up
 * may say what others say.
 */
function pasted(document: Texts, random: Random): Change | undefined {
  const { text, prose } = document;
  const long = prose.filter(
    ({ line: { from, to }, slots }) =>
      /^\p{Lu}/u.test(text.slice(from, to)) && to - from > 400 && slots.length > 0,
  );
  if (long.length === 0) return undefined;
  const { from, to } = random.pick(long).line;
  const words = text.slice(from, to);
  const changed = random.chance(0.5) ? words : words.replace(/ the /, ' each ').replace(/ and /, ' or ');
  const near = prose.filter(({ line }) => line.from >= from && !/^#/m.test(text.slice(to, line.to)));
  return behindParagraph(
    { ...document, prose: near },
    random,
    `\n\n${changed}`,
    /stands (?:in|above).*already/,
  );
}

/**
 * Puts something behind a paragraph at the margin that another paragraph or a heading follows: a list or a table could go
 * on with it, and what is nested is a matter of blanks.
 */
function behindParagraph(
  { text, prose }: Texts,
  random: Random,
  words: string,
  says: RegExp,
): Change | undefined {
  const ends = prose.filter(
    ({ line: { from, to } }) =>
      /^\p{Lu}/u.test(text.slice(from, to)) && /^\n\n(?:#|\p{Lu})/u.test(text.slice(to, to + 4)),
  );
  if (ends.length === 0) return undefined;
  const { to } = random.pick(ends).line;
  const at = { from: to, to: to + words.length };
  const found = change(text, [insert(to, words)], [], words.trim(), says);
  return { ...found, at: [at] };
}
