import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { LibraryLandmarks } from './landmarks.ts';

/** Judgements that are on their scale, and cannot be so here. */
export const SCALE_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'score of another rating', rule: 'judgement/score-band-mismatch', draw: otherScore },
  { name: 'inspected before its scale was in use', rule: 'document/scale-not-in-force', draw: tooEarly },
  { name: 'section of its own on another scale', rule: 'judgement/mixed-scales', draw: otherScale },
];

function otherScore({ text, lines }: LibraryLandmarks, random: Random): Change | undefined {
  const line = lines.find((one) => /^- \*\*Overall score:\*\* \d+%$/.test(one.text));
  if (line === undefined) return undefined;
  const rating = lines.filter((one) => /overall/i.test(one.text));
  const now = Number(/\d+/.exec(line.text)?.[0]);
  // Scores half the scale away lie in the band of another rating.
  const score = now > 50 ? random.below(38) : 63 + random.below(37);
  const words = line.text.replace(/\d+%/, `${score}%`);
  return change(text, [replace(line, words)], [line, ...rating], words.trim(), /lies in/);
}

function tooEarly(
  { text, fields, judgements, vocabulary }: LibraryLandmarks,
  random: Random,
): Change | undefined {
  const field = fields.find(({ id }) => id === 'inspected') ?? fields.find(({ id }) => id === 'date');
  const dated = judgements.filter(({ scale }) => scale.inForce?.from !== undefined);
  // A framework whose sections are of other days is followed as it was then.
  if (field === undefined || dated.length === 0 || vocabulary.framework.constraints.length > 0)
    return undefined;
  const year = String(1988 + random.below(12));
  const value = text.slice(field.value.from, field.value.to).replace(/\b20\d\d\b/g, year);
  const at = [field.line, ...dated.map(({ line }) => line)];
  return change(text, [replace(field.value, value)], at, `${field.id}:${value}`, /was not in use/);
}

const LABELS = ['Satisfactory', 'Requires improvement', 'Adequate', 'Very good', 'Expected standard'];
const NAMES = ['Work with schools in the north', 'Youth work on Saturdays', 'Music and theatre'];

function otherScale({ text, judgements, sections }: LibraryLandmarks, random: Random): Change | undefined {
  // What is called a rating may be one of something else.
  const fields = judgements.filter(({ form, line }) => form === 'field' && /judgement/i.test(line.text));
  const judged = sections.filter(({ whole }) =>
    fields.some(({ line }) => whole.from < line.from && line.from < whole.to),
  );
  const leaves = judged.filter((section) => !sections.some(({ parent }) => parent === section));
  const section = leaves.length === 0 ? undefined : random.pick(leaves);
  const own = judgements.flatMap(({ scale }) =>
    scale.values.flatMap(({ label, aliases }) => [label, ...aliases]),
  );
  const others = LABELS.filter((label) => !own.some((one) => one.toLowerCase() === label.toLowerCase()));
  if (section === undefined || others.length === 0) return undefined;
  const lead = fields.map(({ line }) => /^- \*\*[^*]+\*\* /.exec(line.text)?.[0]).find(Boolean) ?? '';
  const heading = `${'#'.repeat(section.level)} ${random.pick(NAMES)}`;
  const words = `${heading}\n\n${lead}${random.pick(others)}\n\nStaff are proud of what they do here.\n\n`;
  const made = change(text, [insert(section.whole.to, words)], [], words, /another scale/);
  return { ...made, at: [{ from: section.whole.to, to: section.whole.to + words.length }] };
}
