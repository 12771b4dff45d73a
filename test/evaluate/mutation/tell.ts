import type { Tie } from '../../../server/numbers/tie.ts';
import { type Finding, SEVERITIES } from '../../../server/text/problem.ts';
import type { Span } from '../../../server/text/span.ts';
import type { Judged } from '../judged.ts';
import { columns } from '../table.ts';
import type { HarmlessEdit } from './harmless.ts';
import type { Mutation } from './mutate.ts';

/** A finding as far as a list of judged ones tells it from others. */
export type Said = Pick<Finding, 'rule' | 'severity' | 'message'> & { readonly file: string };

/** The ties of some documents by kind and form, and what became of them. */
export function tieTable(title: string, ties: readonly Tie<Span>[]): string {
  const rows = byForm(ties, (tie) => tie).map(([name, own]) => {
    const count = (...verdicts: string[]) => own.filter(({ verdict }) => verdicts.includes(verdict)).length;
    return [
      name,
      own.length,
      count('holds'),
      count('unsure'),
      count('truncated'),
      count('contradiction', 'impossible'),
    ];
  });
  const all = sums('all', rows, 5);
  return [title, '', ...columns([['tie', 'read', 'hold', 'unsure', 'cut', 'wrong'], ...rows, all])].join(
    '\n',
  );
}

/** Wrong figures by the tie that they break and by what they are written in, and where they were found. */
export function mutationTable(title: string, mutations: readonly Mutation[]): string {
  const row = (name: string, own: readonly Mutation[]) => {
    const count = (result: Mutation['result']) => own.filter((one) => one.result === result).length;
    return [name, own.length, count('found'), count('elsewhere'), count('missed'), recall(own).toFixed(1)];
  };
  const head = (name: string) => [name, 'figures', 'found', 'elsewhere', 'missed', '%'];
  const places = (['prose', 'table', 'YAML'] as const).map((place) =>
    row(
      `in ${place}`,
      mutations.filter(({ where }) => where === place),
    ),
  );
  const ties = byForm(mutations, ({ tie }) => tie).map(([name, own]) => row(name, own));
  return [title, '', ...columns([head('broken tie'), ...ties, ...places, row('all', mutations)])].join('\n');
}

/** What says the same as before, by kind, and how often something is said of it. */
export function harmlessTable(title: string, edits: readonly HarmlessEdit[]): string {
  const kinds = [...new Set(edits.map(({ kind }) => kind))].sort();
  const row = (name: string, own: readonly HarmlessEdit[]) => {
    return [name, own.length, own.filter(({ fresh }) => fresh.length > 0).length];
  };
  const rows = kinds.map((kind) =>
    row(
      kind,
      edits.filter((one) => one.kind === kind),
    ),
  );
  return [
    title,
    '',
    ...columns([['figure said otherwise', 'made', 'disturbed'], ...rows, row('all', edits)]),
  ].join('\n');
}

/** How many of the wrong figures are found at their place, in per cent. */
export function recall(mutations: readonly Mutation[]): number {
  const found = mutations.filter(({ result }) => result === 'found').length;
  return (100 * found) / Math.max(1, mutations.length);
}

function byForm<T>(
  all: readonly T[],
  tieOf: (one: T) => Tie<Span>,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const { kind, form } = tieOf(one);
    const name = kind === form ? kind : `${kind}: ${form}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

function sums(
  name: string,
  rows: readonly (readonly (string | number)[])[],
  width: number,
): (string | number)[] {
  const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]), 0);
  return [name, ...Array.from({ length: width }, (_, at) => sum(at + 1))];
}

/** The findings on figures by rule and severity. */
export function findingTable(title: string, said: readonly Said[]): string {
  const rules = new Map<string, number>();
  for (const { severity, rule } of said) {
    const kind = `${rule}, ${severity}`;
    rules.set(kind, (rules.get(kind) ?? 0) + 1);
  }
  const rows = [...rules].sort(([a], [b]) => a.localeCompare(b));
  return [title, '', ...columns([['finding on figures', 'made'], ...rows])].join('\n');
}

/** Of the findings on figures that were judged, how many are right, by severity. */
export function precisionTable(title: string, said: readonly Said[], judged: readonly Judged[]): string {
  const rows = SEVERITIES.map((severity) => {
    const own = said.filter((one) => one.severity === severity).map((one) => verdictOn(one, judged));
    const count = (verdict: string | undefined) => own.filter((one) => one === verdict).length;
    const [right, wrong] = [count('right'), count('wrong')];
    const precision = right + wrong === 0 ? '' : ((100 * right) / (right + wrong)).toFixed(1);
    return [severity, own.length, right, count('arguable'), wrong, count(undefined), precision];
  });
  const head = ['severity', 'made', 'right', 'arguable', 'wrong', 'unjudged', '%'];
  return [title, '', ...columns([head, ...rows])].join('\n');
}

function verdictOn({ file, rule, severity, message }: Said, judged: readonly Judged[]): string | undefined {
  return judged.find(
    (one) => one.file === file && one.rule === rule && one.severity === severity && one.message === message,
  )?.verdict;
}

/** A wrong figure of which nothing was said at its place. */
export function describeMutation({ tie, slip, result, fresh, line }: Mutation): string {
  const said = fresh.map(({ rule, message }) => `\n      ${rule}: ${message}`);
  return `  ${result}: ${tie.kind}: ${tie.form}: ${slip.kind}, now ${slip.text}: ${line.trim().slice(0, 300)}${said.join('')}`;
}

/** A figure that is said otherwise, and what is now found fault with. */
export function describeEdit({ kind, line, fresh }: HarmlessEdit): string {
  const said = fresh.map(({ rule, message }) => `\n      ${rule}: ${message}`);
  return `  disturbed: ${kind}: ${line.trim().slice(0, 300)}${said.join('')}`;
}
