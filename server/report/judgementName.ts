import { normaliseName } from '../framework/name.ts';

const JUDGEMENT_NAME = /^(?:(?:inspection|overall|inspectors) )?(?:judge?ment|grade|rating)$/;

/** Whether a field of that name, or a column with that header, holds a judgement. */
export function isJudgementName(name: string): boolean {
  return JUDGEMENT_NAME.test(normaliseName(name));
}
