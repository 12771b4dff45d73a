import type { Box, PdfItem } from './page.ts';

/** An item of a page with what was found out about it. */
export interface Piece {
  readonly item: PdfItem;
  readonly page: number;
  /** Its place among the items of its page. */
  readonly index: number;
  readonly href: string | undefined;
}

/** What a document is made of, while its pages are put together. */
export type Part = ParagraphPart | TablePart | NotePart | FigurePart | OutPart;

export interface ParagraphPart {
  readonly kind: 'paragraph';
  /** At least one. */
  readonly pieces: readonly Piece[];
  readonly level: number | undefined;
  readonly list: ListPart | undefined;
  /** Whether the structure says that it is the rest of an item whose label is on the page before. */
  readonly isRest?: boolean;
}

export interface ListPart {
  readonly ordered: boolean;
  /** As it is shown; a bullet where none is. */
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly depth: number;
}

export interface TablePart {
  readonly kind: 'table';
  readonly rows: readonly RowPart[];
}

export interface RowPart {
  readonly header: boolean;
  readonly cells: readonly CellPart[];
}

export interface CellPart {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
  readonly shade: string | undefined;
  readonly parts: readonly ParagraphPart[];
}

export interface NotePart {
  readonly kind: 'note';
  readonly label: readonly Piece[];
  readonly parts: readonly ParagraphPart[];
}

export interface FigurePart {
  readonly kind: 'figure';
  readonly page: number;
  readonly alt: string;
  readonly box: Box | undefined;
}

export interface OutPart {
  readonly kind: 'out';
  readonly pieces: readonly Piece[];
  readonly message: string;
}

/** All pieces of a part, in reading order. */
export function piecesOf(part: Part): readonly Piece[] {
  switch (part.kind) {
    case 'paragraph':
      return [...(part.list?.pieces ?? []), ...part.pieces];
    case 'table':
      return part.rows.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts.flatMap(piecesOf)));
    case 'note':
      return [...part.label, ...part.parts.flatMap(piecesOf)];
    case 'out':
      return part.pieces;
    case 'figure':
      return [];
  }
}

/** A paragraph of those pieces, undefined where there are none. */
export function paragraphOf(
  pieces: readonly Piece[],
  level: number | undefined = undefined,
): ParagraphPart | undefined {
  return pieces.length === 0 ? undefined : { kind: 'paragraph', pieces, level, list: undefined };
}

/** Where some pieces stand on their page. */
export function boxAround(pieces: readonly Piece[]): Box {
  return pieces.reduce(
    (box, { item }) => ({
      left: Math.min(box.left, item.x),
      top: Math.min(box.top, item.y - item.size),
      right: Math.max(box.right, item.x + item.width),
      bottom: Math.max(box.bottom, item.y),
    }),
    { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 },
  );
}
