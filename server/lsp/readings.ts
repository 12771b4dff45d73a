import {
  type CancellationToken,
  type Connection,
  type InlayHint,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { tooManyBytes } from '../convert/format.ts';
import { forExtract } from '../features/extract.ts';
import type { Pack } from '../features/pack.ts';
import type { FrameworkFile, FrameworkLibrary } from '../framework/library.ts';
import {
  COMMENT_DOCUMENT_REQUEST,
  type CommentDocumentParams,
  type CommentDocumentResult,
  type DocumentRead,
  READ_DOCUMENT_REQUEST,
  READ_SCHEME,
  type ReadDocumentParams,
  type ReadDocumentResult,
  type ReadProblem,
} from '../protocol.ts';
import { RULES } from '../rules/registry.generated.ts';
import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import type { Finding } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { OpenDocument } from './document.ts';
import type { Job, Outcome } from './jobs.ts';
import type { Packs } from './packs.ts';
import type { PasteJob } from './pasteJob.ts';
import type { Read, ReadJob } from './readJob.ts';
import { firstStarts, type PageStart, pageOf } from './readPages.ts';
import { readAside, type StartReading } from './readWorker.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly host: Host;
  readonly packs: Packs;
  readonly startReading: StartReading;
  /** Asks the client to ask for hints. */
  readonly wantHints: () => void;
  readonly document: (uri: string) => OpenDocument | undefined;
  /** Tells anew what is found in a document. */
  readonly check: (uri: string) => void;
}

