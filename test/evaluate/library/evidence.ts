import type { Vocabulary } from '../../../server/framework/vocabulary.ts';
import type { Random } from '../../incremental/random.ts';
import { type Change, change, replace } from '../change.ts';
import { edited } from '../harmless/edit.ts';
import type { Fault, Kind } from '../kind.ts';
import type { LibraryLandmarks, LibrarySection } from './landmarks.ts';

/** What an author writes who has no evidence to name. */
const OPINIONS = [
  'We are confident that practice is good.',
  'Managers know their teams well, and we trust their judgement.',
  'Practice has improved, and everyone works hard to keep it so.',
  'We know our children well.\n\n- An audit will be carried out in due course.\n- There has been no survey yet.',
];

/** What any one of them names is enough. */
const SOURCES = [
  '- The thematic audit of last spring',
  '- What children told their social workers',
  'This is what inspectors wrote in their letter.',
  'Decisions were made in time for 87% of contacts in March 2020.',
  'Few leave us.[^leavers]\n\n[^leavers]: The list of leavers.',
  'It stands [in the annual report](https://example.org/report).',
  '- Supervision files',
  'The staff survey and exit interviews say so.',
];

/** Years before the document, and the months between them and it are always more than two years. */
const OLD: readonly ((year: number) => string)[] = [
  (year) => `- The thematic audit of plans, June ${year}`,
  (year) => `In March ${year}, 81% of visits were made in time. That is 162 of 200.`,
  (year) => `- Staff survey (${year})\n- Letter about the focused visit of 3 May ${year}`,
  (year) => `| Year | Contacts |\n| --- | --- |\n| ${year - 1}/${String(year).slice(2)} | 310 |`,
  (year) => `Reviewers from another council found in ${year} that plans were clear.`,
];

/** Old words beside newer ones, or what is told of the time before. */
const NOT_ONLY_OLD: readonly ((year: number, now: number) => string)[] = [
  (year, now) => `- The thematic audit of plans, June ${year}\n- The same audit in January ${now}`,
  (year) => `- The thematic audit of plans, June ${year}\n- Supervision files`,
  (year) => `Since the inspection in ${year} audits have found better plans.`,
  (year) => `In ${year} we were judged inadequate. Monitoring visits tell of progress.`,
  (year) => `- Audits against the ${year}–${year + 3} strategy\n- Audits against the Children Act 1989`,
  (year) => `The audit team was set up in ${year}, and samples records.`,
  (year) => `- The survey of ${year}\n\nWhat it says still holds.`,
  (year, now) => `The share rose from 61% in March ${year} to 81% in January ${now}.`,
];

/** Shares of which nobody knows when they are. */
const UNDATED = [
  'Timeliness of decisions is currently 86%, and staff are proud of it.',
  'At present 71% of visits are made in time.',
  'The share of plans that are clear stands at the moment at 64%.',
];

/** The same with a time, or of what is set, or of others. */
const DATED: readonly ((year: number) => string)[] = [
  (year) => `Timeliness is currently 86% (January ${year}).`,
  () => 'The target is currently 80%.',
  () => 'Nationally, 75% of children are currently seen in time.',
  () => 'The figures are those of last month. Timeliness is currently 86%.',
];

export const EVIDENCE_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'evidence taken out', rule: 'evidence/missing-evidence', draw: takenOut },
  { name: 'evidence that is all old', rule: 'evidence/stale-evidence', severity: 'info', draw: outOfDate },
  {
    name: 'share that holds now, whenever that is',
    rule: 'evidence/undated-figure',
    severity: 'info',
    draw: undated,
  },
];

export const EVIDENCE: readonly Kind<LibraryLandmarks>[] = [
  { name: 'evidence of another kind', draw: otherKind },
  {
    name: 'old evidence that is not all',
    draw: (document, random) =>
      dated(document, random, (year) => random.pick(NOT_ONLY_OLD)(year - 4 - random.below(4), year)),
  },
  {
    name: 'share that holds now, and when',
    draw: (document, random) => dated(document, random, random.pick(DATED)),
  },
];

/** A section that a framework wants to name evidence, and that says something. */
function drawn({ sections, text, vocabulary }: LibraryLandmarks, random: Random): LibrarySection | undefined {
  const all = sections.filter((section) => isAsked(section, vocabulary) && section.whole.to < text.length);
  return all.length === 0 ? undefined : random.pick(all);
}

/** Evidence is asked for by a section of its own or by a field that takes one. */
function isAsked({ role, name, parent }: LibrarySection, { openRoles }: Vocabulary): boolean {
  const around = parent?.role === undefined ? openRoles : [parent.role];
  const field = around.flatMap(({ def }) => def.fields).find(({ label }) => label === name);
  return (role?.def.evidence ?? field?.evidence) === 'required';
}

function body({ headingLine, whole }: LibrarySection) {
  return { from: headingLine.to + 1, to: whole.to };
}

function takenOut(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = drawn(document, random);
  if (section === undefined) return undefined;
  const words = random.pick(OPINIONS);
  const edit = replace(body(section), `\n${words}\n\n`);
  return change(document.text, [edit], [section.headingLine], `${section.name} ${words}`, /names no audit/);
}

function otherKind(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = drawn(document, random);
  if (section === undefined || /[%|]/.test(document.text.slice(section.whole.from, section.whole.to)))
    return undefined;
  const words = random.pick(SOURCES);
  return edited(document, [replace(body(section), `\n${words}\n\n`)], `${section.name} ${words}`);
}

/** The year of the document's date. */
function yearOf({ text }: LibraryLandmarks): number | undefined {
  const year = /^date: (\d{4})-/m.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

function outOfDate(document: LibraryLandmarks, random: Random): Change | undefined {
  const [section, year] = [drawn(document, random), yearOf(document)];
  if (section === undefined || year === undefined) return undefined;
  const words = random.pick(OLD)(year - 4 - random.below(4));
  const edit = replace(body(section), `\n${words}\n\n`);
  return change(document.text, [edit], [body(section)], `${section.name} ${words}`, /names is newer/);
}

function undated(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = drawn(document, random);
  if (section === undefined) return undefined;
  const words = random.pick(UNDATED);
  const edit = replace(body(section), `\n${words}\n\n`);
  return change(document.text, [edit], [body(section)], `${section.name} ${words}`, /of when it is/);
}

function dated(
  document: LibraryLandmarks,
  random: Random,
  wordsOf: (year: number) => string,
): Change | undefined {
  const [section, year] = [drawn(document, random), yearOf(document)];
  if (section === undefined || year === undefined) return undefined;
  // Figures of a table or a share may be held against others.
  if (/[%|]/.test(document.text.slice(section.whole.from, section.whole.to))) return undefined;
  const words = wordsOf(year);
  return edited(document, [replace(body(section), `\n${words}\n\n`)], `${section.name} ${words}`);
}
