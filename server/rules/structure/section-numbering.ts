import { headingSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { renumbering, slipFinding } from './numberFindings.ts';
import type { Slip } from './numberSequence.ts';
import {
  appendices,
  isTwin,
  type NumberedSection,
  numberedSections,
  numberSpan,
  OpeningNumbers,
  readNumber,
  runs,
  slipsOf,
} from './sectionNumbers.ts';

export default defineRule({
  scope: 'document',
  summary:
    'Section numbers must run on from one to the next, and sections below another must carry its number.',
  why: 'Minutes, letters and other reports cite sections by their numbers, so each must lead to one section.',
  severity: 'warning',
  reads: ['openings'],
  *check({ report }) {
    const openings = new OpeningNumbers(report);
    for (const [parent, group] of numberedSections(report)) {
      const astray = strays(parent, group);
      if (parent !== undefined && astray.length > 0) yield elsewhere(parent, astray);
      const rehomed = group.map((one) =>
        astray.includes(one) ? { ...one, prefix: `${readNumber(parent ?? one.section)?.text}.` } : one,
      );
      for (const run of runs(rehomed)) yield* faults(openings, run);
    }
    // An appendix that is not here may be a file of its own.
    const lettered = appendices(report);
    for (const slip of slipsOf(lettered)) {
      if (isTwin(lettered, slip) || slip.kind === 'early') yield* slipFinding(lettered, slip, 'Appendix');
    }
  },
});

/** The sections whose number is not that of the section around them: 3.1 below 4. */
function strays(parent: Section | undefined, group: readonly NumberedSection[]): readonly NumberedSection[] {
  const around = parent && readNumber(parent);
  if (around === undefined) return [];
  const depth = around.text.split('.').length;
  return group.filter(
    ({ text, prefix }) => text.split('.').length === depth + 1 && prefix !== `${around.text}.`,
  );
}

function elsewhere(parent: Section, astray: readonly NumberedSection[]): Draft<Span> {
  const [first, ...more] = astray;
  const own = readNumber(parent)?.text ?? '';
  const right = (one: NumberedSection) => `${own}.${one.number}`;
  const others =
    more.length === 0 ? '' : more.length === 1 ? ' So does one other.' : ` So do ${more.length} others.`;
  const title =
    first === undefined || more.length > 0
      ? 'Renumber these sections'
      : `Change ${first.text} to ${right(first)}`;
  return {
    at: first === undefined ? headingSpan(parent) : numberSpan(first),
    message: `Section ${first?.text} stands below section ${own}, "${parent.content.title}": it should be ${first && right(first)}.${others}`,
    related: [
      { at: headingSpan(parent), message: `Section ${own}.` },
      ...more.map((one) => ({
        at: numberSpan(one),
        message: `Section ${one.text} should be ${right(one)}.`,
      })),
    ],
    fixes: renumbering(
      title,
      astray.map((one) => [one, right(one)]),
    ),
  };
}

function* faults(openings: OpeningNumbers, run: readonly NumberedSection[]): Iterable<Draft<Span>> {
  for (const slip of slipsOf(run)) {
    if (isTwin(run, slip) || slip.kind !== 'break' || !areParagraphs(openings, run, slip)) {
      yield* slipFinding(run, slip, 'Section');
    }
  }
}

/** Whether the numbers between two sections are those of paragraphs: 3.1 and 3.4 with the paragraphs 3.2 and 3.3. */
function areParagraphs(
  openings: OpeningNumbers,
  run: readonly NumberedSection[],
  { index, expected }: Slip,
): boolean {
  const { number, prefix } = run[index] ?? { number: expected, prefix: '' };
  const missing = Array.from({ length: number - expected }, (_, at) => `${prefix}${expected + at}`);
  return missing.length > 0 && missing.every((text) => openings.has(text));
}
