import type { Random } from '../incremental/random.ts';

/** A part, its whole and the share stated for it, in hundredths of a per cent for exact arithmetic. */
export interface ShareFigures {
  readonly part: number;
  readonly whole: number;
  /** The share in units of its last place: 697 with one place is 69.7%. */
  readonly share: number;
  readonly places: number;
}

/** Whether the share is what the part comes to, rounded either way at a half. Whole numbers only: nothing is lost. */
export function isRight({ part, whole, share, places }: ShareFigures): boolean {
  const twice = 2 * 100 * 10 ** places * part;
  return Math.abs(twice - 2 * share * whole) <= whole && part <= whole;
}

/** Whether the share is what the part comes to with its further digits cut off. */
export function isCut({ part, whole, share, places }: ShareFigures): boolean {
  return Math.floor((100 * 10 ** places * part) / whole) === share;
}

/** Figures that agree, of the sizes that reports give. */
export function rightFigures(random: Random): ShareFigures {
  const whole = random.pick([8 + random.below(42), 30 + random.below(170), 120 + random.below(2400)]);
  const part = 1 + random.below(whole - 1);
  const places = random.pick([0, 0, 0, 1, 1, 2]);
  const share = Math.round((100 * 10 ** places * part) / whole);
  const figures = { part, whole, share, places };
  const isPlain = share > 0 && share < 100 * 10 ** places;
  return isPlain && isRight(figures) ? figures : rightFigures(random);
}

/** Figures of which the part is just a half over or under the share shown: 1 of 8 is 12.5%. */
export function halfFigures(random: Random): ShareFigures {
  const [part, whole] = random.pick([
    [1, 8],
    [3, 8],
    [5, 8],
    [7, 8],
    [1, 40],
    [3, 40],
    [11, 40],
    [37, 40],
    [21, 200],
    [57, 200],
  ] as const);
  const times = 1 + random.below(12);
  const exact = (100 * part) / whole;
  const share = random.chance(0.5) ? Math.floor(exact) : Math.ceil(exact);
  return { part: part * times, whole: whole * times, share, places: 0 };
}

/** The same with one figure changed, as a slip of the pen or of copying changes it, and beyond what rounding explains. */
export function wrongFigures(random: Random, right: ShareFigures = rightFigures(random)): ShareFigures {
  for (;;) {
    const which = random.pick(['part', 'whole', 'share'] as const);
    const wrong = { ...right, [which]: mutated(right[which], random) };
    const possible =
      wrong.share > 0 && wrong.share <= 100 * 10 ** wrong.places && wrong.whole > 1 && wrong.part > 0;
    if (possible && !isRight(wrong) && !isCut(wrong)) return wrong;
  }
}

function mutated(value: number, random: Random): number {
  const digits = String(value);
  const at = random.below(digits.length);
  const digit = digits.slice(0, at) + String(random.below(10)) + digits.slice(at + 1);
  const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  const doubled = digits.slice(0, at) + (digits[at] ?? '') + digits.slice(at);
  const near = value + random.pick([-12, -7, -3, -2, -1, 1, 2, 3, 5, 10]);
  return random.pick([Number(digit), Number(swapped), near, near, Math.min(Number(doubled), 99_999)]);
}

export function percent({ share, places }: ShareFigures): string {
  return (share / 10 ** places).toFixed(places);
}

/** A count as reports write it, with or without the comma of the thousands. */
export function count(value: number, random: Random): string {
  return value >= 1000 && random.chance(0.7)
    ? `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}`
    : String(value);
}
