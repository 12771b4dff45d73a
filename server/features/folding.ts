import { type Block, blockSpan, type PlacedBlock, placeSpan } from '../model/block.ts';
import type { DataComment } from '../syntax/data.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { directivePairs } from './directives.ts';
import { sectionSpan, trimmed } from './sections.ts';

/** A stretch of several lines that can be folded away below its first. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'comment' | 'region' | 'text';
}

const FOLDED = new Set<Block['kind']>(['item', 'table', 'quote', 'code', 'comment']);

/**
 * Sections, front matter, tables, numbered paragraphs, list items, comments, and what stands between a comment that switches
 * a rule off and the one that switches it on again; in a document of data, its parts.
 */
export function folding({ report }: Analysis): readonly Fold[] {
  const { model } = report;
  const fold =
    (kind: Fold['kind']) =>
    (span: Span): Fold => ({ span: trimmed(model.text, span), kind });
  const blocks = model.blocks.filter(({ block }) => FOLDED.has(block.kind) || block.number !== undefined);
  const isComment = ({ block }: PlacedBlock) => block.kind === 'comment';
  return outermost(
    [
      ...model.groups().map(fold('text')),
      ...report.sections.flatMap((section) => sectionSpan(report, section) ?? []).map(fold('text')),
      ...blocks.filter((placed) => !isComment(placed)).map((placed) => fold('text')(blockSpan(placed))),
      ...blocks.filter(isComment).map((placed) => fold('comment')(blockSpan(placed))),
      ...blocks.flatMap(tablesWithin).map(fold('text')),
      ...directivePairs(report).map(({ off, on }) => fold('region')({ from: off.from, to: on.to })),
      ...commentRuns(model.written?.reading.comments ?? [], model.written?.from ?? 0, model.text),
    ],
    model.text,
  );
}

/** The tables in an item or a numbered paragraph, each below its own first line. */
function tablesWithin(placed: PlacedBlock): readonly Span[] {
  return placed.block.kind === 'table' ? [] : placed.block.tables.map(({ span }) => placeSpan(placed, span));
}

/** Comments of data that stand on lines of their own, one below the other. `from` is where the data begins. */
export function commentRuns(
  comments: readonly DataComment[],
  from: number,
  text: SourceText,
): readonly Fold[] {
  const runs: { from: number; to: number; line: number }[] = [];
  for (const { span } of comments) {
    const line = text.lineAt(span.from + from);
    if (!line.text.trimStart().startsWith('#')) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.line === line.number - 1)
      Object.assign(last, { to: line.to, line: line.number });
    else runs.push({ from: span.from + from, to: line.to, line: line.number });
  }
  return runs.map(({ from: start, to }) => ({ span: { from: start, to }, kind: 'comment' }));
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
