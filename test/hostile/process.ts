import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from '../cli/cases.ts';
import { temporaryFolder } from '../cli/runIn.ts';

/** What a process of its own made of some files. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly err: string;
  /** How often each rule found something, by file; or why a file was not checked. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** Seconds of the processor's time. */
  readonly seconds: number;
}

const MEGABYTES = 512;
/** More than any case may take of the clock, however busy the machine: a process that hangs is ended. */
const PATIENCE = 120_000;
const MEASURE =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error("CPU "+(user+system)/1e6)})';

/** What is shipped, copied so that another build does not replace it meanwhile. */
export class CommandLine {
  readonly #folder = temporaryFolder();

  constructor() {
    copyFileSync('out/cli.cjs', this.bundle);
  }

  get bundle(): string {
    return path.join(this.#folder.path, 'cli.cjs');
  }

  remove(): void {
    this.#folder.remove();
  }
}

/** Checks files with the command line, in little memory. */
export async function checkInProcess(
  { bundle }: CommandLine,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<Outcome> {
  const folder = temporaryFolder();
  try {
    writeFiles(folder.path, files);
    // Texts are looked at only when they are named.
    const texts = files.map(([name]) => name).filter((name) => name.endsWith('.txt'));
    return await run(bundle, folder.path, ['.', ...texts]);
  } finally {
    folder.remove();
  }
}

function run(bundle: string, cwd: string, paths: readonly string[]): Promise<Outcome> {
  const limits = [`--max-old-space-size=${MEGABYTES}`, '--import', MEASURE];
  const command = ['check', ...paths, '--framework', 'ofsted-safeguarding-2012', '--format', 'json'];
  const child = spawn(process.execPath, [...limits, bundle, ...command], {
    cwd,
    env: {},
    timeout: PATIENCE,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const seconds = Number(/^CPU (.*)$/m.exec(err)?.[1] ?? Number.NaN);
      resolve({ code, signal, err: err.replace(/^CPU .*\n/m, ''), said: saidIn(out), seconds });
    });
  });
}

interface File {
  readonly file: string;
  readonly problem?: string;
  readonly findings?: readonly { readonly rule: string; readonly message: string }[];
}

function saidIn(out: string): Outcome['said'] {
  const { files } = (out === '' ? { files: [] } : JSON.parse(out)) as { files: readonly File[] };
  return Object.fromEntries(
    files.map(({ file, problem, findings = [] }) => {
      const rules = findings.map(({ rule, message }) =>
        message.includes('could not be run here') ? `${rule} crashed` : rule,
      );
      return [file, problem === undefined ? counted(rules) : [problem]];
    }),
  );
}

function counted(rules: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} ×${count}`)).sort();
}
