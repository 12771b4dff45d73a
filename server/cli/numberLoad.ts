import { isOnNumbers } from '../features/numberList.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Target } from './files.ts';
import { load } from './load.ts';
import type { Loaded, LoadOptions } from './loaded.ts';

const RULES_ON_NUMBERS = RULES.filter(({ id }) => isOnNumbers({ rule: id }));

/** Reads one file, and checks its numbers alone. */
export async function loadNumbers(target: Target, options: LoadOptions): Promise<Loaded> {
  const loaded = await load(target, { ...options, rules: RULES_ON_NUMBERS, withNumbers: true });
  if (loaded.kind !== 'document') return loaded;
  // What other rules would find is not known.
  const analysis = { ...loaded.analysis, outdated: [] };
  return { ...loaded, analysis, findings: loaded.findings.filter(isOnNumbers) };
}
