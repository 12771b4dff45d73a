import { placeSpan } from '../model/block.ts';
import type { Analysis } from './analysis.ts';
import type { CoverageGroup, CoverageItem } from './coverageItem.ts';

/** Which rules looked at the document, which found something, and which did not look; undefined where none did. */
export function ruleCoverage(analysis: Analysis): CoverageGroup | undefined {
  const { memo, findings, setAside } = analysis;
  if (memo === undefined) return undefined;
  const byRule = new Map<string, number[]>();
  for (const { rule, span } of findings) byRule.set(rule, [...(byRule.get(rule) ?? []), span.from]);
  const found = [...byRule]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([rule, places]) => foundItem(rule, places));
  const aside = new Set(setAside.map(({ rule }) => rule));
  const silent = memo.rules.filter(({ id }) => !byRule.has(id));
  const quiet = silent.filter(({ id }) => !aside.has(id)).length;
  const items = [
    ...found,
    told(`${quiet} ${quiet === 1 ? 'rule' : 'rules'} found nothing`, 'held'),
    ...oldItems(silent.length - quiet),
    ...offItems(analysis),
    ...acceptedItems(analysis),
  ];
  const some = found.length > 0 ? `${found.length} found something` : 'none found anything';
  const detail = `${memo.rules.length} looked, ${some}${aside.size > 0 ? ' new' : ''}`;
  return { label: 'Rules', detail, state: found.length === 0 ? 'held' : 'wrong', items };
}

function oldItems(count: number): readonly CoverageItem[] {
  if (count === 0) return [];
  return [told(`${count} ${count === 1 ? 'rule' : 'rules'} found only what the baseline sets aside`, 'told')];
}

function foundItem(rule: string, places: readonly number[]): CoverageItem {
  const [at = 0] = places;
  const detail = places.length === 1 ? '1 finding' : `${places.length} findings`;
  return { label: rule, detail, state: 'wrong', at, items: [] };
}

function told(
  label: string,
  state: CoverageItem['state'],
  items: readonly CoverageItem[] = [],
): CoverageItem {
  return { label, state, items };
}

/** The rules that do not look at this document because someone has switched them off; those that only some want are not among them. */
function offItems({ memo, input, checks }: Analysis): readonly CoverageItem[] {
  const on = new Set(memo?.rules.map(({ id }) => id));
  const off = [...input.rules, ...checks]
    .filter(({ id, rule }) => rule.enabled !== false && !on.has(id))
    .map(({ id }) => told(id, 'unchecked'));
  if (off.length === 0) return [];
  return [told(`${off.length} ${off.length === 1 ? 'rule is' : 'rules are'} switched off`, 'unchecked', off)];
}

/** The comments by which someone has accepted what was found. */
function acceptedItems({ report }: Analysis): readonly CoverageItem[] {
  const accepted = report.directives.flatMap(({ directive, placed }): readonly CoverageItem[] => {
    if (directive.action === 'enable') return [];
    const rules = directive.rules.map(({ id }) => id).join(', ');
    const at = placeSpan(placed, directive.span).from;
    const detail = directive.reason ?? 'no reason given';
    return [{ label: rules === '' ? 'every rule' : rules, detail, state: 'told', at, items: [] }];
  });
  if (accepted.length === 0) return [];
  const count = accepted.length === 1 ? '1 comment accepts' : `${accepted.length} comments accept`;
  return [told(`${count} what was found`, 'told', accepted)];
}
