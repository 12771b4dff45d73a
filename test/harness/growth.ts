import assert from 'node:assert/strict';

/** The milliseconds that the processor works on something, since on a busy machine the clock says little. */
export function processorTime(act: () => void): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user / 1000;
}

/** The same, as the best of a few times: the first has the compiler's work in it. Not done again once below `enough`. */
export function quickest(act: () => void, times: number, enough = 0): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times && best >= enough; time += 1) best = Math.min(best, processorTime(act));
  return best;
}

/**
 * Holds the time that reading takes on a text made of `unit` against that on one four times as long, which may take
 * somewhat more than four times as long, yet never sixteen times.
 * @param size the characters of the shorter text
 */
export function assertGrowsAsText(read: (text: string) => void, unit: string, size: number): void {
  const time = (characters: number, enough?: number) => {
    const text = unit.repeat(Math.ceil(characters / unit.length));
    return quickest(() => read(text), 2, enough);
  };
  const small = time(size);
  const most = 12 * Math.max(small, 20);
  const large = time(4 * size, most);
  assert.ok(large < most, `${JSON.stringify(unit)}: ${small} ms, then ${large} ms`);
}
