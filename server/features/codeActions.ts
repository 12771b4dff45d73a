import type { Finding } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { CodeAction } from './codeAction.ts';
import { fillHere } from './fill.ts';
import { ignoring } from './ignoring.ts';
import { rewrites } from './rewrites.ts';
import { snippetEdits } from './snippetEdits.ts';

/**
 * The fixes of every finding that the span touches, then what may be written in another way there, and behind them all a
 * way to ignore each finding. A fix that comes to nothing here is left out.
 * @param tabStops whether the editor can put the cursor where something is still to be written.
 */
export function codeActions(analysis: Analysis, span: Span, tabStops: boolean): readonly CodeAction[] {
  const findings = analysis.findings.filter((finding) => overlaps(finding.span, span));
  const others = [...rewrites(analysis.report, span), ...fillHere(analysis, span)].map(
    ({ title, edits }) => ({
      title,
      finding: undefined,
      preferred: false,
      edits,
      snippet: false,
    }),
  );
  return [
    ...quickFixes(analysis.findings, span, tabStops ? analysis.input.text : undefined),
    ...others,
    ...ignoring(analysis, findings, tabStops),
  ];
}

/**
 * The fixes of every finding that the span touches, or that change what it touches; none that come to nothing.
 * @param stopsIn the text, for an editor that can put the cursor where something is still to be written.
 */
export function quickFixes(
  all: readonly Finding[],
  span: Span,
  stopsIn: SourceText | undefined,
): readonly CodeAction[] {
  const here = all.filter((finding) => overlaps(finding.span, span));
  // A finding on a share may be mended at its part or its whole: there that one change is offered.
  const beside = all.filter((finding) => !here.includes(finding) && isRelated(finding, span));
  const actions = [
    ...here.flatMap((finding) => fixesOf(finding, stopsIn)),
    ...beside
      .flatMap((finding) => fixesOf(finding, stopsIn))
      .filter(({ edits }) => edits.some((edit) => overlaps(edit.span, span)))
      .map((action) => ({ ...action, preferred: false })),
  ];
  return actions.filter((action, index) => !actions.slice(0, index).some((other) => isSame(other, action)));
}

function isRelated({ related }: Finding, span: Span): boolean {
  return related.some((place) => place.path === undefined && overlaps(place.span, span));
}

function fixesOf(finding: Finding, stopsIn: SourceText | undefined): readonly CodeAction[] {
  return finding.fixes.flatMap((fix) => {
    const snippet = stopsIn && fix.snippet?.();
    const edits = snippet && stopsIn ? snippetEdits(stopsIn, snippet) : fix.edits();
    if (edits.length === 0) return [];
    const preferred = finding.fixes.length === 1 || fix.likely === true;
    return [{ title: fix.title, finding, preferred, edits, snippet: snippet !== undefined }];
  });
}

/** One change may mend several findings, each of which offers it. */
function isSame(a: CodeAction, b: CodeAction): boolean {
  if (a.title !== b.title || a.edits.length !== b.edits.length) return false;
  return a.edits.every(({ span, insert }, index) => {
    const other = b.edits[index];
    return other?.insert === insert && other.span.from === span.from && other.span.to === span.to;
  });
}
