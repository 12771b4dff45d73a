import { headingSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
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
  twinOf,
} from './sectionNumbers.ts';

export default defineRule({
  scope: 'document',
  summary:
    'Section numbers must run on from one to the next, and sections below another must carry its number.',
  why: 'Minutes, letters and other reports cite sections by their numbers, so each must lead to one section.',
  severity: 'warning',
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
      if (isTwin(lettered, slip) || slip.kind === 'early') yield* finding(lettered, slip, 'Appendix');
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
      yield* finding(run, slip, 'Section');
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

function* finding(run: readonly NumberedSection[], slip: Slip, noun: string): Iterable<Draft<Span>> {
  const wrong = run[slip.index];
  const twin = twinOf(run, slip.index);
  const other = twin ?? run[slip.index - 1];
  if (wrong === undefined) return;
  yield {
    at: numberSpan(wrong),
    message: message(wrong, slip, noun, twin !== undefined),
    related:
      other === undefined
        ? []
        : [
            {
              at: numberSpan(other),
              message: twin
                ? `The first ${noun.toLowerCase()} ${wrong.text}.`
                : `The ${noun.toLowerCase()} before.`,
            },
          ],
    fixes: noun === 'Section' ? fixes(run, slip) : [],
  };
}

function message(
  wrong: NumberedSection,
  { expected, next, kind }: Slip,
  noun: string,
  twice: boolean,
): string {
  const named = (number: number) =>
    wrong.prefix === 'A' ? String.fromCharCode(64 + number) : `${wrong.prefix}${number}`;
  const should = kind === 'single' && next !== undefined ? `; this one should be ${named(expected)}` : '';
  if (twice) return `${noun} ${wrong.text} comes twice${should}.`;
  const before = named(expected - 1);
  if (should !== '')
    return `This section is numbered ${wrong.text}; between ${before} and ${named(next ?? 0)} it should be ${named(expected)}.`;
  if (wrong.number < expected || kind === 'early')
    return `${noun} ${wrong.text} is out of order: it follows ${before}.`;
  const missing =
    wrong.number === expected + 1
      ? `${noun} ${named(expected)} is missing`
      : `${noun}s ${named(expected)} to ${named(wrong.number - 1)} are missing`;
  return `${missing}: ${before} is followed by ${wrong.text}.`;
}

function fixes(run: readonly NumberedSection[], { index, expected, kind }: Slip): readonly DraftFix<Span>[] {
  const right = (from: readonly NumberedSection[]) =>
    from.map((one, at): [NumberedSection, string] => [one, `${one.prefix}${expected + at}`]);
  const one = right(run.slice(index, index + 1));
  const all = renumbering('Renumber the sections from here', right(run.slice(index)));
  return kind === 'single'
    ? [...renumbering(`Change ${one[0]?.[0].text} to ${one[0]?.[1]}`, one), ...all]
    : all;
}

/** Gives sections other numbers; offered only where all of them stand in headings. */
function renumbering(
  title: string,
  sections: readonly [NumberedSection, string][],
): readonly DraftFix<Span>[] {
  const changed = sections.filter(([{ text }, number]) => text !== number);
  if (changed.some(([{ place }]) => place === undefined)) return [];
  return [
    {
      title,
      edits: (edit) =>
        changed.flatMap(([{ place }, number]) => (place === undefined ? [] : edit.replace(place, number))),
    },
  ];
}
