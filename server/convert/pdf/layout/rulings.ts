/** A straight line on a page, level or upright, in points. */
export interface Ruling {
  readonly level: boolean;
  /** Its y when it is level, its x when it is upright. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

// Borders are drawn cell by cell, with joints that miss each other by the width of a pen.
const SNAP = 2.5;
// Drawings and charts have more; whatever they show, it is no table.
const MOST_RULINGS = 6000;

/**
 * Joins the pieces of drawn lines, as pdfplumber and Tabula do: those at nearly the same height that touch become one.
 */
export function joinRulings(rulings: readonly Ruling[]): readonly Ruling[] {
  if (rulings.length > MOST_RULINGS) return [];
  return [true, false].flatMap((level) => {
    const joined: Ruling[] = [];
    for (const group of byPlace(rulings.filter((ruling) => ruling.level === level))) {
      const at = group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length;
      let open: { from: number; to: number } | undefined;
      for (const { from, to } of [...group].sort((a, b) => a.from - b.from)) {
        if (open !== undefined && from <= open.to + SNAP) open.to = Math.max(open.to, to);
        else {
          if (open !== undefined) joined.push({ level, at, ...open });
          open = { from, to };
        }
      }
      if (open !== undefined) joined.push({ level, at, ...open });
    }
    return joined;
  });
}

function byPlace(rulings: readonly Ruling[]): readonly Ruling[][] {
  const groups: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last !== undefined && ruling.at - (last[0]?.at ?? 0) <= SNAP) last.push(ruling);
    else groups.push([ruling]);
  }
  return groups;
}

/** Sets of rulings that touch or cross each other, each with level and upright ones; others bound nothing. */
export function frames(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const level = rulings.filter((ruling) => ruling.level);
  const upright = rulings.filter((ruling) => !ruling.level);
  const sets = new Sets(rulings.length);
  const index = new Map(rulings.map((ruling, at) => [ruling, at]));
  let work = 0;
  for (const one of level) {
    for (const other of upright) {
      work += 1;
      if (work > 4_000_000) return [];
      if (crosses(one, other)) sets.join(index.get(one) ?? 0, index.get(other) ?? 0);
    }
  }
  return sets
    .groups()
    .map((group) => group.flatMap((at) => rulings[at] ?? []))
    .filter((group) => group.some((ruling) => ruling.level) && group.some((ruling) => !ruling.level));
}

function crosses(level: Ruling, upright: Ruling): boolean {
  const meets = (value: number, ruling: Ruling): boolean =>
    value >= ruling.from - SNAP && value <= ruling.to + SNAP;
  return meets(upright.at, level) && meets(level.at, upright);
}

/** Numbers from 0 in sets that can be joined. */
export class Sets {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, at) => at);
  }

  /** The number that stands for the set of `at`. */
  of(at: number): number {
    let root = at;
    while ((this.#parent[root] ?? root) !== root) {
      const above = this.#parent[root] ?? root;
      this.#parent[root] = this.#parent[above] ?? above;
      root = above;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b);
  }

  groups(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const at of this.#parent.keys()) {
      const root = this.of(at);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [at]);
      else group.push(at);
    }
    return [...groups.values()];
  }
}
