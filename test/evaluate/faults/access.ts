import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { tableBehind } from './identifiers.ts';
import { slot } from './shares.ts';

/** What readers who cannot see the page, or its colours, do not get. */
export const ACCESS_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'picture without words',
    rule: 'accessibility/missing-alt-text',
    forms: ['markdown'],
    draw: sentences(/no words for readers/, [
      'Visits are shown by month: ![](charts/visits.png) ',
      'How plans fared is drawn here: ![ ](figures/plans.svg) ',
      'The trend, <img src="trend.png">, is good. ',
    ]),
  },
  {
    name: 'link whose words say nothing',
    rule: 'accessibility/unclear-link-text',
    forms: ['markdown'],
    severity: 'info',
    draw: sentences(/does not say where this link leads|shows its address/, [
      'The strategy is [here](https://www.westshire.gov.uk/strategy). ',
      'For the audits [click here](audits.md). ',
      'More is said elsewhere ([read more](https://www.westshire.gov.uk/news)). ',
      'The offer is on [this page](https://www.westshire.gov.uk/offer). ',
    ]),
  },
  {
    name: 'table with an empty header',
    rule: 'accessibility/table-without-header',
    forms: ['markdown'],
    draw: (document, random) => {
      const figures = () => `${60 + random.below(39)}%`;
      const rows = [
        '|  |  |',
        '| --- | --- |',
        `| Visits on time | ${figures()} |`,
        `| Plans | ${figures()} |`,
      ];
      return tableBehind(document, random, rows);
    },
  },
  {
    name: 'status by its colour alone',
    rule: 'accessibility/colour-only-status',
    forms: ['markdown'],
    draw: (document, random) => {
      const status = random.pick(['🟢', '🔴', '🟡', '<span style="color:red">●</span>']);
      const task = random.pick(['Train the teams', 'Read the cases', 'Ask the carers']);
      const rows = [
        '| Task | Where | Status |',
        '| --- | --- | --- |',
        `| ${task} | All homes | ${status} |`,
      ];
      return tableBehind(document, random, rows);
    },
  },
];

function sentences(says: RegExp, forms: readonly string[]): (document: Texts, random: Random) => Change {
  return (document, random) => {
    const words = random.pick(forms);
    const { at } = slot(document, random);
    const there = { from: at, to: at + words.length };
    return { ...change(document.text, [insert(at, words)], [], words, says), at: [there] };
  };
}
