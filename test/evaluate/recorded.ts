import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { TieKind } from '../../server/numbers/tie.ts';
import { DOINGS } from './evaluate.ts';
import { textDocuments } from './mutation/documents.ts';
import { type Mutation, mutate } from './mutation/mutate.ts';
import { type Subject, subjects } from './subject.ts';

/** How many faults that a rule has to tell of were put into right documents, and of how many it told at their place. */
export interface Count {
  readonly faults: number;
  readonly found: number;
}

export interface Recorded {
  readonly seed: number;
  readonly rules: Readonly<Record<string, Count>>;
}

export const RECORDED = 'test/judged/seeded.yaml';

/** Each kind of fault is put into the examples so many times, taken together; so many figures of a document are mistyped. */
const TIMES = 20;
const FIGURES = 40;

const RULE_OF_TIE: Readonly<Record<TieKind, string>> = {
  share: 'number/share-mismatch',
  total: 'number/total-mismatch',
  distribution: 'number/distribution-sum',
  change: 'number/change-mismatch',
  comparison: 'number/comparison-mismatch',
  direction: 'number/direction-word',
  'quantity word': 'number/quantity-word',
  status: 'measure/status-mismatch',
  repetition: 'number/conflicting-figure',
  series: 'number/conflicting-figure',
};

/** The rules for which faults can be made. */
export function seededRules(): readonly string[] {
  return [...new Set(Object.values(DOINGS).flatMap(({ rules }) => rules))].sort();
}

/** A fault, once: the rules that told of it, else those one of which should have. */
interface Told {
  readonly rules: readonly string[];
  readonly isFound: boolean;
}

/** Puts faults into the examples and counts by rule. What was missed counts for each rule that should have told of it. */
export function record(seed: number): Recorded {
  const counts = new Map<string, { faults: number; found: number }>();
  for (const { rules, isFound } of [...faults(seed), ...figures(seed)]) {
    for (const rule of rules) {
      const count = counts.get(rule) ?? { faults: 0, found: 0 };
      count.faults += 1;
      if (isFound) count.found += 1;
      counts.set(rule, count);
    }
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { seed, rules: Object.fromEntries(sorted) };
}

/** The published texts are no part of the project: what stands in the record can be counted again by anybody. */
function examples(): readonly Subject[] {
  return subjects().filter(({ form }) => form !== 'text');
}

function faults(seed: number): readonly Told[] {
  const all = examples();
  const offering = new Map<string, number>();
  for (const subject of all)
    for (const kind of DOINGS[subject.sort].faultsFor(subject, seed))
      offering.set(kind, (offering.get(kind) ?? 0) + 1);
  const timesOf = (kind: string) => Math.ceil(TIMES / (offering.get(kind) ?? 1));
  return all
    .flatMap((subject) => DOINGS[subject.sort].eachFault(subject, seed, timesOf))
    .map(({ rules, result }) => ({ rules, isFound: result === 'found' }));
}

function figures(seed: number): readonly Told[] {
  const mutations = textDocuments('examples/').flatMap(({ analysis }) => mutate(analysis, seed, FIGURES));
  // One wrong figure comes once for each tie that it breaks.
  const bySlip = new Map<Mutation['slip'], Set<string>>();
  for (const { slip, tie, rules } of mutations) {
    const own = bySlip.get(slip) ?? new Set(rules);
    if (rules.length === 0) own.add(RULE_OF_TIE[tie.kind]);
    bySlip.set(slip, own);
  }
  const found = new Set(mutations.filter(({ rules }) => rules.length > 0).map(({ slip }) => slip));
  return [...bySlip].map(([slip, rules]) => ({ rules: [...rules], isFound: found.has(slip) }));
}

const HEAD = `# How many faults were put into the examples, one at a time, and how many of them were told of at their place: by the rule
# that told of it or, of those that were missed, by each rule that should have. \`npm run evaluate -- --record\` writes this.
`;

/** Writes the record down as the rules' page reads it. */
export function asRecord({ seed, rules }: Recorded): string {
  const lines = Object.entries(rules).map(
    ([rule, { faults, found }]) => `  ${rule}: { faults: ${faults}, found: ${found} }`,
  );
  return `${HEAD}seed: ${seed}\nrules:\n${lines.join('\n')}\n`;
}

/** What was written down last. */
export function readRecord(): Recorded {
  return existsSync(RECORDED) ? parse(readFileSync(RECORDED, 'utf8')) : { seed: 1, rules: {} };
}
