import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { PlacedBlock } from './block.ts';
import { withoutRow } from './dataRows.ts';
import {
  arrangedLines,
  bulletEdits,
  cellsBehind,
  commentStretch,
  type LineCopy,
  type NewColumn,
  renumberEdits,
  reorderEdits,
  rowBehind,
  type TableRow,
} from './editing.ts';
import { alignedTable, arrangedColumns, widened } from './tableLayout.ts';

/** Changes that are the same in both syntaxes, because the Markdown in YAML stands on lines as other Markdown does. */
export abstract class LineEditing {
  protected readonly text: SourceText;

  constructor(text: SourceText) {
    this.text = text;
  }

  replace(span: Span, words: string): readonly TextEdit[] {
    return [{ span, insert: words }];
  }

  renumber(paragraph: PlacedBlock, number: string): readonly TextEdit[] {
    return renumberEdits(paragraph, number);
  }

  reorder(stretches: readonly Span[], order: readonly number[]): readonly TextEdit[] {
    return reorderEdits(this.text, stretches, order);
  }

  addCells(row: Span, count: number): readonly TextEdit[] {
    return cellsBehind(this.text, row, count);
  }

  addRow(row: Span, cells: readonly string[]): readonly TextEdit[] {
    return rowBehind(this.text, row, cells);
  }

  alignTable(rows: readonly Span[]): readonly TextEdit[] {
    return alignedTable(this.text, rows);
  }

  addColumns(rows: readonly TableRow[], at: number, columns: readonly NewColumn[]): readonly TextEdit[] {
    const headings = columns.map(({ heading }) => heading);
    return widened(
      this.text,
      rows.map(({ span }) => span),
      at,
      headings,
    );
  }

  removeRow(row: Span): readonly TextEdit[] {
    return withoutRow(this.text, row);
  }

  endTable(row: Span): readonly TextEdit[] {
    const line = this.text.lineAt(row.from);
    const before = this.text.slice(line.from, row.from);
    return [{ span: { from: line.from, to: line.to }, insert: `${before.trimEnd()}\n${before}` }];
  }

  arrangeColumns(rows: readonly Span[], order: readonly number[]): readonly TextEdit[] {
    return arrangedColumns(this.text, rows, order);
  }

  listLines(paragraph: PlacedBlock): readonly TextEdit[] {
    return bulletEdits(paragraph);
  }

  arrangeLines(all: readonly Span[], lines: readonly LineCopy[]): readonly TextEdit[] {
    return arrangedLines(this.text, all, lines);
  }

  giveReason(comment: Span, reason: string): readonly TextEdit[] {
    const source = this.text.slice(comment.from, comment.to);
    const close = source.endsWith('-->') ? '-->' : '';
    const words = source.slice(0, source.length - close.length).trimEnd();
    const hyphens = /\s--(?:[\s,]+|$)/.exec(words);
    const from = hyphens?.index ?? words.length;
    // Until when the comment is to hold may be all that stands there.
    const rest = words.slice(from + (hyphens?.[0].length ?? 0));
    const to = rest === '' ? source.length - close.length : words.length - rest.length;
    const behind = rest !== '' ? ', ' : close === '' ? '' : ' ';
    const span = { from: comment.from + from, to: comment.from + to };
    return [{ span, insert: ` -- ${reason}${behind}` }];
  }

  removeComment(span: Span): readonly TextEdit[] {
    return [{ span: commentStretch(this.text.toString(), span), insert: '' }];
  }
}
