/** One measured figure beside what performance.md asks for. */
export interface Figure {
  readonly what: string;
  readonly measured: number | undefined;
  readonly unit: string;
  /** The targets: the least at first, and where it is to get. Some figures have none. */
  readonly first?: number;
  readonly later?: number;
  /** For files per second more is better. */
  readonly more?: boolean;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The median and the 95th percentile of milliseconds; targets are set for the latter. */
export function spread(what: string, times: readonly number[], first?: number, later?: number): Figure[] {
  return [
    { what: `${what}, p50`, measured: quantile(times, 0.5), unit: 'ms' },
    { what: `${what}, p95`, measured: quantile(times, 0.95), unit: 'ms', ...targets(first, later) },
  ];
}

function targets(first?: number, later?: number): { first?: number; later?: number } {
  return { ...(first === undefined ? {} : { first }), ...(later === undefined ? {} : { later }) };
}

/** Which target a figure meets: the later one, the first, or none. */
export function met({ measured, first, later, more }: Figure): string {
  if (first === undefined || measured === undefined) return '';
  const good = (target: number) => (more === true ? measured >= target : measured <= target);
  if (later !== undefined && good(later)) return 'then';
  return good(first) ? 'first' : 'NO';
}

/** The figures as a table of plain text. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    shown(figure.measured, figure.unit),
    shown(figure.first, figure.unit),
    shown(figure.later, figure.unit),
    met(figure),
  ]);
  const all = [['', 'measured', 'first', 'then', 'met'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return all.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

function shown(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
