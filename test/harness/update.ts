import { readFileSync, writeFileSync } from 'node:fs';
import type { Fence } from './fixture.ts';

/** Whether the run is to write what it finds into the fixtures, instead of failing: `UPDATE=1`. */
export const UPDATING = process.env.UPDATE === '1';

/** Puts other text into fences of a fixture, in place. */
export function updateFences(
  file: string,
  changes: readonly { readonly fence: Fence; readonly text: string }[],
): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const fromLast = [...changes].sort((a, b) => b.fence.lines.from - a.fence.lines.from);
  for (const { fence, text } of fromLast) {
    const { from, to } = fence.lines;
    lines.splice(from, to - from, ...(text === '' ? [] : text.split('\n')));
  }
  writeFileSync(file, lines.join('\n'));
}
