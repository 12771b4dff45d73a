/** A table of measures as a person has read it off the published plan. */
export interface CatalogueTable {
  readonly name: string;
  readonly rows: readonly CatalogueRow[];
}

export interface CatalogueRow {
  readonly name: string;
  /** Where its name begins in the published pack, counted from 1. */
  readonly line: number;
  readonly targets: readonly string[];
  readonly actuals: readonly string[];
}

/** A row of the dashboard beside the page of its priority. */
export interface CatalogueStatus {
  readonly row: readonly [actions: string, impact: string];
  readonly page: readonly [actions: string, impact: string];
}

/** The tables of measures, whose cells are `target / actual`, with a dash for an empty one. */
export function metricTables(catalogue: string): readonly CatalogueTable[] {
  const lines = catalogue.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^\*\*(.+?) \(\d+-\d+\)\*\* — each cell/.exec(line)?.[1];
    if (name === undefined) return [];
    const rows = lines.slice(index + 4).slice(
      0,
      lines.slice(index + 4).findIndex((row) => !row.startsWith('|')),
    );
    return [{ name, rows: rows.map(metricRow) }];
  });
}

function metricRow(row: string): CatalogueRow {
  const [name = '', ...cells] = cellsOf(row);
  const pairs = cells.map((cell) => cell.split(' / '));
  return {
    name: name.replace(/ \(\d+\)$/, ''),
    line: Number(/\((\d+)\)$/.exec(name)?.[1]),
    targets: pairs.map(([target = '']) => figure(target)),
    actuals: pairs.map(([, actual = '']) => figure(actual)),
  };
}

/** Empty cells have a dash; a question mark stands where the reader of the plan was not sure. */
function figure(text: string): string {
  return text === '–' ? '' : text;
}

/** The statuses of the dashboard and of the pages, in the order of the plan. */
export function statusTable(catalogue: string): readonly CatalogueStatus[] {
  const lines = catalogue.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| dashboard row'));
  const rows = lines.slice(start + 2, start + 9);
  return rows.map((row) => {
    const [, actions = '', impact = '', , pageActions = '', pageImpact = ''] = cellsOf(row).map((cell) =>
      cell.replaceAll('*', ''),
    );
    return { row: [actions, impact], page: [pageActions, pageImpact] };
  });
}

function cellsOf(row: string): readonly string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
