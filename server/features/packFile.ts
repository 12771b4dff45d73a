import type { Finding, Fix, Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { isConfigFile } from './pack.ts';

/** What is wrong with a `touchstone.yaml` or a framework file, in the form of what is wrong with a document. */
export function packFileFindings(path: string, problems: readonly Problem[]): readonly Finding[] {
  const rule = isConfigFile(path) ? 'syntax/configuration' : 'syntax/framework';
  return problems.map(({ span, message, meant }) => ({
    rule,
    severity: 'error',
    message,
    span,
    related: [],
    fixes: meantFixes(meant, span),
  }));
}

/** The fix of a near miss, if it is one; never a safe one, since what was meant is a guess. */
export function meantFixes(meant: string | undefined, span: Span): readonly Fix[] {
  if (meant === undefined) return [];
  return [{ title: `Change to "${meant}"`, safe: false, edits: () => [{ span, insert: meant }] }];
}
