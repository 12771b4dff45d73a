import type { TextEdit } from '../text/edit.ts';
import type { Finding } from '../text/problem.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

/** A quick fix for one finding. */
export interface CodeAction {
  readonly title: string;
  readonly finding: Finding;
  /** The one thing to do: editors apply it without asking which. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** The fixes of every finding that the span touches. A fix that comes to nothing here is left out. */
export function codeActions({ findings }: Analysis, span: Span): readonly CodeAction[] {
  return findings
    .filter((finding) => overlaps(finding.span, span))
    .flatMap((finding) =>
      finding.fixes.flatMap((fix) => {
        const edits = fix.edits();
        if (edits.length === 0) return [];
        return [{ title: fix.title, finding, preferred: finding.fixes.length === 1, edits }];
      }),
    );
}
