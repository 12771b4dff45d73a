import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Passage, Texts } from '../places.ts';
import { isRight, percent, rightFigures, wrongFigures } from '../shareFigures.ts';
import { SHARE_FORMS, shareSentence } from '../shareSentences.ts';

export const SHARE_FAULTS: readonly Fault<Texts>[] = [
  { name: 'wrong share put in', rule: 'number/share-mismatch', draw: wrongShare },
  { name: 'right share mutated', rule: 'number/share-mismatch', draw: mutatedShare },
  { name: 'wrong share in words', rule: 'number/share-mismatch', draw: wrongInWords },
  { name: 'part larger than its whole', rule: 'number/share-mismatch', draw: partTooLarge },
  {
    name: 'wrong share in a table',
    rule: 'number/share-mismatch',
    forms: ['markdown', 'yaml'],
    draw: wrongInTable,
  },
];

/** A paragraph into which a sentence can be put, and where. */
export function slot(document: Texts, random: Random): { readonly at: number; readonly prose: Passage } {
  const prose = random.pick(document.prose.filter(({ slots }) => slots.length > 0));
  return { at: random.pick(prose.slots), prose };
}

function sentence(document: Texts, random: Random, words: string): Change {
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words);
}

function wrongShare(document: Texts, random: Random): Change {
  const form = random.pick(SHARE_FORMS);
  return sentence(document, random, shareSentence(form, wrongFigures(random), random));
}

/** The document holds a right share, and one of its figures is changed later. */
function mutatedShare(document: Texts, random: Random): Change {
  const form = random.pick(SHARE_FORMS);
  const right = rightFigures(random);
  return sentence(document, random, shareSentence(form, wrongFigures(random, right), random));
}

const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(' ');

function wrongInWords(document: Texts, random: Random): Change | undefined {
  const whole = 3 + random.below(14);
  const part = 2 + random.below(whole - 3);
  const right = { part, whole, share: Math.round((100 * part) / whole), places: 0 };
  const share = right.share + random.pick([-21, -10, -3, 3, 9, 18]);
  if (share <= 0 || share >= 100 || isRight({ ...right, share })) return undefined;
  const [small, large] = [WORDS[part - 2] ?? '', WORDS[whole - 2] ?? ''];
  const words = random.pick([
    `Inspectors judged that ${small} of the ${large} records (${share}%) were detailed.`,
    `Plans were shared early in ${small} out of ${large} cases (${share} per cent).`,
    `Of the ${large} teams, ${small} (${share}%) have a full complement of staff.`,
    `In ${small} of ${large} homes, or ${share}%, children helped to choose the staff.`,
  ]);
  return sentence(document, random, words);
}

function partTooLarge(document: Texts, random: Random): Change {
  const { part, whole } = rightFigures(random);
  const words = random.pick([
    `Visits were made in time in ${whole} of the ${part + 1} cases.`,
    `Early help reached ${whole} out of ${part + 1} families.`,
    `The panel agreed ${whole} of the ${part + 1} applications, more than in the year before.`,
  ]);
  // A number like 2015 is read as a year.
  const isYear = whole >= 1900 && whole < 2100;
  return part + 1 < whole && !isYear ? sentence(document, random, words) : partTooLarge(document, random);
}

function wrongInTable(document: Texts, random: Random): Change {
  const { prose } = slot(document, random);
  const [first, second, wrong] = [rightFigures(random), rightFigures(random), wrongFigures(random)];
  const rows = [first, wrong, second].map((figures, index) => ({ team: `Team ${index + 1}`, ...figures }));
  const table = random.chance(0.5)
    ? [
        '| Team | Number of children | Seen in time (No.) | Seen in time (%) |',
        '| --- | --- | --- | --- |',
        ...rows.map((row) => `| ${row.team} | ${row.whole} | ${row.part} | ${percent(row)}% |`),
      ]
    : [
        '| Team | Children | Seen in time |',
        '| --- | --- | --- |',
        ...rows.map((row) => `| ${row.team} | ${row.whole} | ${row.part} (${percent(row)}%) |`),
      ];
  const indent = `${/^\s*/.exec(document.text.slice(prose.line.from, prose.line.to))?.[0] ?? ''}   `;
  const lines = `\n\n${table.map((line) => `${indent}${line}`).join('\n')}`;
  const added = change(document.text, [insert(prose.line.to, lines)], [], `table with ${table[3]}`);
  const from = added.text.indexOf(table[3] ?? '', prose.line.to);
  return { ...added, at: [{ from, to: from + (table[3] ?? '').length }] };
}
