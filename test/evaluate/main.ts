import { parseArgs } from 'node:util';
import { evaluate } from './evaluate.ts';
import { unreadEntries } from './judged.ts';
import { leftOut } from './published.ts';
import { subjects } from './subject.ts';
import { describeOutcome, isGood, table, totals } from './table.ts';

const TIMES = 200;
const QUICK_TIMES = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    judge: { type: 'boolean', default: false },
  },
});

function run(): boolean {
  const all = subjects();
  const missing = leftOut();
  if (missing !== undefined) console.log(`${missing}\n`);
  const results = all.map((subject) => {
    const outcomes = evaluate(subject, Number(values.seed), values.quick ? QUICK_TIMES : TIMES);
    console.log(`${table(subject.name, outcomes)}\n`);
    const bad = outcomes.filter(({ result }) => result !== 'found' && result !== 'silent');
    if (values.verbose && bad.length > 0) console.log(`${bad.map(describeOutcome).join('\n')}\n`);
    return isGood(totals(outcomes));
  });
  return results.every(Boolean);
}

if (values.judge) console.log(unreadEntries());
else process.exitCode = run() ? 0 : 1;
