import type { Finding } from '../../text/problem.ts';
import type { ChangedFindings } from './change.ts';

/** What is found in one version only, by rule and message: where it stands does not count. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): ChangedFindings {
  return { mended: without(before, after), found: without(after, before) };
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of others) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function keyOf({ rule, message }: Finding): string {
  return `${rule}\n${message}`;
}
