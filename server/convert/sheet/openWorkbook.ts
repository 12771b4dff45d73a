import type { OpenedWorkbook } from '../../text/workbook.ts';
import { LIMITS, Unreadable } from './limits.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';

/**
 * Reads a workbook or a file of comma-separated values, by the ending of its name. Never rejects: whatever the file
 * holds, the answer is a workbook or a sentence that says why there is none.
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<OpenedWorkbook> {
  const isText = /\.(?:csv|tsv)$/i.test(name);
  const problem = fileFault(bytes, isText);
  if (problem !== undefined) return { ok: false, problem };
  try {
    return { ok: true, workbook: isText ? readCsv(name, bytes) : await readXlsx(bytes) };
  } catch (error) {
    // What a library says of a damaged file is not for authors.
    const sentence =
      error instanceof Unreadable ? error.message : 'The file is damaged: it cannot be read as a workbook.';
    return { ok: false, problem: sentence };
  }
}

function fileFault(bytes: Uint8Array, isText: boolean): string | undefined {
  if (bytes.length === 0) return 'The file is empty.';
  const most = isText ? LIMITS.textBytes : LIMITS.bytes;
  if (bytes.length > most) return `The file is too large: up to ${most / 1_000_000} MB are read.`;
  const isZip = begins(bytes, 0x50, 0x4b, 0x03, 0x04);
  const isOld = begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  if (isText && (isZip || isOld))
    return 'The file is a workbook, though its name says that it is text. Rename it to .xlsx.';
  if (isText && bytes[0] !== 0xff && bytes[0] !== 0xfe && bytes.subarray(0, 4096).includes(0))
    return 'This is not a text file.';
  if (isText) return undefined;
  if (isOld && isEncrypted(bytes)) return 'The workbook is protected with a password. Save it without one.';
  return undefined;
}

function begins(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** A protected workbook lies in a package of before 2007, in a stream whose name is written in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  return new TextDecoder('latin1').decode(bytes).includes(name);
}
