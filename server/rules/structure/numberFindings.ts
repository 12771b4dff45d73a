import type { Span } from '../../text/span.ts';
import type { Draft, DraftFix } from '../rule.ts';
import type { Slip } from './numberSequence.ts';
import { type NumberedSection, numberSpan, twinOf } from './sectionNumbers.ts';

/** What is wrong with one number of a sequence of sections or appendices. */
export function* slipFinding(
  run: readonly NumberedSection[],
  slip: Slip,
  noun: string,
): Iterable<Draft<Span>> {
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
export function renumbering(
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
