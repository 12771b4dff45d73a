import type { Finding } from '../text/problem.ts';
import { quote } from '../text/quote.ts';
import type { Analysis } from './analysis.ts';
import { type BaselineEntry, countEntries } from './baseline.ts';
import type { CoverageGroup, CoverageItem } from './coverageItem.ts';

/** What is found and not told, since the baseline has it, and what the baseline has for nothing; undefined without either. */
export function setAsideCoverage({
  setAside,
  outdated,
  input,
}: Pick<Analysis, 'setAside' | 'outdated' | 'input'>): CoverageGroup | undefined {
  if (setAside.length + outdated.length === 0) return undefined;
  const byRule = new Map<string, Finding[]>();
  for (const finding of setAside) {
    const same = byRule.get(finding.rule);
    if (same === undefined) byRule.set(finding.rule, [finding]);
    else same.push(finding);
  }
  const rules = [...byRule].sort(([a], [b]) => a.localeCompare(b));
  const place = ({ message, span }: Finding) => ({
    ...told(message, quote(input.text, span)),
    at: span.from,
  });
  const items = [
    ...rules.map(([rule, findings]) => told(rule, findingsText(findings.length), findings.map(place))),
    ...outdatedItems(outdated),
  ];
  return told('Set aside in the baseline', findingsText(setAside.length), items);
}

function outdatedItems(outdated: readonly BaselineEntry[]): readonly CoverageItem[] {
  const count = countEntries(outdated);
  if (count === 0) return [];
  const items = outdated.map(({ rule, message, words, count: times }) => {
    const number = times === 1 ? '' : `, ${times} times`;
    return told(message, `${words === '' ? rule : `${rule}: ${words}`}${number}`);
  });
  return [told('In the baseline, and found no more', findingsText(count), items)];
}

function told(label: string, detail: string, items: readonly CoverageItem[] = []): CoverageItem {
  return { label, ...(detail === '' ? {} : { detail }), state: 'told', items };
}

function findingsText(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
