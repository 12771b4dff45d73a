import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.ts';
import { caseOf, described, failureOf, minimised } from './fuzz.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    /** Runs the case of the seed and no other. */
    once: { type: 'boolean', default: false },
  },
});

const REPORT_EVERY = 60_000;
const MOST_FAILURES = 20;

async function main(): Promise<void> {
  const corpus = readCorpus();
  const all = targets(corpus);
  const first = Number(values.seed ?? Date.now() % 1_000_000_000);
  const end = performance.now() + Number(values.minutes) * 60_000;
  console.log(`Seed ${first}, ${values.once ? 'one case' : `${values.minutes} minutes`}.`);
  // The YAML parser makes an error for each fault, and what costs time in these is where they came from.
  Error.stackTraceLimit = 0;
  const reasons = new Set<string>();
  let cases = 0;
  let failed = 0;
  let reported = performance.now();
  const say = () => console.log(`${cases} cases, ${failed} failed, the next seed is ${first + cases}.`);
  do {
    const one = caseOf(first + cases, all, corpus);
    const reason = await failureOf(one);
    cases += 1;
    if (reason !== undefined) {
      failed += 1;
      // Many cases fail for one reason, which is worth making small once.
      const kind = `${one.target.name} ${reason.replace(/\d+|".*"/g, '#').slice(0, 60)}`;
      if (!reasons.has(kind)) console.log(`\n${described(await minimised(one, reason))}\n`);
      reasons.add(kind);
    }
    if (performance.now() - reported > REPORT_EVERY) {
      say();
      reported = performance.now();
    }
  } while (!values.once && performance.now() < end && reasons.size < MOST_FAILURES);
  say();
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
