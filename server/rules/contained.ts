import type { ActiveRule } from './config.ts';
import type { Draft } from './rule.ts';

/** Runs one rule. A rule that crashes becomes one finding that says so, and the others go on. */
export function contained<At>(
  rule: ActiveRule,
  check: () => Iterable<Draft<At>>,
  at: At,
): readonly Draft<At>[] {
  try {
    const found = check();
    return Array.isArray(found) ? found : [...found];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        at,
        severity: 'warning',
        message: `The rule ${rule.id} could not be run here, so this was not checked. Please report it to Touchstone's makers: ${reason}`,
      },
    ];
  }
}
