import { HEAD, largeFile, MOST_BYTES, type ReadText, readText } from '../text/readText.ts';
import { fileBytes, fileSize, fileStart } from './disk.ts';

/** Reads a file of this machine as a text that can be checked. */
export async function readFileText(file: string): Promise<ReadText> {
  const size = await fileSize(file);
  // Of a file that is much too large, no more is read than shows whether it would be one of ours.
  if (size.ok && size.value > MOST_BYTES) {
    const start = await fileStart(file, HEAD);
    return largeFile(size.value, start.ok ? start.value : undefined);
  }
  const bytes = await fileBytes(file);
  return bytes.ok ? readText(bytes.value) : { ...bytes, line: undefined, head: undefined };
}
