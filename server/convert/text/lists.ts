import type { Span } from '../../text/span.ts';
import type { Block, Paragraph } from './blocks.ts';
import { startsLower } from './prose.ts';

/** Shorter ones are items of a list; a numbered paragraph that lost its number is longer, or announces a list. */
export const PARAGRAPH_WORDS = 9;

/** The list that is open while blocks are walked over. */
interface OpenList {
  readonly kind: 'group' | 'items';
  readonly glyph: string;
  readonly lower: boolean;
}

/**
 * Says which paragraphs with a bullet are items of a list. Extraction gives a bullet to numbered paragraphs
 * as well, and some of these have lost their number: they stand behind a finished paragraph, begin with a
 * capital and are long, where the items of a list are announced by a colon and begin alike.
 */
export function markItems(source: string, blocks: readonly Block[]): readonly Block[] {
  const bulletsNumbers = blocks.some((block) => block.kind === 'paragraph' && hasBoth(block));
  let list: OpenList | undefined;
  let announced = false;
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.number !== undefined || block.bullet === undefined) {
      list = block.kind === 'group' ? { kind: 'group', glyph: '', lower: false } : undefined;
      announced = block.kind === 'paragraph' && endsWithColon(source, block.pieces);
      return block;
    }
    const lower = startsLower(textStart(source, block.pieces));
    const fits = list?.kind === 'group' || (list?.glyph === block.bullet.glyph && list.lower === lower);
    const announces = endsWithColon(source, block.pieces);
    const short = block.words < PARAGRAPH_WORDS && !announces;
    const isItem = announced || fits || lower || !bulletsNumbers || short;
    announced = announces;
    if (!isItem) list = undefined;
    else if (list?.kind !== 'group') list = { kind: 'items', glyph: block.bullet.glyph, lower };
    return { ...block, isItem };
  });
}

function hasBoth({ bullet, number }: Paragraph): boolean {
  return bullet !== undefined && number !== undefined;
}

function textStart(source: string, pieces: readonly Span[]): string {
  const first = pieces[0];
  return first === undefined ? '' : source.slice(first.from, Math.min(first.to, first.from + 8));
}

/** Whether the pieces end with a colon, as the announcement of a list does. */
export function endsWithColon(source: string, pieces: readonly Span[]): boolean {
  const last = pieces.at(-1);
  return last !== undefined && /:\s*[-–—]?$/u.test(source.slice(Math.max(last.from, last.to - 4), last.to));
}
