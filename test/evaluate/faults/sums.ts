import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { sharesSentence, totalSentence, totalTable } from '../sumSentences.ts';
import { slot } from './shares.ts';

export const SUM_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'wrong total put in',
    rule: 'number/total-mismatch',
    draw: (document, random) => said(document, random, totalSentence(random, false)),
  },
  {
    name: 'shares that miss 100',
    rule: 'number/distribution-sum',
    draw: (document, random) => said(document, random, sharesSentence(random, false)),
  },
  {
    name: 'wrong total in a table',
    rule: 'number/total-mismatch',
    forms: ['markdown', 'yaml'],
    draw: wrongTable,
  },
];

function said(document: Texts, random: Random, words: string): Change {
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at + words.length }], words);
}

function wrongTable(document: Texts, random: Random): Change {
  const { prose } = slot(document, random);
  const { lines, slip } = totalTable(random, false);
  const indent = `${/^\s*/.exec(document.text.slice(prose.line.from, prose.line.to))?.[0] ?? ''}   `;
  const table = `\n\n${lines.map((line) => `${indent}${line}`).join('\n')}`;
  const added = change(document.text, [insert(prose.line.to, table)], [], `table with ${slip}`);
  const from = added.text.indexOf(slip, prose.line.to);
  return { ...added, at: [{ from, to: from + slip.length }] };
}
