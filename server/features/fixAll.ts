import { composed } from '../text/compose.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Finding, Fix } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import { type Analysis, analyse } from './analysis.ts';

/** What became of a document whose fixes were applied. */
export interface FixedDocument {
  /** Of the text that is left. */
  readonly analysis: Analysis;
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
  /** The edits of each round: those of the first are places in the text as it was, and so on. */
  readonly rounds: readonly (readonly TextEdit[])[];
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
}

/** More rounds than any document needs: a guard against two rules that undo each other's changes. */
const MOST_ROUNDS = 200;

/** How much longer a text may become: a fix adds a section or two, and a rule that always finds more to add must end. */
const most = (length: number): number => 2 * length + 50_000;

/**
 * Applies fixes until none is left, safe ones unless others are wanted. Of two that touch, the second waits for the next round, in which it is
 * worked out anew or is not needed any more.
 */
export function fixAll(before: Analysis, isWanted = isSafe): FixedDocument {
  let analysis = before;
  const applied: AppliedFix[] = [];
  const rounds: (readonly TextEdit[])[] = [];
  const longest = most(before.input.text.length);
  const seen = new Set([before.input.text.toString()]);
  while (rounds.length < MOST_ROUNDS) {
    const round = chooseFixes(analysis, isWanted);
    const edits = round.flatMap((one) => one.edits);
    const text = applyEdits(analysis.input.text.toString(), edits);
    // A text that was there before would come again and again.
    if (seen.has(text) || text.length > longest) break;
    seen.add(text);
    analysis = analyse({ ...analysis.input, text: SourceText.of(text) });
    rounds.push(edits);
    for (const { rule, title } of round) applied.push({ rule, title });
  }
  return { analysis, applied, rounds };
}

/** All safe fixes as changes of the document as it is; none where it is not ours. */
export function allFixes(analysis: Analysis): readonly TextEdit[] {
  return analysis.ours ? composed(analysis.input.text.length, fixAll(analysis).rounds) : [];
}

interface Chosen extends AppliedFix {
  readonly edits: readonly TextEdit[];
}

function isSafe({ safe }: Fix): boolean {
  return safe;
}

/** The fixes that can be applied at once. */
function chooseFixes(
  { findings, input: { text } }: Analysis,
  isWanted: (fix: Fix) => boolean,
): readonly Chosen[] {
  const chosen: Chosen[] = [];
  const taken: TextEdit[] = [];
  for (const { rule, fix } of wantedFixes(findings, isWanted)) {
    const edits = fix.edits().filter((edit) => changes(edit, text));
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    for (const edit of edits) taken.push(edit);
    chosen.push({ rule, title: fix.title, edits });
  }
  return chosen;
}

/** One such fix for each finding that has any: the first, which its rule thinks the likeliest. */
function wantedFixes(
  findings: readonly Finding[],
  isWanted: (fix: Fix) => boolean,
): readonly { rule: string; fix: Fix }[] {
  return findings.flatMap(({ rule, fixes }) => {
    const fix = fixes.find(isWanted);
    return fix === undefined ? [] : [{ rule, fix }];
  });
}

function changes({ span, insert }: TextEdit, text: SourceText): boolean {
  return text.slice(span.from, span.to) !== insert;
}

/** Two insertions at one place touch as well: which comes first is for the next round to say. */
function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.from <= b.to && b.from <= a.to;
}
