import type { Finding } from '../text/problem.ts';

/** Findings in reading order. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}
