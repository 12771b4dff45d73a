import { nearest } from '../framework/name.ts';
import { readSource } from '../report/sources/readSource.ts';
import type { Source } from '../report/sources/source.ts';
import type { SourceDef } from '../report/sources/sourceDef.ts';
import type { Host } from '../text/host.ts';
import type { Problem } from '../text/problem.ts';
import { isSheetFile, type OpenedWorkbook, type Sheet } from '../text/workbook.ts';
import { listedWords } from '../values/listing.ts';
import { excluder } from './exclude.ts';

/** The workbooks that a `touchstone.yaml` names, by the paths in it; undefined for those that cannot be read. */
export type Workbooks = ReadonlyMap<string, OpenedWorkbook | undefined>;

/** A source with the documents that it is for. */
export interface PackSource {
  readonly source: Source;
  /** @param path from the folder of the pack */
  readonly isFor: (path: string) => boolean;
}

/** Reads every workbook that a pack names, each once. */
export async function readWorkbooks(
  host: Host,
  folder: string,
  defs: readonly SourceDef[],
): Promise<Workbooks> {
  const files = [...new Set(defs.map(({ file }) => file.text).filter(isReadable))];
  const opened = files.map(async (file) => [file, await host.workbook(host.resolve(folder, file))] as const);
  return new Map(await Promise.all(opened));
}

function isReadable(file: string): boolean {
  return isSheetFile(file) && !isElsewhere(file);
}

/** Whether what is written for a path is an address, or a path that does not begin at the folder. */
export function isElsewhere(file: string): boolean {
  return /^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(file);
}

/** The figures of a pack's sources, and what is wrong with what `touchstone.yaml` says of them. */
export function readPackSources(
  defs: readonly SourceDef[],
  workbooks: Workbooks,
): { readonly sources: readonly PackSource[]; readonly problems: readonly Problem[] } {
  const sources: PackSource[] = [];
  const problems: Problem[] = [];
  for (const def of defs) {
    const sheet = sheetOf(def, workbooks);
    if (sheet === undefined) continue;
    if ('message' in sheet) {
      problems.push(sheet);
      continue;
    }
    const read = readSource(def, sheet, placeOf(def, sheet));
    problems.push(...read.problems);
    const isListed = excluder(def.documents);
    const isFor = (path: string) => def.documents.length === 0 || isListed(path);
    sources.push({ source: read.source, isFor });
  }
  return { sources, problems };
}

function placeOf({ file }: SourceDef, { name }: Sheet): string {
  return name === '' ? file.text : `sheet "${name}" in ${file.text}`;
}

/** The sheet that a source speaks of, or what is wrong; undefined where its file has not been looked at yet. */
function sheetOf({ file, sheet }: SourceDef, workbooks: Workbooks): Sheet | Problem | undefined {
  const fault = fileFault(file.text);
  if (fault !== undefined) return { span: file.span, message: fault };
  if (!workbooks.has(file.text)) return undefined;
  const opened = workbooks.get(file.text);
  if (opened === undefined) {
    return {
      span: file.span,
      message: `There is no file "${file.text}" to be read. Write its path from the folder of touchstone.yaml.`,
    };
  }
  if (!opened.ok) return { span: file.span, message: `"${file.text}" cannot be read. ${opened.problem}` };
  const { sheets } = opened.workbook;
  if (sheet === undefined) {
    const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
    return first ?? { span: file.span, message: `"${file.text}" has no sheet with cells.` };
  }
  return sheets.find(({ name }) => name === sheet.text) ?? missingSheet(file.text, sheet, sheets);
}

function fileFault(file: string): string | undefined {
  if (isElsewhere(file)) {
    return `"${file}" is no path from the folder of touchstone.yaml: write one such as data/kpis.xlsx.`;
  }
  if (/\.xls$/i.test(file)) {
    return `"${file}" is a workbook of before Excel 2007. Save it as .xlsx, and name that file here.`;
  }
  if (isSheetFile(file)) return undefined;
  return `"${file}" is no file that figures can be read from: its name must end in .xlsx, .xlsm, .csv or .tsv.`;
}

function missingSheet(
  file: string,
  { text, span }: { readonly text: string; readonly span: Problem['span'] },
  sheets: readonly Sheet[],
): Problem {
  const names = sheets.map(({ name }) => name);
  if (names.length === 1 && names[0] === '') {
    return { span, message: `"${file}" is a file of text and has no sheets: leave "sheet" out.` };
  }
  const message = `There is no sheet "${text}" in ${file}; there ${names.length === 1 ? 'is' : 'are'}: ${listedWords(names, 'and')}.`;
  const [meant] = nearest(text, names, (name) => name);
  return meant === undefined ? { span, message } : { span, message, meant };
}
