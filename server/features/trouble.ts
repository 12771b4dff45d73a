import type { Analysis } from './analysis.ts';

/** What keeps a document from being checked as it should: that its framework has faults. */
export function trouble({ input, report }: Analysis): string | undefined {
  const id = report.vocabulary?.framework.id;
  const entry = id === undefined ? undefined : input.library.get(id);
  if (entry?.path === undefined || entry.problems.length === 0) return undefined;
  return `The framework "${entry.vocabulary.framework.title}" has faults, so some findings may be missing or wrong.`;
}
