import type { Box } from '../page.ts';
import type { Run } from './line.ts';

/** In sizes of the letters: how far behind a bullet its words begin at most. */
const FARTHEST = 2.5;
/** A chart has more, and they are no bullets. */
const MOST_DOTS = 400;

/** The bullets that were drawn as shapes and not as letters: small, left of where a line begins, and at half its height. */
export function bulletRuns(runs: readonly Run[], dots: readonly Box[]): readonly Run[] {
  if (dots.length > MOST_DOTS) return [];
  const found = new Map<Run, Run>();
  for (const dot of dots) {
    const line = runs.filter((run) => isBeside(dot, run));
    const first = line.reduce((least, run) => (run.x1 < least.x1 ? run : least), line[0] ?? NOTHING);
    // Words close before it make it a part of the line.
    if (first === NOTHING || first.x1 < dot.right || first.x1 - dot.right > FARTHEST * first.size) continue;
    found.set(first, bulletOf(dot, first));
  }
  return [...found.values()];
}

const NOTHING: Run = {
  ...{ text: '', x1: 0, x2: 0, y: 0, size: 0, bold: false, italic: false, href: undefined, page: 0 },
};

/** Whether a shape stands at half the height of a run's small letters, within reach of its column. */
function isBeside({ left, top, right, bottom }: Box, { x1, x2, y, size }: Run): boolean {
  const above = y - (top + bottom) / 2;
  if (above < 0.05 * size || above > 0.6 * size || bottom - top > 0.5 * size) return false;
  return x1 - right <= FARTHEST * size && left - x2 <= FARTHEST * size;
}

function bulletOf({ left, right }: Box, { y, size, page }: Run): Run {
  const face = { bold: false, italic: false, href: undefined };
  return { text: '•', x1: left, x2: right, y, size, page, ...face };
}
