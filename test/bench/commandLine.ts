import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Figure, quantile } from './figures.ts';
import { generate } from './generate.ts';

const FILES = 200;

/** Lets a measurement have a folder of reports, which is gone afterwards. */
export function withBatch<Result>(measure: (folder: string, files: number) => Result): Result {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'touchstone-bench-'));
  try {
    for (let index = 0; index < FILES; index += 1) {
      writeFileSync(path.join(folder, `${index}.report.md`), generate(30_000, 'markdown', 1000 + index));
    }
    return measure(folder, FILES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `touchstone check` as whole processes: of one file, and of a folder of 200. */
export function checking(bundle: string, times: number): Figure[] {
  return withBatch((folder, files) => {
    const one = Array.from({ length: times }, () => run(bundle, path.join(folder, '0.report.md')));
    const all = Array.from({ length: Math.max(2, times / 3) }, () => run(bundle, folder));
    const seconds = quantile(all, 0.5) / 1000;
    return [
      {
        what: 'check of one file of 30 KB, median',
        measured: quantile(one, 0.5),
        unit: 'ms',
        first: 300,
        later: 120,
      },
      {
        what: 'check of 200 files of 30 KB',
        measured: files / seconds,
        unit: 'files/s',
        first: 45,
        later: 220,
        more: true,
      },
    ];
  });
}

function run(bundle: string, target: string): number {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, 'check', target], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // It fails, as it must, because of what is wrong with the reports; but it must have read them.
  if (status === null || !stdout.includes('number/share-mismatch')) {
    throw new Error(`The check of ${target} found nothing: ${stderr}`);
  }
  return performance.now() - started;
}
