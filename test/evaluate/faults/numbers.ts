import type { Random } from '../../incremental/random.ts';
import { type Change, change, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Landmarks, NumberPlace } from '../landmarks.ts';

export const NUMBER_FAULTS: readonly Fault<Landmarks>[] = [
  { name: 'paragraph number doubled', rule: 'structure/paragraph-numbering', draw: doubled },
  { name: 'paragraph number skipped', rule: 'structure/paragraph-numbering', draw: skipped },
  { name: 'paragraph numbers swapped', rule: 'structure/paragraph-numbering', draw: swapped },
  { name: 'paragraph lost', rule: 'structure/paragraph-numbering', draw: paragraphLost },
];

/** Numbers that stand before their paragraphs and follow one another without a gap. */
function pairs({ sections }: Landmarks): readonly (readonly [NumberPlace, NumberPlace])[] {
  const numbers = sections.flatMap((section) => section.numbers).filter(({ leads }) => leads);
  return numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    return next !== undefined && next.value === number.value + 1 ? [[number, next] as const] : [];
  });
}

/** Two paragraphs have one number; the numbers behind them go on from it, or leave the gap. */
function doubled(document: Landmarks, random: Random): Change {
  const [number, next] = random.pick(pairs(document));
  const later = random.chance(0.5) ? behind(document, next) : [];
  const edits = [next, ...later].map(({ span, value }) => replace(span, String(value - 1)));
  return change(
    document.text,
    edits,
    [number.line, next.line, ...following(document, next)],
    `${number.value} twice`,
  );
}

/** A number is left out and all numbers go on behind it. */
function skipped(document: Landmarks, random: Random): Change {
  const [number, next] = random.pick(pairs(document));
  const edits = [next, ...behind(document, next)].map(({ span, value }) => replace(span, String(value + 1)));
  return change(document.text, edits, [number.line, next.line], `${next.value} skipped`);
}

function swapped(document: Landmarks, random: Random): Change {
  const [number, next] = random.pick(pairs(document));
  const edits = [replace(number.span, String(next.value)), replace(next.span, String(number.value))];
  const at = [number.line, next.line, ...following(document, next)];
  return change(document.text, edits, at, `${number.value} and ${next.value} swapped`);
}

function paragraphLost(document: Landmarks, random: Random): Change | undefined {
  const [number, next] = random.pick(pairs(document));
  const [following] = behind(document, next);
  const judging = document.sections.some(
    ({ sentence }) =>
      sentence !== undefined && next.line.from < sentence.whole.from && sentence.whole.to < next.line.to,
  );
  if (judging || following === undefined || following.value !== next.value + 1) return undefined;
  const lines = document.text.slice(next.line.to, following.line.from);
  // What stands between the two may be another section.
  if (lines.trim() !== '') return undefined;
  const edit = replace({ from: next.line.from, to: following.line.from }, '');
  return change(document.text, [edit], [number.line, following.line], `${next.value} lost`);
}

function behind({ sections }: Landmarks, { span }: NumberPlace): readonly NumberPlace[] {
  return sections.flatMap(({ numbers }) => numbers).filter((other) => other.span.from > span.from);
}

function following(document: Landmarks, number: NumberPlace): readonly NumberPlace['line'][] {
  return behind(document, number)
    .slice(0, 1)
    .map(({ line }) => line);
}
