/** What opens with a number: a paragraph or an item of a list. */
export interface Numbered {
  readonly number: number;
}

/** One fault in a sequence of numbers. */
export interface Slip {
  /** Of the number that is wrong. */
  readonly index: number;
  /** The number that would have gone on. */
  readonly expected: number;
  /** The number behind it, when there is one. */
  readonly next: number | undefined;
  /**
   * `single`: this number alone is wrong, the next goes on as if it were right. `early`: it stands before
   * numbers that go on. `break`: the sequence goes on from the wrong number.
   */
  readonly kind: 'single' | 'early' | 'break';
}

/**
 * The numbers that are one sequence of paragraphs. A list that begins at 1 again is a plain list, whose
 * items are left out; unless it outgrows what was there before and this never goes on.
 */
export function mainSequence<T extends Numbered>(all: readonly T[]): readonly T[] {
  let main: T[] = [];
  let list: T[] = [];
  for (const one of all) {
    const opens = one.number === 1 && main.length > 0;
    if (!opens && one.number === (list.at(-1)?.number ?? 0) + 1 && list.length > 0) {
      list.push(one);
      continue;
    }
    const goesOn = one.number === (main.at(-1)?.number ?? 0) + 1;
    if (!goesOn && list.length > main.length) main = list;
    list = opens ? [one] : [];
    if (!opens) main.push(one);
  }
  return list.length > main.length ? list : main;
}

/** The faults of a sequence that should run 1, 2, 3. What goes on from a fault is no further fault. */
export function slips(main: readonly Numbered[]): readonly Slip[] {
  const found: Slip[] = [];
  const used = new Set(main.map(({ number }) => number));
  let last = 0;
  for (let index = 0; index < main.length; index += 1) {
    const number = main[index]?.number ?? 0;
    const next = main[index + 1]?.number;
    const expected = last + 1;
    if (number === expected) {
      last = number;
      continue;
    }
    const kind = kindOf(number, expected, next, used);
    found.push({ index, expected, next, kind });
    if (kind === 'single') last = expected;
    else if (kind === 'break') last = number;
    // Of two numbers that changed places, the first tells it all.
    else if (next === expected && main[index + 2]?.number === number + 1) {
      last = number;
      index += 1;
    }
  }
  return found;
}

function kindOf(
  number: number,
  expected: number,
  next: number | undefined,
  used: ReadonlySet<number>,
): Slip['kind'] {
  const free = !used.has(expected);
  if (free && (next === expected + 1 || (next === undefined && number < expected))) return 'single';
  return next === expected ? 'early' : 'break';
}
