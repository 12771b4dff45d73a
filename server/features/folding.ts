import { type Block, blockSpan } from '../model/block.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { sectionSpan, trimmed } from './sections.ts';

/** A stretch of several lines that can be folded away below its first. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'comment' | 'text';
}

const FOLDED = new Set<Block['kind']>(['item', 'table', 'quote', 'code', 'comment']);

/** Sections, front matter, tables, numbered paragraphs, list items and comments; in a document of data, its parts. */
export function folding({ report }: Analysis): readonly Fold[] {
  const { model } = report;
  const spans = [
    ...model.groups().map((span) => trimmed(model.text, span)),
    ...report.sections.flatMap((section) => sectionSpan(report, section) ?? []),
  ];
  const blocks = model.blocks
    .filter(({ block }) => FOLDED.has(block.kind) || block.number !== undefined)
    .map((placed): Fold => {
      const kind = placed.block.kind === 'comment' ? 'comment' : 'text';
      return { span: trimmed(model.text, blockSpan(placed)), kind };
    });
  return outermost([...spans.map((span): Fold => ({ span, kind: 'text' })), ...blocks], model.text);
}

/** Of all that begins on one line, only what reaches furthest can be folded there. */
export function outermost(folds: readonly Fold[], text: SourceText): readonly Fold[] {
  const byLine = new Map<number, Fold>();
  for (const fold of folds) {
    const line = text.lineAt(fold.span.from);
    if (fold.span.to > Math.max(line.to, byLine.get(line.number)?.span.to ?? 0))
      byLine.set(line.number, fold);
  }
  return [...byLine.values()].sort((a, b) => a.span.from - b.span.from);
}
