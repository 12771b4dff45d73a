import { type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { Parser } from 'htmlparser2';
import { Enough, LIMITS, Unreadable } from './limits.ts';

/** What is told of a part while it is read. Names come without their namespace. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** The parts of a package of Office Open XML, each unpacked when it is read, and never more of it than is allowed. */
export class Parts {
  readonly #entries: ReadonlyMap<string, FileEntry>;

  private constructor(entries: ReadonlyMap<string, FileEntry>) {
    this.#entries = entries;
  }

  static async open(bytes: Uint8Array): Promise<Parts> {
    const entries = new Map<string, FileEntry>();
    const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
    try {
      for await (const entry of reader.getEntriesGenerator()) {
        if (entries.size >= LIMITS.parts)
          throw new Unreadable('The file has too many parts to be a workbook.');
        if (isFile(entry)) entries.set(entry.filename.toLowerCase(), entry);
      }
    } finally {
      await reader.close();
    }
    return new Parts(entries);
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** Reads a part of XML from its beginning until its end or until the handler has enough; nothing where there is none. */
  async read(path: string, handler: XmlHandler): Promise<void> {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) return;
    const parser = xmlParser(handler);
    const decoder = new TextDecoder();
    let size = 0;
    const writable = new WritableStream<Uint8Array>({
      write(chunk) {
        size += chunk.length;
        if (size > LIMITS.partBytes) throw new Unreadable('The file is too large once it is unpacked.');
        parser.write(decoder.decode(chunk, { stream: true }));
      },
    });
    try {
      await entry.getData(writable, { useWebWorkers: false });
      parser.end();
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
  }
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

function xmlParser({ open, text, close }: XmlHandler): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      ontext: (data) => text?.(data),
      onclosetag: (name) => close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

/** A name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
