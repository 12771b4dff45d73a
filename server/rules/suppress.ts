import { type Block, blockSpan, placeSpan, wholeSpan } from '../model/block.ts';
import type { PlacedDirective, Report } from '../report/report.ts';
import type { Finding } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { UnusedSuppression } from './rule.ts';

/** Findings that are left, and suppressions that had nothing to suppress. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly unused: readonly UnusedSuppression[];
}

/** One rule (or, without an id, every rule) switched off over a stretch of the document. */
interface Range {
  readonly directive: PlacedDirective;
  readonly rule: { readonly id: string; readonly span: Span } | undefined;
  readonly from: number;
  to: number;
  used: boolean;
}

/**
 * Takes out what the document's own comments switch off. What concerns the comments themselves cannot be
 * switched off by them. Rules that do not exist are left to the rule that says so.
 */
export function suppress(
  report: Report,
  findings: readonly Finding[],
  ruleIds: ReadonlySet<string>,
): Suppressed {
  if (report.directives.length === 0) return { kept: findings, unused: [] };
  const ranges = readRanges(report);
  const kept = findings.filter((finding) => {
    if (finding.rule.startsWith('directive/')) return true;
    const hits = ranges.filter((range) => covers(range, finding));
    for (const range of hits) range.used = true;
    return hits.length === 0;
  });
  const unused = ranges
    .filter((range) => !range.used && (range.rule === undefined || ruleIds.has(range.rule.id)))
    .map((range) => ({
      directive: range.directive,
      rule: range.rule && { id: range.rule.id, span: placeSpan(range.directive.placed, range.rule.span) },
      span: placeSpan(range.directive.placed, range.directive.directive.span),
    }));
  return { kept, unused };
}

function covers(range: Range, finding: Finding): boolean {
  const named = range.rule === undefined || range.rule.id === finding.rule;
  return named && range.from <= finding.span.from && finding.span.from < range.to;
}

function readRanges(report: Report): readonly Range[] {
  const ranges: Range[] = [];
  for (const placed of report.directives) {
    const { directive } = placed;
    const end = placeSpan(placed.placed, directive.span).to;
    const rules = directive.rules.length === 0 ? [undefined] : directive.rules;
    if (directive.action === 'enable') {
      for (const range of ranges) {
        if (range.directive.directive.action === 'disable' && rules.some((rule) => closes(rule, range))) {
          range.to = Math.min(range.to, end);
        }
      }
      continue;
    }
    const to = directive.action === 'disable' ? Number.POSITIVE_INFINITY : nextEnd(report, placed, end);
    // What is said of the document as a whole is shown on its first line, above which nothing can stand.
    const from = opensDocument(report, end) ? 0 : end;
    for (const rule of rules) ranges.push({ directive: placed, rule, from, to, used: false });
  }
  return ranges;
}

/** Whether nothing but comments stands before `offset`. */
function opensDocument({ model }: Report, offset: number): boolean {
  const isBehind = model.meta.every(({ keySpan }) => keySpan.from >= offset);
  return isBehind && model.blocks.every(({ block, from }) => block.kind === 'comment' || from >= offset);
}

function closes(rule: { readonly id: string } | undefined, range: Range): boolean {
  return rule === undefined || rule.id === range.rule?.id;
}

/** The end of what comes next after a comment: a block of the body, or a field of the document. */
function nextEnd(report: Report, { placed, directive }: PlacedDirective, end: number): number {
  const { blocks, meta } = report.model;
  const field = meta.find((entry) => entry.keySpan.from >= end);
  const isLast = placed.block.kind === 'comment' || endsWithComments(placed.block, directive.span.to);
  const inBlock = isLast ? undefined : blockSpan(placed).to;
  const next = blocks.find((other) => other.from >= end && other.block.kind !== 'comment');
  if (inBlock !== undefined && inBlock > end) return inBlock;
  if (field !== undefined && (next === undefined || field.keySpan.from < next.from))
    return field.valueSpan.to;
  return next === undefined ? Number.POSITIVE_INFINITY : wholeSpan(next).to;
}

/** A comment at the end of a list item speaks of the next one: between the two it would part the list. */
function endsWithComments(block: Block, from: number): boolean {
  return (
    block.source
      .slice(from)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trim() === ''
  );
}
