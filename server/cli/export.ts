import path from 'node:path';
import { writeCsv } from '../convert/sheet/writeCsv.ts';
import { textCell, type WrittenCell } from '../convert/sheet/written.ts';
import { actionLines, measureLines } from '../features/exportRows.ts';
import type { ExportArgs } from './args.ts';
import { kindAt, slashes } from './disk.ts';
import { eachDocument, type ReadDocument } from './eachDocument.ts';
import { exportCell } from './exportCell.ts';
import { EXIT, type Io } from './io.ts';
import { FINDING_COLUMNS, findingCells } from './output/csv.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { viewOf } from './packing.ts';
import { FileText } from './position.ts';
import { createFile, replaceFile } from './write.ts';

type Rows = readonly (readonly WrittenCell[])[];

const COLUMNS: Readonly<Record<ExportArgs['what'], readonly string[]>> = {
  measures: ['document', 'section', 'measure', 'period', 'target', 'actual', 'unit', 'status'],
  actions: ['document', 'section', 'action', 'owner', 'due', 'status'],
  findings: FINDING_COLUMNS,
};

const ROWS: Readonly<Record<ExportArgs['what'], (document: ReadDocument) => Rows>> = {
  measures: ({ target, loaded }) =>
    measureLines(loaded.analysis).map(({ section, measure, period, ...rest }) => [
      ...[target.shown, section, measure].map(textCell),
      exportCell(period),
      exportCell(rest.target),
      exportCell(rest.actual),
      ...[rest.unit, rest.status].map(textCell),
    ]),
  actions: ({ target, loaded }) =>
    actionLines(loaded.analysis).map(({ section, action, owner, due, status }) => [
      ...[target.shown, section, action, owner].map(textCell),
      exportCell(due),
      textCell(status),
    ]),
  findings: ({ target, loaded }) => {
    const view = viewOf(loaded);
    if (view.kind !== 'document') return [];
    const of = { file: target.shown, framework: view.framework, text: new FileText(view.text, view.origin) };
    return view.findings.map((finding) => findingCells(finding, of).map(textCell));
  },
};

/** `touchstone export`: measures, actions or findings of documents as rows of a spreadsheet. */
export async function exportSheet(args: ExportArgs, io: Io): Promise<number> {
  const rows: (readonly WrittenCell[])[] = [COLUMNS[args.what].map(textCell)];
  const { paths, framework } = args;
  const isWhole = await eachDocument({ paths, framework, foreign: 'wanted' }, io, async (document) => {
    for (const row of ROWS[args.what](document)) rows.push(row);
  });
  const unwritten = await write(args, rows, io);
  if (unwritten !== undefined) {
    io.err(`${visible(args.output ?? '')}: ${visible(unwritten)}\n`);
    return EXIT.notRun;
  }
  if (args.output !== undefined)
    io.err(`${visible(args.output)} is written, with ${count(rows.length - 1, 'row')}.\n`);
  return isWhole ? EXIT.clean : EXIT.notRun;
}

/** Without it Excel takes a file for one in the code page of its machine. */
const MARK = '\uFEFF';

/** Answers why it could not be written. */
async function write({ output, what, force }: ExportArgs, rows: Rows, io: Io): Promise<string | undefined> {
  if (output === undefined) {
    io.out(visibleLines(writeCsv(rows), io));
    return undefined;
  }
  const file = slashes(path.resolve(io.cwd, output));
  const there = (await kindAt(file)).ok;
  if (there && !force) {
    return 'There is a file of that name already, which was left as it is. With --force it is written over.';
  }
  const content = /\.xlsx$/i.test(output) ? await workbook(what, rows) : MARK + writeCsv(rows);
  const written = there ? await replaceFile(file, content) : await createFile(file, content);
  return written.ok ? undefined : written.problem;
}

async function workbook(what: string, rows: Rows): Promise<Uint8Array> {
  const { writeXlsx } = await import('../convert/door.ts');
  return writeXlsx([{ name: `${what.charAt(0).toUpperCase()}${what.slice(1)}`, rows }]);
}
