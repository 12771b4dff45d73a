import { wordCount } from '../../text/prose.ts';
import type { TextBlock } from './blocks.ts';
import { rounded, type Style } from './style.ts';

const LONGEST_HEADING = 220;
const MOST_LEVELS = 6;
const LARGER = 1.08;

/** The levels of headings by what they look like: the larger the higher, and of one size the bold ones. */
export class Outline {
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #style: Style;

  constructor(blocks: readonly TextBlock[], style: Style) {
    this.#style = style;
    const kinds = new Map<string, { rank: number; letters: number; count: number }>();
    let all = 0;
    for (const block of blocks) {
      const letters = lettersOf(block);
      all += letters;
      const { key, rank } = lookOf(block);
      const kind = kinds.get(key) ?? { rank, letters: 0, count: 0 };
      kinds.set(key, { rank, letters: kind.letters + letters, count: kind.count + 1 });
    }
    const ranked = [...kinds]
      .filter(
        ([, { rank, letters, count }]) =>
          rank > style.body * 10 * LARGER && letters < count * 150 && letters * 5 < all * 2,
      )
      .sort(([, a], [, b]) => b.rank - a.rank);
    this.#ranks = new Map(ranked.map(([key], at) => [key, Math.min(at + 1, MOST_LEVELS)]));
  }

  /** The level of a heading, undefined for text. */
  level(block: TextBlock): number | undefined {
    const text = block.lines.map((line) => line.text).join(' ');
    if (!/\p{L}/u.test(text) || text.length > LONGEST_HEADING) return undefined;
    if (block.label !== undefined && !block.label.ordered) return undefined;
    // What ends as a sentence does and is as long as one was made large for its weight.
    if (/[.;,]$/.test(text) && wordCount(text) > 10) return undefined;
    return this.#ranks.get(lookOf(block).key);
  }

  /** Whether all of a block is bold or larger than text is. */
  standsOut(block: TextBlock): boolean {
    if (block.lines.length === 0) return false;
    const larger = block.lines.every(({ size }) => size > this.#style.body * LARGER);
    return larger || (!this.#style.bold && block.lines.every(({ bold }) => bold));
  }
}

function lookOf({ lines }: TextBlock): { key: string; rank: number } {
  const size = rounded(lines[0]?.size ?? 0);
  const bold = lines.length > 0 && lines.every((line) => line.bold);
  return { key: `${size} ${bold}`, rank: size * 10 + (bold ? 1 : 0) };
}

function lettersOf({ lines }: TextBlock): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
