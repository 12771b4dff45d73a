import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../../server/cli/io.ts';
import { run } from '../../server/cli/run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Both, in the order written; lines on standard error begin with `! `. */
  readonly printed: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Io['env'];
  /** The width of a terminal; without it the output goes to none. */
  readonly columns?: number;
}

/** Runs a command in this process, in a folder. */
export async function runIn(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let printed = '';
  const { stdin = '', env = {}, columns } = options;
  const io: Io = {
    cwd,
    env,
    columns,
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    out: (text) => {
      out += text;
      printed += text;
    },
    err: (text) => {
      err += text;
      printed += text.replace(/^(?=.)/gm, '! ');
    },
  };
  const code = await run(argv, io);
  return { code, out, err, printed };
}

/** A folder that is removed after the test that asks for it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchstone-cli-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
