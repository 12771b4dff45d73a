import {
  configure,
  type Entry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';

configure({ useWebWorkers: false });

/** Parts of a package by their names: with new content, or undefined where there is to be none any more. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Writes a package in which some parts have changed. All others are carried over byte for byte as they are packed, in
 * their order; parts that were not there come last. No clock is asked: new bytes have the date of the old ones.
 */
export async function rewriteZip(bytes: Uint8Array, changes: Changes): Promise<Uint8Array> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const firsts = new Map<string, Entry>();
  for (const entry of entries) if (!firsts.has(entry.filename)) firsts.set(entry.filename, entry);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false });
  let kept = new Set<number>();
  const keep = async () => {
    const offsets = kept;
    kept = new Set();
    if (offsets.size === 0) return;
    await writer.appendZip(new Uint8ArrayReader(bytes), { filter: ({ offset }) => offsets.has(offset) });
  };
  for (const [name, entry] of firsts) {
    if (!changes.has(name)) {
      kept.add(entry.offset);
      continue;
    }
    await keep();
    const content = changes.get(name);
    if (content !== undefined)
      await writer.add(name, new Uint8ArrayReader(content), { entry, ...date(entry) });
  }
  await keep();
  for (const [name, content] of changes) {
    if (firsts.has(name) || content === undefined) continue;
    await writer.add(name, new Uint8ArrayReader(content), date(entries[0]));
  }
  return writer.close();
}

/** The date of an entry as a file system of 1980 has it. */
function date(entry: Entry | undefined): { rawLastModDate: number } {
  return { rawLastModDate: Number(entry?.rawLastModDate ?? 0x21_0000) };
}
