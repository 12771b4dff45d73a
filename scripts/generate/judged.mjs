import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const SEEDED = 'seeded.yaml';

/** How often each rule's findings were judged right, arguable and wrong, by rule: from the lists in `test/judged`. */
export function judgedFindings(root) {
  const folder = path.join(root, 'test/judged');
  const counts = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== SEEDED)) {
    for (const { rule, verdict } of parse(readFileSync(path.join(folder, file), 'utf8'))) {
      const count = counts.get(rule) ?? { right: 0, arguable: 0, wrong: 0 };
      count[verdict] += 1;
      counts.set(rule, count);
    }
  }
  return counts;
}

/** How many faults were put into right documents for each rule, and how many it found, by rule. */
export function seededFaults(root) {
  const file = path.join(root, 'test/judged', SEEDED);
  return new Map(existsSync(file) ? Object.entries(parse(readFileSync(file, 'utf8')).rules) : []);
}

/** What a reader of the rules' page is told of these counts. */
export function measured(judged, seeded) {
  return `${precision(judged)} ${recall(seeded)}`;
}

function recall(count) {
  if (count === undefined) return 'No faults are seeded for it.';
  const { faults, found } = count;
  return `Of ${faults} ${faults === 1 ? 'fault' : 'faults'} put into right documents, it found ${found}.`;
}

function precision(count) {
  if (count === undefined) return 'it has found nothing in the documents that every rule is tried on.';
  const verdicts = Object.entries(count).filter(([, times]) => times > 0);
  const all = verdicts.reduce((sum, [, times]) => sum + times, 0);
  if (all === 1) return `its one finding was judged ${verdicts[0][0]}.`;
  if (verdicts.length === 1) return `all of its ${all} findings were judged ${verdicts[0][0]}.`;
  return `of its ${all} findings ${verdicts.map(([verdict, times]) => `${times} were judged ${verdict}`).join(', ')}.`;
}
