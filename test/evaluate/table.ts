import type { Outcome } from './run.ts';

/** What the thresholds are about, for one document. */
export interface Totals {
  readonly seeded: number;
  readonly found: number;
  readonly elsewhere: number;
  readonly missed: number;
  readonly edits: number;
  readonly disturbed: number;
}

/** The share of faults that must be found at the right place. */
export const LEAST_FOUND = 0.95;

export function totals(outcomes: readonly Outcome[]): Totals {
  const count = (result: Outcome['result']) => outcomes.filter((one) => one.result === result).length;
  const edits = outcomes.filter(({ harmless }) => harmless).length;
  return {
    seeded: outcomes.length - edits,
    found: count('found'),
    elsewhere: count('elsewhere'),
    missed: count('missed'),
    edits,
    disturbed: count('disturbed'),
  };
}

/** Whether a document does well enough: nearly every fault found, and not a word on what is no fault. */
export function isGood({ seeded, found, disturbed }: Totals): boolean {
  return found >= LEAST_FOUND * seeded && disturbed === 0;
}

/** The outcome by kind, in plain columns. */
export function table(name: string, outcomes: readonly Outcome[]): string {
  const all = totals(outcomes);
  const kinds = (harmless: boolean) => [
    ...new Set(outcomes.filter((one) => one.harmless === harmless).map(({ kind }) => kind)),
  ];
  const faults = kinds(false).map((kind) => {
    const own = totals(outcomes.filter((one) => one.kind === kind && !one.harmless));
    return [kind, own.seeded, own.found, own.elsewhere, own.missed];
  });
  const edits = kinds(true).map((kind) => {
    const own = totals(outcomes.filter((one) => one.kind === kind && one.harmless));
    return [kind, own.edits, own.disturbed];
  });
  const share = ((100 * all.found) / Math.max(1, all.seeded)).toFixed(1);
  return [
    `${name}: ${all.found} of ${all.seeded} faults found (${share}%), ${all.disturbed} of ${all.edits} harmless edits disturbed`,
    '',
    ...columns([['fault', 'seeded', 'found', 'elsewhere', 'missed'], ...faults]),
    '',
    ...columns([['harmless edit', 'made', 'disturbed'], ...edits]),
  ].join('\n');
}

/** Rows in plain columns; the first cell of each is its name. */
export function columns(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  return rows.map(([first = '', ...rest]) => {
    const numbers = rest.map((cell) => (cell === 0 ? '·' : String(cell)).padStart(10)).join('');
    return `  ${String(first).padEnd(48)}${numbers}`;
  });
}

/** A miss, or a word on what is no fault, with its text and what was said. */
export function describeOutcome({ kind, result, change, fresh }: Outcome): string {
  const said = fresh.map(({ severity, rule, message }) => `\n      ${severity} ${rule}: ${message}`);
  return `  ${result}: ${kind}: ${change.note}${said.join('')}`;
}
