import type { CheckDef, CheckKind } from '../../framework/checkDef.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { RuleEntry } from '../rule.ts';
import { allowedValues } from './allowedValues.ts';
import type { CheckMaker } from './check.ts';
import { contains } from './contains.ts';
import { count } from './count.ts';
import { crossReference } from './crossReference.ts';
import { forbiddenText } from './forbiddenText.ts';
import { order } from './order.ts';
import { requiredText } from './requiredText.ts';
import { whenThen } from './whenThen.ts';

const MAKERS: Readonly<Record<CheckKind, CheckMaker>> = {
  contains,
  'allowed-values': allowedValues,
  count,
  order,
  'required-text': requiredText,
  'forbidden-text': forbiddenText,
  'when-then': whenThen,
  'cross-reference': crossReference,
};

/** The id under which findings, settings and comments know a check. */
export function checkId({ id }: Pick<CheckDef, 'id'>): string {
  return `check/${id}`;
}

/**
 * The rules that a framework declares, in its order. They are other rules each time that they are made: whoever keeps
 * what they found keeps them with it.
 */
export function checkRules(vocabulary: Vocabulary | undefined): readonly RuleEntry[] {
  if (vocabulary === undefined) return [];
  return vocabulary.framework.checks.flatMap((def): readonly RuleEntry[] => {
    const made = MAKERS[def.kind](def, vocabulary);
    if (made === undefined) return [];
    const { message, because = '', severity = 'warning' } = def;
    return [{ id: checkId(def), rule: { summary: message, why: because, severity, ...made } }];
  });
}
