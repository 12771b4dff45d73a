import type { FrameworkLibrary } from '../framework/library.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { readText } from '../text/readText.ts';
import type { OpenedWorkbook } from '../text/workbook.ts';
import { importFlow } from './flow/importFlow.ts';
import { FORMAT_NAMES, formatByBytes, formatByName, formatFault, type SourceFormat } from './format.ts';
import { type Guess, guessFramework as guess } from './guess/guess.ts';
import type { WrittenSheet } from './sheet/written.ts';
import type { Opened, Source } from './source.ts';
import type { Imported } from './text/imported.ts';
import { importText } from './text/importText.ts';
import type { Commented, WordComment } from './word/comments.ts';
import type { Commenter } from './word/commentsPart.ts';
import type { WordDocument } from './word/wordDocument.ts';

/**
 * Reads a document that comes from elsewhere, by the ending of its name; without a name by what it begins with. Never
 * rejects: whatever the file holds, the answer is a source or a sentence that says why there is none.
 */
export async function openSource(name: string | undefined, bytes: Uint8Array): Promise<Opened> {
  const format = name === undefined ? (formatByBytes(bytes) ?? 'text') : formatByName(name);
  if (format === undefined) return { ok: false, problem: NOT_READ };
  const problem = formatFault(format, bytes);
  if (problem !== undefined) return { ok: false, problem };
  try {
    return (await READERS[format]?.(bytes)) ?? { ok: false, problem: NOT_READ };
  } catch {
    // Whatever a library trips over in a damaged file: what it says is not for authors.
    const what = FORMAT_NAMES[format];
    return { ok: false, problem: `The file could not be read: it is damaged, or no ${what} at all.` };
  }
}

const NOT_READ =
  'Only text (.txt), Word (.docx), PDF (.pdf) and HTML (.html) files can be imported. Save it as one of these.';

const READERS: Readonly<Partial<Record<SourceFormat, (bytes: Uint8Array) => Promise<Opened>>>> = {
  text: readPlainText,
  pdf: async (bytes) => (await import('./pdf/readPdf.ts')).readPdf(bytes),
  word: async (bytes) => (await import('./word/readWord.ts')).readWord(bytes),
  html: async (bytes) => (await import('./html/readHtml.ts')).readHtml(bytes),
};

async function readPlainText(bytes: Uint8Array): Promise<Opened> {
  const read = readText(bytes);
  if (!read.ok) return read;
  if (read.text.trim() === '') return { ok: false, problem: 'The file is empty: there is nothing to read.' };
  return { ok: true, source: { format: 'text', text: read.text } };
}

/**
 * Writes the author's own file with comments at their words, and nothing else altered. Comments that the same
 * commenter left there before are replaced; all others stay.
 */
export async function commentOn(
  word: WordDocument,
  comments: readonly WordComment[],
  commenter: Commenter,
): Promise<Commented> {
  return (await import('./word/comments.ts')).withComments(word, comments, commenter);
}

/** Reads a workbook or a file of comma-separated values. Never rejects. */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<OpenedWorkbook> {
  return (await import('./sheet/openWorkbook.ts')).openWorkbook(name, bytes);
}

/** Writes an Excel workbook. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return (await import('./sheet/writeXlsx.ts')).writeXlsx(sheets);
}

/** Turns a source into a Markdown document of a framework; its places are places of `sourceText(source)`. */
export function importSource(source: Source, vocabulary: Vocabulary): Imported {
  return source.format === 'text' ? importText(source.text, vocabulary) : importFlow(source.flow, vocabulary);
}

/** Says which framework of a library a source follows, and why, or that none is known. */
export function guessFramework(source: Source, library: FrameworkLibrary): Guess {
  return guess(source, library);
}