/** The address of the file that a text was read from; undefined for a text that is none such. */
export function readFrom(uri: string): string | undefined {
  if (!uri.startsWith(`${READ_SCHEME}:`)) return undefined;
  const query = /\?([^#]*)/.exec(uri)?.[1] ?? '';
  try {
    return decodeURIComponent(query);
  } catch {
    return undefined;
  }
}

/** Files of other formats: reads them for the client, and knows the pages of those whose text is shown. */
export class Readings {
  readonly #around: Surroundings;
  readonly #pages = new Map<string, readonly PageStart[]>();
  readonly #extracts = new WeakMap<Pack, Pack>();

  constructor(around: Surroundings) {
    this.#around = around;
    const { connection } = around;
    connection.onRequest(READ_DOCUMENT_REQUEST, (params: ReadDocumentParams, token) =>
      this.#read(params, token),
    );
    connection.onRequest(COMMENT_DOCUMENT_REQUEST, (params: CommentDocumentParams, token) =>
      this.#comment(params, token),
    );
  }

  /** The pack of a text that was read: some rules cannot be asked of it. */
  packFor(uri: string, pack: Pack): Pack {
    if (readFrom(uri) === undefined) return pack;
    const acceptedIn = (text: string) => pack.acceptedIn(readFrom(text) ?? text);
    const known = this.#extracts.get(pack) ?? { ...pack, config: forExtract(pack.config), acceptedIn };
    this.#extracts.set(pack, known);
    return known;
  }

  /** A finding as it is told of a text that was read: with its page, and without a fix, since nobody can make it. */
  told(uri: string, finding: Finding): Finding {
    if (readFrom(uri) === undefined) return finding;
    const page = this.pageAt(uri, finding.span.from);
    const message = page === undefined ? finding.message : `Page ${page}: ${finding.message}`;
    return { ...finding, message, fixes: [] };
  }

  /** A text is shown no longer. */
  closed(uri: string): void {
    this.#pages.delete(sameAddress(uri));
  }

  async #read(params: ReadDocumentParams, token: CancellationToken): Promise<ReadDocumentResult> {
    const { shownAs } = params;
    const job = await this.#job(params);
    const outcome = 'problem' in job ? job : await this.#do(job, job.name, token);
    if ('problem' in outcome) return outcome;
    const { guess, read } = outcome;
    if (shownAs !== undefined && read !== undefined) this.#show(shownAs, read.pages);
    return { guess, ...(read === undefined ? {} : { document: toDocument(read, shownAs === undefined) }) };
  }

  async #comment(params: CommentDocumentParams, token: CancellationToken): Promise<CommentDocumentResult> {
    const job = await this.#job(params);
    const outcome = 'problem' in job ? job : await this.#do(job, job.name, token);
    if ('problem' in outcome) return outcome;
    if ('problem' in job || outcome.read === undefined) return { problem: NO_FRAMEWORK };
    const { markdown, framework } = outcome.read.document;
    const address = `${READ_SCHEME}:${encodeURIComponent(job.name)}?${encodeURIComponent(params.uri)}`;
    const shown = new OpenDocument(address, 'markdown', 0, markdown);
    const { findings } = shown.check(this.packFor(shown.uri, await this.#around.packs.of(params.uri)), RULES);
    const remarks = findings.map(({ fixes, ...finding }) => ({
      ...finding,
      advice: fixes.map(({ title }) => title),
    }));
    const more = { ...job, framework: framework.id, findings: remarks, date: params.date };
    const commented = await this.#do(more, more.name, token);
    return 'problem' in commented ? commented : { ...commented, bytes: toBase64(commented.bytes) };
  }

  /** Reads a page that is on the clipboard. */
  readPage(job: PasteJob, token: CancellationToken): Promise<Outcome<PasteJob> | ReadProblem> {
    return this.#do(job, 'What is on the clipboard', token);
  }

  /** What a worker needs to read a file. */
  async #job({ uri, size = 0, framework }: CommentDocumentParams): Promise<ReadJob | ReadProblem> {
    const { host, packs } = this.#around;
    const large = tooManyBytes(size);
    if (large !== undefined) return { problem: large };
    const { library } = await packs.of(uri);
    const bytes = await host.read(uri);
    if (bytes === undefined) return { problem: 'The file cannot be read, or is there no longer.' };
    const problem = tooManyBytes(bytes.length);
    if (problem !== undefined) return { problem };
    return { name: nameOf(uri), bytes, framework, files: ownFrameworks(library) };
  }

  async #do<J extends Job>(
    job: J,
    name: string,
    token: CancellationToken,
  ): Promise<Outcome<J> | ReadProblem> {
    try {
      return await readAside(this.#around.startReading, job, token);
    } catch (error) {
      return this.#fault(error, name);
    }
  }

  /** What is not the fault of the file is for whoever mends the program; its author learns that it was not read. */
  #fault(error: unknown, name: string): ReadProblem {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) throw error;
    this.#around.connection.console.error(`"${name}" was not read. ${String(error)}`);
    return { problem: 'The file could not be read: it is damaged, or Touchstone fails on it.' };
  }

  #show(uri: string, pages: readonly PageStart[]): void {
    const { wantHints, document, check } = this.#around;
    this.#pages.set(sameAddress(uri), pages);
    if (pages.length > 0) wantHints();
    // Its text is open already when it is read again, as after a restart.
    if (document(uri) !== undefined) check(uri);
  }

  /** The page that holds an offset of a text that was read, where it has pages. */
  pageAt(uri: string, offset: number): number | undefined {
    return pageOf(this.#pages.get(sameAddress(uri)) ?? [], offset);
  }

  /** Where pages begin in a stretch of a text that was read. */
  hints(uri: string, wanted: Span): InlayHint[] {
    const pages = this.#pages.get(sameAddress(uri));
    const positions = this.#around.document(uri)?.positions;
    if (pages === undefined || positions === undefined) return [];
    return firstStarts(pages)
      .filter(({ at }) => wanted.from <= at && at <= wanted.to)
      .map(({ at, page }) => ({
        position: positions.position(at),
        label: `page ${page}`,
        tooltip: `Page ${page} begins here.`,
        paddingRight: true,
      }));
  }
}

const NO_FRAMEWORK =
  'The file seems to follow no framework that is known. Check it first, and say which it follows.';

/** The last part of an address, as people write it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The frameworks that are not shipped, as they are written. */
function ownFrameworks(library: FrameworkLibrary): readonly FrameworkFile[] {
  return library.ids().flatMap((id) => {
    const written = library.path(id) === undefined ? undefined : library.written(id);
    return written?.path === undefined ? [] : [{ path: written.path, text: written.text }];
  });
}

function toDocument({ document, pictures }: Read, willBeWritten: boolean): DocumentRead {
  const wanted = willBeWritten ? pictures : [];
  return { ...document, pictures: wanted.map(({ path, bytes }) => ({ path, bytes: toBase64(bytes) })) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // One call takes only so many arguments, so long files go in parts.
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(binary);
}
