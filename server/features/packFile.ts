import type { Finding, Problem } from '../text/problem.ts';
import { isConfigFile } from './pack.ts';

/** What is wrong with a `touchstone.yaml` or a framework file, in the form of what is wrong with a document. */
export function packFileFindings(path: string, problems: readonly Problem[]): readonly Finding[] {
  const rule = isConfigFile(path) ? 'syntax/configuration' : 'syntax/framework';
  return problems.map(({ span, message }) => ({
    rule,
    severity: 'error',
    message,
    span,
    related: [],
    fixes: [],
  }));
}
