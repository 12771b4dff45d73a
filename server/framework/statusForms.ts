import type { StatusScale, StatusValue } from './framework.ts';

/** What a coloured mark claims, as the words of a scale do. */
const MARKS: ReadonlyMap<string, NonNullable<StatusValue['says']>> = new Map([
  ...['🟢', '🟩'].map((mark) => [mark, 'on-target'] as const),
  ...['🟡', '🟠', '🟨', '🟧'].map((mark) => [mark, 'near-target'] as const),
  ...['🔴', '🟥'].map((mark) => [mark, 'off-target'] as const),
]);

/** The status that a text of coloured marks of one claim alone gives, where the scale has one that claims so much. */
export function statusOfMarks(text: string, { values }: StatusScale): StatusValue | undefined {
  const marks = [...text.replace(/\s|\uFE0F/gu, '')];
  const [says, ...others] = [...new Set(marks.map((mark) => MARKS.get(mark)))];
  if (says === undefined || others.length > 0) return undefined;
  const [value, ...more] = values.filter((own) => own.says === says);
  return more.length === 0 ? value : undefined;
}

const FORMER =
  '(?:was|were|previously|formerly|before|prior|last (?:month|quarter|period|time|report)|(?:up|down|changed|moved) from)';
/** A remark at the end on what the status was: "(was At risk)", "– previously Amber". */
const FORMER_BEHIND = new RegExp(`\\s*[([,;–—-]\\s*${FORMER}\\b[^()[\\]☐☒☑✓✔]{1,60}[)\\]]?\\.?\\s*$`, 'iu');
/** What stands before an arrow that leads to the status as it is now. */
const FORMER_BEFORE = /^[^☐☒☑✓✔→➔⇒]{1,40}[→➔⇒](?=\s*\p{L})/u;

/** A text with blanks in place of what says which status was given before, so that places stay the same. */
export function withoutFormerStatus(text: string): string {
  if (text.length > LONGEST) return text;
  const blank = (words: string) => ' '.repeat(words.length);
  return text.replace(FORMER_BEHIND, blank).replace(FORMER_BEFORE, blank);
}

/** A status with a remark is no longer. */
const LONGEST = 200;
