import type { Random } from '../../incremental/random.ts';
import { type Change, insert } from '../change.ts';
import { slot } from '../faults/shares.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { halfFigures, percent, rightFigures, type ShareFigures } from '../shareFigures.ts';
import { SHARE_FORMS, shareSentence } from '../shareSentences.ts';
import { edited, indentOf, withSentence } from './edit.ts';

export const FIGURES: readonly Kind<Texts>[] = [
  { name: 'right share', draw: (document, random) => shared(document, random, rightFigures(random)) },
  { name: 'right share in bold', forms: ['markdown', 'yaml'], draw: boldShare },
  {
    name: 'half rounded up or down',
    draw: (document, random) => shared(document, random, halfFigures(random)),
  },
  { name: 'about, over, nearly', draw: qualified },
  { name: 'share in words', draw: inWords },
  { name: 'two shares of one whole', draw: twoShares },
  { name: 'table of right shares', draw: rightTable, forms: ['markdown', 'yaml'] },
];

function shared(document: Texts, random: Random, figures: ShareFigures): Change {
  return withSentence(document, random, shareSentence(random.pick(SHARE_FORMS), figures, random));
}

function boldShare(document: Texts, random: Random): Change {
  const words = shareSentence(random.pick(SHARE_FORMS), rightFigures(random), random);
  return withSentence(document, random, words.replace(/\d+(?:\.\d+)?(?:%| per cent)/, '**$&**'));
}

/** Words that leave room: about 70% for 69.4%, over 60% for 62.1%, nearly 90% for 88.9%. */
function qualified(document: Texts, random: Random): Change | undefined {
  const { part, whole } = rightFigures(random);
  const exact = (100 * part) / whole;
  const below = Math.floor(exact);
  const words: readonly (readonly [string, number])[] = [
    ['about', Math.round(exact)],
    ['around', Math.round(exact)],
    ['approximately', Math.round(exact)],
    ['over', below],
    ['more than', below],
    ['just over', below],
    ['nearly', Math.ceil(exact)],
    ['almost', Math.ceil(exact)],
    ['just under', Math.ceil(exact)],
    ['at least', below],
    ['some', Math.round(exact)],
  ];
  const [word, share] = random.pick(words);
  if (share <= 0 || share >= 100 || Number.isInteger(exact)) return undefined;
  const said = random.pick([
    `In the sample, ${word} ${share}% (${part} of ${whole}) met the standard.`,
    `In time were ${part} of ${whole} visits (${word} ${share}%).`,
    `Of ${whole} plans, ${part} (${word} ${share}%) were up to date.`,
  ]);
  return withSentence(document, random, said);
}

const IN_WORDS: readonly string[] = [
  'Half of the 24 teams (12) are fully staffed.',
  'Two thirds of the records (8 of 12) were up to date.',
  'Nine of the twelve homes (75%) are good.',
  'A quarter of visits (10 of 40) were made at weekends.',
  'Three quarters of the files (30 of 40) had a chronology.',
  'Seven out of ten parents (70 per cent) felt listened to.',
  'One in five of the 50 families (10) had moved.',
  'Of the nine teams, three (33%) are new.',
  'Of the nine teams, one third (3) are new.',
];

function inWords(document: Texts, random: Random): Change {
  return withSentence(document, random, random.pick(IN_WORDS));
}

function twoShares(document: Texts, random: Random): Change | undefined {
  const first = rightFigures(random);
  const rest = first.whole - first.part;
  const places = first.places;
  const second = { ...first, part: rest, share: Math.round((100 * 10 ** places * rest) / first.whole) };
  const [n, m, N, p, q] = [first.part, rest, first.whole, percent(first), percent(second)];
  if (second.share <= 0 || rest < 2) return undefined;
  const words = random.pick([
    `Of ${N} referrals, ${n} (${p}%) led to an assessment and ${m} (${q}%) to advice.`,
    `Of the ${N} children, ${n} (${p}%) are boys and ${m} (${q}%) are girls.`,
    `There were ${N} conferences: ${n} (${p}%) in time, ${m} (${q}%) late.`,
    `In time were ${n} of ${N} visits (${p}%), while ${m} (${q}%) were late.`,
    `Visits were late in ${q}% of cases (${m} of ${N}) and in time in ${p}% (${n} of ${N}).`,
  ]);
  return withSentence(document, random, words);
}

function rightTable(document: Texts, random: Random): Change {
  const { prose } = slot(document, random);
  const rows = Array.from({ length: 3 }, (_, index) => ({
    team: `Team ${index + 1}`,
    ...rightFigures(random),
  }));
  const total = {
    whole: rows.reduce((sum, row) => sum + row.whole, 0),
    part: rows.reduce((sum, row) => sum + row.part, 0),
  };
  const all = [
    ...rows,
    { team: 'Total', ...total, share: Math.round((100 * total.part) / total.whole), places: 0 },
  ];
  const form = random.pick([0, 1, 2]);
  const heads = [
    '| Team | Number of children | Seen in time (No.) | Seen in time (%) |\n| --- | --- | --- | --- |',
    '| Team | Children | Seen in time |\n| --- | --- | --- |',
    '| Team | May 2011 | May 2012 |\n| --- | --- | --- |',
  ];
  const lines = all.map(
    (row) =>
      [
        `| ${row.team} | ${row.whole} | ${row.part} | ${percent(row)}% |`,
        `| ${row.team} | ${row.whole} | ${row.part} (${percent(row)}%) |`,
        // The whole of such a table is not given: nothing can be said against its shares.
        `| ${row.team} | ${row.whole} | ${row.part} (${100 - Number(percent(row))}%) |`,
      ][form],
  );
  const indent = `${indentOf(document, prose.line)}   `;
  const table = [...(heads[form] ?? '').split('\n'), ...lines].map((line) => `${indent}${line}`).join('\n');
  return edited(document, [insert(prose.line.to, `\n\n${table}`)], `table ${lines[0]}`);
}
