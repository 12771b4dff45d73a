import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluateCorpus } from './corpus/main.ts';
import { evaluate } from './evaluate.ts';
import { unreadEntries } from './judged.ts';
import { evaluateFigures } from './mutation/main.ts';
import { leftOut } from './published.ts';
import { asRecord, RECORDED, record } from './recorded.ts';
import { subjects } from './subject.ts';
import { describeOutcome, isGood, table, totals } from './table.ts';

const TIMES = 200;
const QUICK_TIMES = 40;
/** So many wrong figures come into a document. */
const FIGURES = 1000;
const QUICK_FIGURES = 40;
/** A published report is long, and there are many: each kind of change comes once. */
const CORPUS_TIMES = 1;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    judge: { type: 'boolean', default: false },
    // Writes down by rule how many faults are found in the examples.
    record: { type: 'boolean', default: false },
    // Only the published PDFs; only those with some words in their names; without faults put into them.
    corpus: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    plain: { type: 'boolean', default: false },
    // Only what becomes of wrong figures.
    figures: { type: 'boolean', default: false },
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

async function runAll(): Promise<boolean> {
  const seed = Number(values.seed);
  const { only, verbose, corpus, quick } = values;
  const examples = corpus || values.figures || run();
  const most = quick ? QUICK_FIGURES : FIGURES;
  const figures =
    values.plain || (await evaluateFigures({ seed, most, corpus: corpus || !quick, verbose, only }));
  const times = values.plain ? 0 : CORPUS_TIMES;
  const published = values.figures || (await evaluateCorpus({ seed, times, verbose, only }));
  return examples && figures && published;
}

if (values.judge) console.log(unreadEntries());
else if (values.record) writeFileSync(RECORDED, asRecord(record(Number(values.seed))));
else process.exitCode = (await runAll()) ? 0 : 1;
