import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { FACT_KINDS, factHints } from './factHints.ts';
import { LENS_KINDS, lenses } from './lenses.ts';

/** What stands above or behind the text of a document, for those who would rather have it in a list. */
export interface Beside {
  /** Where it stands. */
  readonly at: number;
  /** As it stands there. */
  readonly label: string;
  /** The same in a sentence, where there is more to say. */
  readonly detail: string | undefined;
}

/** All that there is, whether it is shown in the text or not, in reading order; undefined for what is not ours. */
export function beside(analysis: Analysis, linked: readonly string[] = []): readonly Beside[] | undefined {
  const { ours, input } = analysis;
  if (!ours) return undefined;
  const whole: Span = { from: 0, to: input.text.length };
  const above = lenses(analysis, LENS_KINDS, linked).map(({ at, title }) => ({
    at,
    label: title,
    detail: undefined,
  }));
  const behind = factHints(analysis, whole, FACT_KINDS).map(({ at, label, tooltip }) => {
    return { at, label, detail: tooltip.replace(/\\(?=[^\w\s])/g, '') };
  });
  return [...above, ...behind].sort((a, b) => a.at - b.at);
}
