import {
  configure,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';

// A worker of the library's own would be one inside a worker, and it would need a file beside the bundle.
configure({ useWebWorkers: false });

/** What a file may ask for before it is taken for one that was made to do harm. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes that all parts together may have when they are unpacked; what the file says of itself is not believed. */
  readonly inflated: number;
  /** How many times larger than its packed form a part may be, when it is larger than 16 megabytes. */
  readonly ratio: number;
}

export const OFFICE_LIMITS: ZipLimits = { entries: 10_000, inflated: 300 << 20, ratio: 200 };

/** Why a file, or a part of it, cannot be read. */
export type ZipProblem = 'empty' | 'ole' | 'noZip' | 'truncated' | 'locked' | 'tooLarge' | 'damaged';

export type ZipRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ZipProblem };

export type ZipOpened =
  | { readonly ok: true; readonly zip: Zip }
  | { readonly ok: false; readonly problem: ZipProblem };

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const LOCAL_HEADER = [0x50, 0x4b, 3, 4];
const SMALL = 16 << 20;

/** Opens the package that .docx and .xlsx files are; nothing of it is unpacked yet. */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = OFFICE_LIMITS): Promise<ZipOpened> {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  if (startsWith(bytes, OLE)) return { ok: false, problem: 'ole' };
  if (!startsWith(bytes, LOCAL_HEADER)) return { ok: false, problem: 'noZip' };
  try {
    const entries = new Map<string, FileEntry>();
    const reader = new ZipReader(new Uint8ArrayReader(bytes));
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > limits.entries) return { ok: false, problem: 'tooLarge' };
      if (entry.encrypted) return { ok: false, problem: 'locked' };
      // Of two parts with one name, Word reads the first.
      if (!entry.directory && !entries.has(entry.filename)) entries.set(entry.filename, entry);
    }
    return { ok: true, zip: new Zip(entries, limits) };
  } catch {
    return { ok: false, problem: 'truncated' };
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The parts of a package. Each is unpacked when it is asked for, and kept. */
export class Zip {
  readonly #entries: ReadonlyMap<string, FileEntry>;
  readonly #limits: ZipLimits;
  readonly #read = new Map<string, Promise<ZipRead>>();
  #inflated = 0;

  constructor(entries: ReadonlyMap<string, FileEntry>, limits: ZipLimits) {
    this.#entries = entries;
    this.#limits = limits;
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined when there is none of that name. */
  async read(name: string): Promise<ZipRead | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const before = this.#read.get(name);
    if (before !== undefined) return before;
    const reading = this.#inflate(entry);
    this.#read.set(name, reading);
    return reading;
  }

  async #inflate(entry: FileEntry): Promise<ZipRead> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let problem: ZipProblem = 'damaged';
    const most = Math.max(SMALL, entry.compressedSize * this.#limits.ratio);
    const sink = new WritableStream<Uint8Array>({
      write: (chunk) => {
        size += chunk.length;
        this.#inflated += chunk.length;
        if (size > most || this.#inflated > this.#limits.inflated) {
          problem = 'tooLarge';
          throw new Error('The part is too large.');
        }
        chunks.push(chunk);
      },
    });
    try {
      await entry.getData(sink);
      return { ok: true, bytes: joined(chunks, size) };
    } catch {
      return { ok: false, problem };
    }
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
