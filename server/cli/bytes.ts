import { type ReadText, readText } from '../text/readText.ts';
import { fileBytes } from './disk.ts';

/** Reads a file of this machine as a text that can be checked. */
export async function readFileText(file: string): Promise<ReadText> {
  const bytes = await fileBytes(file);
  return bytes.ok ? readText(bytes.value) : { ...bytes, line: undefined, head: undefined };
}
