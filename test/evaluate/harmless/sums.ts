import type { Random } from '../../incremental/random.ts';
import { type Change, insert } from '../change.ts';
import { slot } from '../faults/shares.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { sharesSentence, totalSentence, totalTable } from '../sumSentences.ts';
import { edited, indentOf, withSentence } from './edit.ts';

export const SUMS: readonly Kind<Texts>[] = [
  {
    name: 'right total',
    draw: (document, random) => withSentence(document, random, totalSentence(random, true)),
  },
  {
    name: 'shares that make 100',
    draw: (document, random) => withSentence(document, random, sharesSentence(random, true)),
  },
  { name: 'table of right totals', draw: rightTable, forms: ['markdown', 'yaml'] },
  {
    name: 'figures that are no parts',
    draw: (document, random) => withSentence(document, random, random.pick(APART)),
  },
];

/** Figures that stand together and make up nothing. */
const APART: readonly string[] = [
  'There are 20 schools, 12 nurseries and 9 family centres.',
  'Of 40 children, 30 were seen alone and 25 had a plan.',
  'The 40 staff were split into 3 teams and 2 hubs.',
  'In all 58% of plans name neglect and 40% abuse.',
  'Visits were made in 86%: 76% in person and 10% by telephone.',
];

function rightTable(document: Texts, random: Random): Change {
  const { prose } = slot(document, random);
  const indent = `${indentOf(document, prose.line)}   `;
  const { lines } = totalTable(random, true);
  const table = lines.map((line) => `${indent}${line}`).join('\n');
  return edited(document, [insert(prose.line.to, `\n\n${table}`)], `table ${lines[2]}`);
}
