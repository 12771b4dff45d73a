import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Comparison } from './figures.ts';

/** Published reports, where there are some on this machine. */
const FOLDER = '../shared/corpus';
const PEER = 'pdftotext';

interface Run {
  readonly seconds: number;
  /** What the process had in memory at its largest, in MB; undefined where the system does not say. */
  readonly peak: number | undefined;
}

/** A check of published PDFs as a whole process, beside the program that only takes their text out. */
export async function comparePdfs(bundle: string): Promise<readonly Comparison[]> {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [];
  if (files.length === 0 || !existsSync(bundle)) {
    console.error(`PDFs are not measured: there are none in ${FOLDER}, or the command line is not built.`);
    return [];
  }
  if (spawnSync(PEER, ['-v']).error !== undefined) {
    console.error(`PDFs are not measured: ${PEER} is not installed.`);
    return [];
  }
  const paths = files.map((name) => path.join(FOLDER, name));
  const theirs = await alone(paths);
  const ours = await watched(process.execPath, [bundle, 'check', FOLDER, '--quiet', '--fail-on', 'never']);
  const what = `check of ${files.length} published PDFs`;
  const rate = ({ seconds }: Run) => files.length / seconds;
  return [
    { what, peer: PEER, ours: rate(ours), theirs: rate(theirs), unit: 'files/s', more: true },
    { what: `${what}, peak memory`, peer: PEER, ours: ours.peak, theirs: theirs.peak, unit: 'MB' },
  ];
}

/** The other program, once for each file as it is made to be used. */
async function alone(paths: readonly string[]): Promise<Run> {
  const runs: Run[] = [];
  for (const file of paths) runs.push(await watched(PEER, ['-layout', file, '-']));
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return {
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    peak: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

function watched(command: string, argv: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, argv, { stdio: ['ignore', 'ignore', 'pipe'] });
    let peak: number | undefined;
    let said = '';
    const look = setInterval(() => {
      peak = peakOf(child) ?? peak;
    }, 5);
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peak });
      else reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}

/** The system keeps the largest size that a process has had, so the last look at it says all. */
function peakOf({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // It has ended, or this system has no such file.
    return undefined;
  }
}
