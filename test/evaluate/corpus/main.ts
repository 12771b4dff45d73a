import { asEntries, missingFrom, readJudged } from '../judged.ts';
import { LEAST_FOUND, table } from '../table.ts';
import { corpus, NO_CORPUS } from './folder.ts';
import { JUDGED_CORPUS } from './judged.ts';
import { readReport } from './read.ts';
import { type Told, tell } from './tell.ts';

interface How {
  readonly seed: number;
  /** How many faults are put into each report, and as many harmless edits; none where it is 0. */
  readonly times: number;
  readonly verbose: boolean;
  /** Only reports with that in their names. */
  readonly only: string;
}

/** Imports and checks every published PDF, tells of each in a line, and says whether all is as it should be. */
export async function evaluateCorpus({ seed, times, verbose, only }: How): Promise<boolean> {
  const names = corpus();
  if (names === undefined) {
    console.log(NO_CORPUS);
    return true;
  }
  const told: Told[] = [];
  let unread = 0;
  for (const name of names.filter((one) => one.includes(only))) {
    const report = await readReport(name);
    if (typeof report === 'string') {
      unread += 1;
      console.log(`${name}: not imported: ${report}`);
      continue;
    }
    const one = tell(report, seed, times);
    told.push(one);
    console.log(one.lines.join('\n'));
    if (verbose && one.bad.length > 0) console.log(one.bad.join('\n'));
  }
  if (times > 0)
    console.log(
      `\n${table(
        'Published PDFs',
        told.flatMap(({ outcomes }) => outcomes),
      )}`,
    );
  console.log(`\n${summary(told, unread).join('\n')}`);
  const findings = told.flatMap((one) => one.findings);
  const unjudged = missingFrom(findings, readJudged(JUDGED_CORPUS));
  if (unjudged.length > 0) console.log(`\nNobody has judged these yet:\n\n${asEntries(unjudged)}`);
  return unread === 0 && unjudged.length === 0 && told.every(isGood);
}

function isGood({ guessed, differences, lost, faults, missing }: Told): boolean {
  const found = faults.found >= LEAST_FOUND * faults.seeded && faults.disturbed === 0;
  return guessed && differences.length === 0 && lost.length === 0 && missing.length === 0 && found;
}

function summary(told: readonly Told[], unread: number): readonly string[] {
  const sum = (count: (one: Told) => number) => told.reduce((total, one) => total + count(one), 0);
  const rules = new Map<string, number>();
  for (const { severity, rule } of told.flatMap(({ findings }) => findings)) {
    const kind = `${severity} ${rule}`;
    rules.set(kind, (rules.get(kind) ?? 0) + 1);
  }
  return [
    `${told.length} of ${told.length + unread} PDFs imported`,
    `${told.filter(({ guessed }) => guessed).length} frameworks guessed right`,
    `${sum(({ judgements }) => judgements)} judgements read`,
    `${sum(({ compared, differences }) => compared - differences.length)} of ${sum(({ compared }) => compared)} readings agree with the other program's`,
    `${sum(({ missing }) => missing.length)} sections missing, ${sum(({ lost }) => lost.length)} words lost`,
    ...[...rules].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${count} ${rule}`),
  ];
}
