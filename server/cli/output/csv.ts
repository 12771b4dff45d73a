import { writeCsv } from '../../convert/sheet/writeCsv.ts';
import { textCell } from '../../convert/sheet/written.ts';
import { SEVERITIES, type Severity } from '../../text/problem.ts';
import type { Io } from '../io.ts';
import type { FileText } from '../position.ts';
import type { Checked, FileResult, Output, Told, Unchecked } from '../result.ts';

/** Without it Excel takes the file for one in the code page of its machine. */
const MARK = '\uFEFF';

/** What the columns of findings are called. */
export const FINDING_COLUMNS = [
  'file',
  'framework',
  'page',
  'paragraph',
  'line',
  'rule',
  'severity',
  'message',
  'quote',
] as const;

/** Findings for a spreadsheet: one row a finding, and one for each file that was not checked. */
export class FindingsCsv implements Output {
  readonly #io: Io;

  constructor(io: Io) {
    this.#io = io;
    io.out(MARK + csvLine(FINDING_COLUMNS));
  }

  readonly file = (result: FileResult): void => {
    const rows = result.checked
      ? result.findings.map((finding) => findingCells(finding, result))
      : [uncheckedRow(result)];
    this.#io.out(rows.map(csvLine).join(''));
  };

  readonly end = (): void => undefined;
}

/** A finding in the order of its columns. */
export function findingCells(
  { rule, severity, message, span }: Told,
  { file, framework, text }: Pick<Checked, 'file' | 'framework' | 'text'>,
): readonly string[] {
  const { page, paragraph, line } = placeCells(text, span.from);
  return [file, framework ?? '', page, paragraph, line, rule, severity, message, text.quote(span)];
}

function placeCells(text: FileText, offset: number) {
  const landmark = text.landmarkAt(offset);
  const number = String(landmark?.number ?? '');
  return {
    page: landmark?.unit === 'page' ? number : '',
    paragraph: landmark?.unit === 'paragraph' ? number : '',
    line: text.hasLines ? String(text.at(offset).line) : '',
  };
}

function uncheckedRow({ file, line, problem }: Unchecked): readonly string[] {
  return [file, '', '', '', String(line ?? ''), '', 'not checked', problem, ''];
}

interface DocumentRow {
  readonly file: string;
  readonly framework: string;
  readonly pages: string;
  readonly counts: Readonly<Record<Severity, number>> | undefined;
  readonly problem: string;
  readonly judgements: ReadonlyMap<string, string>;
}

/** Documents for a spreadsheet: one row each, with a column for every area that is judged in one of them. */
export class DocumentsCsv implements Output {
  readonly #io: Io;
  readonly #rows: DocumentRow[] = [];

  constructor(io: Io) {
    this.#io = io;
  }

  readonly file = (result: FileResult): void => {
    this.#rows.push(result.checked ? checkedDocument(result) : uncheckedDocument(result));
  };

  readonly end = (): void => {
    const areas = [...new Set(this.#rows.flatMap(({ judgements }) => [...judgements.keys()]))];
    const severities = SEVERITIES.map((severity) => `${severity}s`);
    this.#io.out(MARK + csvLine(['file', 'framework', 'pages', ...severities, 'problem', ...areas]));
    for (const { file, framework, pages, counts, problem, judgements } of this.#rows) {
      const found = SEVERITIES.map((severity) => String(counts?.[severity] ?? ''));
      const judged = areas.map((area) => judgements.get(area) ?? '');
      this.#io.out(csvLine([file, framework, pages, ...found, problem, ...judged]));
    }
  };
}

function checkedDocument({ file, framework, text, findings, judgements }: Checked): DocumentRow {
  return {
    file,
    framework: framework ?? '',
    pages: String(text.origin?.pages ?? ''),
    counts: countBySeverity(findings),
    problem: '',
    judgements: new Map(judgements.map(({ area, label }) => [area, label])),
  };
}

function uncheckedDocument({ file, problem }: Unchecked): DocumentRow {
  return { file, framework: '', pages: '', counts: undefined, problem, judgements: new Map() };
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Pick<Told, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function csvLine(cells: readonly string[]): string {
  return writeCsv([cells.map(textCell)]);
}
