import { normaliseName } from '../framework/name.ts';

const JUDGEMENT_NAME = /^(?:(?:inspection|overall|inspectors) )?(?:judge?ment|grade|rating)$/;

/** Names that judgements have in some reports, and other things in others. */
const LOOSE_NAME = /^(?:overall )?(?:evaluation|score)$/;

/** Whether a field of that name, or a column with that header, holds a judgement. */
export function isJudgementName(name: string): boolean {
  return JUDGEMENT_NAME.test(normaliseName(name));
}

/** Whether a field of that name holds a judgement when its value is on the scale, such as "Score: 3". */
export function mayNameJudgement(name: string): boolean {
  return LOOSE_NAME.test(normaliseName(name));
}
