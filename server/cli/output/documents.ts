import { SEVERITIES } from '../../text/problem.ts';
import type { FileResult } from '../result.ts';
import { countBySeverity } from './csv.ts';
import { type Column, fittedTable } from './table.ts';

/** Of a single document there is nothing to compare. */
const FEWEST = 2;

const COLUMNS: readonly Column[] = [
  { heading: 'Document', cut: 'start' },
  { heading: 'Framework', cut: 'end' },
  { heading: 'Judgements', cut: 'end' },
  { heading: 'Pages', cut: 'never' },
  { heading: 'Errors', cut: 'never' },
  { heading: 'Warnings', cut: 'never' },
  { heading: 'Infos', cut: 'never' },
  { heading: 'Hints', cut: 'never' },
];

/** What there is of each document that was imported to be checked, for the end of a run over several. */
export class DocumentTable {
  readonly #rows: (readonly string[])[] = [];

  add(result: FileResult): void {
    if (!result.checked) {
      if (result.unknown) this.#rows.push([result.file, 'not known']);
      return;
    }
    const { file, framework = '', text, judgements, findings } = result;
    if (text.origin === undefined) return;
    const counts = countBySeverity(findings);
    this.#rows.push([
      file,
      framework,
      judgements.map(({ short }) => short).join(', '),
      String(text.origin.pages ?? ''),
      ...SEVERITIES.map((severity) => String(counts[severity])),
    ]);
  }

  /** @param width in columns; undefined where nothing need be cut */
  lines(width: number | undefined): readonly string[] {
    return this.#rows.length < FEWEST ? [] : fittedTable(COLUMNS, this.#rows, width);
  }
}
