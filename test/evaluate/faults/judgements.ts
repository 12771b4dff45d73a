import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, removeLine, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import {
  type JudgementPlace,
  LABELS,
  type Landmarks,
  type SectionPlace,
  type SentencePlace,
} from '../landmarks.ts';

/** Words for a judgement that are not on the scale of 2012: of other scales, of no scale, and slips. */
export const OFF_SCALE = [
  'Satisfactory',
  'Requires improvement',
  'Requires improvement to be good',
  'Very good',
  'Weak',
  'Adequete',
  'Adaquate',
  'Inadequte',
  'Goood',
  'Oustanding',
];

export interface Judged extends SectionPlace {
  readonly judgement: JudgementPlace;
  readonly sentence: SentencePlace;
}

export function judgedSections({ sections }: Landmarks): readonly Judged[] {
  return sections.filter(
    (section): section is Judged => section.judgement !== undefined && section.sentence !== undefined,
  );
}

export function words({ text }: Landmarks, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to);
}

/** Another label of the scale than the one at that place. */
export function otherLabel(document: Landmarks, label: { from: number; to: number }, random: Random): string {
  const now = words(document, label).toLowerCase();
  return random.pick(LABELS.filter((other) => other.toLowerCase() !== now));
}

export const JUDGEMENT_FAULTS: readonly Fault<Landmarks>[] = [
  { name: 'grade number changed', rule: 'judgement/grade-label-mismatch', draw: gradeChanged },
  {
    name: 'label changed at the heading',
    rule: ['judgement/grade-label-mismatch', 'judgement/judgement-conflict'],
    draw: labelChanged,
  },
  { name: 'label and grade changed at the heading', rule: 'judgement/judgement-conflict', draw: bothChanged },
  { name: 'heading with another judgement', rule: 'judgement/judgement-conflict', draw: headingAgainst },
  { name: 'label changed in the sentence', rule: 'judgement/judgement-conflict', draw: sentenceChanged },
  { name: 'judging sentence elsewhere', rule: 'judgement/judgement-conflict', draw: sentenceElsewhere },
  { name: 'label off the scale at the heading', rule: 'judgement/not-on-scale', draw: offScale },
  { name: 'label off the scale in the sentence', rule: 'judgement/not-on-scale', draw: sentenceOffScale },
  { name: 'line and sentence removed', rule: 'judgement/missing-judgement', draw: judgementRemoved },
];

function gradeChanged(document: Landmarks, random: Random): Change {
  const { judgement, name } = random.pick(judgedSections(document));
  const now = words(document, judgement.grade);
  const grade = random.pick(['1', '2', '3', '4', '5', '0'].filter((other) => other !== now));
  return change(
    document.text,
    [replace(judgement.grade, grade)],
    [judgement.whole],
    `${name}: grade ${now} to ${grade}`,
  );
}

function labelChanged(document: Landmarks, random: Random): Change {
  const { judgement, name } = random.pick(judgedSections(document));
  const label = otherLabel(document, judgement.label, random);
  return change(
    document.text,
    [replace(judgement.label, label)],
    [judgement.whole],
    `${name}: label to ${label}`,
  );
}

function bothChanged(document: Landmarks, random: Random): Change {
  const { judgement, name } = random.pick(judgedSections(document));
  const label = otherLabel(document, judgement.label, random);
  const edits = [
    replace(judgement.label, label),
    replace(judgement.grade, String(LABELS.indexOf(label) + 1)),
  ];
  return change(document.text, edits, [judgement.whole], `${name}: judged ${label}`);
}

/** The heading says one thing and the line below it another. */
function headingAgainst(document: Landmarks, random: Random): Change | undefined {
  const { judgement, heading, name } = random.pick(judgedSections(document));
  if (judgement.inHeading) return undefined;
  const label = otherLabel(document, judgement.label, random);
  const grade = LABELS.indexOf(label) + 1;
  const tail = random.pick([
    ` — Grade ${grade} (${label})`,
    ` – ${label} (Grade ${grade})`,
    ` - Grade ${grade}`,
    `: ${label.toLowerCase()}`,
    `: ${label}`,
    ` Grade ${grade} (${label})`,
    ` (${label})`,
    ` (Grade ${grade})`,
  ]);
  if (document.form === 'yaml' && tail.startsWith(':')) return undefined;
  return change(
    document.text,
    [insert(heading.to, tail)],
    [{ from: heading.from, to: heading.to }],
    `${name}${tail}`,
  );
}

function sentenceChanged(document: Landmarks, random: Random): Change {
  const { sentence, name } = random.pick(judgedSections(document));
  const label = otherLabel(document, sentence.label, random).toLowerCase();
  return change(
    document.text,
    [replace(sentence.label, label)],
    [sentence.whole],
    `${name}: sentence says ${label}`,
  );
}

/** Another section sums up an area, and gets its judgement wrong. */
function sentenceElsewhere(document: Landmarks, random: Random): Change | undefined {
  const area = random.pick(judgedSections(document));
  const prose = random.pick(document.prose);
  if (prose.section.role === area.role || prose.slots.length === 0) return undefined;
  const label = otherLabel(document, area.sentence.label, random).toLowerCase();
  const right = words(document, area.sentence.whole);
  const now = words(document, area.sentence.label);
  const end = random.pick(['.', ' overall.', ', and the trend is upward.', ' but uneven between teams.']);
  const wrong = `${right.slice(0, right.lastIndexOf(now))}${label}${end} `;
  const at = random.pick(prose.slots);
  return change(
    document.text,
    [insert(at, wrong)],
    [{ from: at, to: at }],
    `in ${prose.section.name}: ${wrong}`,
  );
}

function offScale(document: Landmarks, random: Random): Change {
  const { judgement, name } = random.pick(judgedSections(document));
  const label = random.pick(OFF_SCALE);
  const edits = random.chance(0.5)
    ? [replace(judgement.label, label)]
    : [
        replace(
          judgement.whole,
          judgement.inHeading ? `Grade ${words(document, judgement.grade)} (${label})` : label,
        ),
      ];
  return change(document.text, edits, [judgement.whole, judgement.line], `${name}: ${label}`);
}

function sentenceOffScale(document: Landmarks, random: Random): Change {
  const { sentence, name } = random.pick(judgedSections(document));
  const label = random.pick(OFF_SCALE).toLowerCase();
  const verb = label.startsWith('requires');
  const plain = words(document, { from: sentence.whole.from, to: sentence.label.from });
  const opening = plain.replace(/ (is|are) $/, '');
  const plural = plain.endsWith(' are ');
  const said = verb
    ? `${opening} ${plural ? label.replace('requires', 'require') : label}.`
    : `${plain}${label}.`;
  return change(document.text, [replace(sentence.whole, said)], [sentence.whole], `${name}: ${said}`);
}

function judgementRemoved(document: Landmarks, random: Random): Change {
  const section = random.pick(judgedSections(document));
  const { judgement, sentence, heading, name } = section;
  const line = judgement.inHeading
    ? replace({ from: heading.to, to: judgement.whole.to }, '')
    : removeLine(judgement.line);
  const gap = document.text[sentence.whole.to] === ' ' ? 1 : 0;
  const edits = [line, replace({ from: sentence.whole.from, to: sentence.whole.to + gap }, '')];
  return change(document.text, edits, [{ from: heading.from, to: heading.to }], `${name}: not judged`);
}
