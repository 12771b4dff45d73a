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
  return aligned([['', 'measured', 'first', 'then', 'met'], ...rows], 1);
}

/** Rows in columns, of which so many hold words and the others figures. */
function aligned(rows: readonly (readonly string[])[], words: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

/** A figure of ours, the same of a peer, and how many times faster or smaller ours is. */
export interface Comparison {
  readonly what: string;
  readonly peer: string;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  readonly unit: string;
  /** For files per second more is better. */
  readonly more?: boolean;
}

/** How many times better ours is than the peer's; less than 1 where it is worse. */
export function ratio({ ours, theirs, more }: Comparison): number | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  return more === true ? ours / theirs : theirs / ours;
}

/** The comparisons as a table of plain text. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((one) => {
    const times = ratio(one);
    const { what, peer, ours, theirs, unit } = one;
    return [
      what,
      peer,
      shown(ours, unit),
      shown(theirs, unit),
      times === undefined ? '' : `${times.toFixed(times < 1 ? 2 : 1)} ×`,
    ];
  });
  return aligned([['', 'peer', 'ours', 'peer’s', 'better by'], ...rows], 2);
}

function shown(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
