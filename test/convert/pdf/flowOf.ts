import assert from 'node:assert/strict';
import type { Flow } from '../../../server/convert/flow/flow.ts';
import { readPdf } from '../../../server/convert/pdf/readPdf.ts';

/** What a PDF is read as; fails where it cannot be read. */
export async function flowOf(bytes: Uint8Array): Promise<Flow> {
  const opened = await readPdf(bytes);
  assert.ok(opened.ok, opened.ok ? '' : opened.problem);
  assert.ok(opened.source.format === 'pdf');
  return opened.source.flow;
}

/** Why a PDF cannot be read. */
export async function problemOf(bytes: Uint8Array): Promise<string> {
  const opened = await readPdf(bytes);
  return opened.ok ? 'It was read.' : opened.problem;
}
