import { parseArgs } from 'node:util';
import { evaluate } from './run.ts';
import { MISSING_SEED, subjects } from './subject.ts';
import { describeOutcome, isGood, table, totals } from './table.ts';

const TIMES = 200;
export const QUICK_TIMES = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

const all = subjects();
if (all.every(({ form }) => form !== 'text')) console.log(`${MISSING_SEED}\n`);
let good = true;
for (const subject of all) {
  const outcomes = evaluate(subject, Number(values.seed), values.quick ? QUICK_TIMES : TIMES);
  console.log(table(subject.name, outcomes), '\n');
  const bad = outcomes.filter(({ result }) => result !== 'found' && result !== 'silent');
  if (values.verbose && bad.length > 0) console.log(bad.map(describeOutcome).join('\n'), '\n');
  good &&= isGood(totals(outcomes));
}
process.exitCode = good ? 0 : 1;
