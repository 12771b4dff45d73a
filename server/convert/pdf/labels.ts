import type { ListPart, ParagraphPart, Part, Piece } from './parts.ts';

// The range is where symbol fonts such as Wingdings have their arrows, squares and ticks.
const BULLET = /^([•◼■▪▫□●○◦‣⁃➢➤❖✓✔★\u00B7\uF020-\uF0FF]\uFE0F?)(?:\s*|$)/u;
const DASH = /^([-–—*])(?:\s+|$)/u;
// "12.", "2.3", "2.3.", "(4)", "a)", "(b)", "iv."
const NUMBER =
  /^(\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3})(?:\s+|$)/u;
/** Outside a list only what no sentence begins with. */
const SURE_NUMBER = /^(\d{1,3}[.)])(?:\s+|$)/u;

/** A paragraph with the bullet or number before its words apart from them. */
export function withLabel(part: ParagraphPart, inList: boolean): ParagraphPart {
  if (part.list !== undefined || part.level !== undefined) return part;
  const [first, second] = part.pieces;
  if (first === undefined) return part;
  const label = labelOf(first, second, inList);
  if (label === undefined) return part;
  const [mark, rest] = cutPiece(first, label.length);
  const pieces = rest === undefined ? part.pieces.slice(1) : [rest, ...part.pieces.slice(1)];
  if (pieces.length === 0) return part;
  return { ...part, pieces, list: listOf(label, [mark]) };
}

export function listOf(label: string, pieces: readonly Piece[]): ListPart {
  return { ordered: /[\p{L}\p{N}]/u.test(label) && label !== 'o', label, pieces, depth: 0 };
}

/** Whether what is marked as a label looks like one; at the top of a page it may be the rest of a sentence. */
export function isLabel(text: string): boolean {
  return [BULLET, DASH, NUMBER, /^(?:\(?\w{1,3}[).:]?|\P{L}{1,3})$/u].some(
    (form) => form.exec(text)?.[0] === text,
  );
}

function labelOf(first: Piece, second: Piece | undefined, inList: boolean): string | undefined {
  const { text } = first.item;
  const bullet = BULLET.exec(text)?.[1];
  if (bullet !== undefined) return bullet;
  const alone = second !== undefined && second.item.before !== '' && isWide(first, second);
  // The round bullet of a second level is the letter of a typewriter's font.
  if (text === 'o' && alone && /courier/i.test(first.item.font)) return 'o';
  const dash = DASH.exec(text)?.[1];
  if (dash !== undefined && (inList || (text === dash && alone))) return dash;
  const number = (inList ? NUMBER : SURE_NUMBER).exec(text)?.[1];
  if (number === undefined) return text.length < 8 && alone ? NUMBER.exec(text)?.[1] : undefined;
  return text === number && second?.item.before === '' ? undefined : number;
}

/** Whether the gap is that of a tab and not of a blank. */
function isWide({ item }: Piece, next: Piece): boolean {
  return next.item.x - (item.x + item.width) > item.size * 0.4 && Math.abs(next.item.y - item.y) < item.size;
}

/** A piece in two, the first with so many characters. */
export function cutPiece(piece: Piece, at: number): readonly [Piece, Piece | undefined] {
  const { item } = piece;
  const rest = item.text.slice(at).trimStart();
  if (rest === '') return [piece, undefined];
  const each = item.width / Math.max(1, item.text.length);
  const start = item.text.length - rest.length;
  const blank = start > at ? ' ' : '';
  return [
    { ...piece, item: { ...item, text: item.text.slice(0, at), width: each * at } },
    {
      ...piece,
      item: { ...item, text: rest, x: item.x + each * start, width: each * rest.length, before: blank },
    },
  ];
}

/** How far two indents may be apart and still be one. */
const SAME_INDENT = 6;

interface OpenList {
  readonly x: number;
  readonly label: string;
}

/** Says how deep lists stand in each other, by where their labels stand on the page and what they count. */
export class Depths {
  #open: OpenList[] = [];

  inPart(part: Part): Part {
    if (part.kind === 'paragraph') return this.#set(part);
    if (part.kind !== 'table') return part;
    // The lists of a cell are its own.
    this.#open = [];
    const rows = part.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const depths = new Depths();
        return { ...cell, parts: cell.parts.map((one) => depths.#set(one)) };
      }),
    }));
    return { ...part, rows };
  }

  #set(part: ParagraphPart): ParagraphPart {
    const { list } = part;
    const x = (list?.pieces[0] ?? part.pieces[0])?.item.x ?? 0;
    if (list === undefined) {
      // A paragraph below an item belongs to it when it stands to the right of its label.
      this.#open = part.level === undefined ? this.#leftOf(x) : [];
      return part;
    }
    const before = this.#open.findLastIndex(({ label }) => isNext(label, list.label));
    this.#open = before < 0 ? this.#leftOf(x) : this.#open.slice(0, before);
    this.#open.push({ x, label: list.label });
    return { ...part, list: { ...list, depth: this.#open.length - 1 } };
  }

  #leftOf(x: number): OpenList[] {
    return this.#open.filter((open) => open.x < x - SAME_INDENT);
  }
}

/** Whether a number follows another in the same form: "9." and "10.", "(a)" and "(b)". */
function isNext(before: string, label: string): boolean {
  const [last, next] = [countOf(before), countOf(label)];
  return last !== undefined && next !== undefined && next.value === last.value + 1 && next.form === last.form;
}

function countOf(label: string): { readonly value: number; readonly form: string } | undefined {
  const found = /^(.*?)(\d{1,3}|[a-z])([.)]*)$/i.exec(label);
  if (found === null) return undefined;
  const [, before = '', count = '', behind = ''] = found;
  const isFigure = /\d/.test(count);
  const value = isFigure ? Number(count) : (count.codePointAt(0) ?? 0);
  return { value, form: `${before}${isFigure ? '1' : 'a'}${behind}` };
}
