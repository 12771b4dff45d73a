import { type PictureFile, placePictures } from '../convert/pictures.ts';
import { landmarksOf, type Source, sourceText } from '../convert/source.ts';
import type { Imported } from '../convert/text/imported.ts';
import { type FrameworkFile, FrameworkLibrary } from '../framework/library.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import type { DocumentRead, FrameworkGuess } from '../protocol.ts';
import { type PageStart, pageStarts } from './readPages.ts';
import { readReport } from './readReport.ts';

/** A file of another format that is to be read; what goes to the worker that reads it. */
export interface ReadJob {
  /** With its ending, which says the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The framework to read it by; undefined for the one that it seems to follow. */
  readonly framework: string | undefined;
  /** The frameworks of the file's own pack. */
  readonly files: readonly FrameworkFile[];
}

/** What became of it; what comes back from the worker. */
export type ReadOutcome =
  | { readonly problem: string }
  | { readonly guess: FrameworkGuess; readonly read: Read | undefined };

export interface Read {
  readonly document: Omit<DocumentRead, 'pictures'>;
  /** Where in the Markdown the text of each page begins; empty for what has no pages. */
  readonly pages: readonly PageStart[];
  readonly pictures: readonly PictureFile[];
}

/** Reads a file and turns it into a document. Never rejects for what the file holds. */
export async function readJob({ name, bytes, framework, files }: ReadJob): Promise<ReadOutcome> {
  // Loaded only where something is read: it is larger than all the rest.
  const door = await import('../convert/door.ts');
  const opened = await door.openSource(name, bytes);
  if (!opened.ok) return { problem: opened.problem };
  const { source, files: pictures } = placePictures(opened.source, stemOf(name));
  const library = FrameworkLibrary.builtin().with(files);
  const { framework: guessed = null, ...why } = door.guessFramework(source, library);
  const guess = { framework: guessed, ...why };
  const wanted = framework ?? guessed ?? undefined;
  const vocabulary = wanted === undefined ? undefined : library.get(wanted)?.vocabulary;
  if (vocabulary === undefined) return { guess, read: undefined };
  const read = toRead(name, source, vocabulary, door.importSource(source, vocabulary));
  return { guess, read: { ...read, pictures } };
}

function toRead(
  name: string,
  source: Source,
  { framework }: Vocabulary,
  imported: Imported,
): Omit<Read, 'pictures'> {
  const { id, title } = framework;
  const { markdown, places, notes } = imported;
  const landmarks = landmarksOf(source);
  const report = readReport({ name, framework: title, text: sourceText(source), landmarks, notes });
  const document = { framework: { id, title }, markdown, report, notes: notes.length };
  const pages = landmarks?.unit === 'page' ? pageStarts(markdown, places, landmarks) : [];
  return { document, pages };
}

/** The name of a file without its ending. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
