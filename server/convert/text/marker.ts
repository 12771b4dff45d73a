import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';

/** What stands before the text of a line: a bullet, a number, or a bullet and a number (`- 5. text`). */
export interface Marker {
  readonly bullet: string | undefined;
  /** The number with its full stop or bracket. */
  readonly number: Span | undefined;
  readonly value: number | undefined;
  /** Where the text begins in the source, and the text. */
  readonly from: number;
  readonly text: string;
}

// A dash or an asterisk needs a space behind it; the glyphs of a font are bullets whatever follows.
// The range is where symbol fonts such as Wingdings have their arrows, squares and ticks.
const BULLET = /^(?:([•◼■▪●◦‣⁃\uF020-\uF0FF]\uFE0F?)\s*|([-–—−*·])\s+)/u;

// Years and figures have more than three digits or no full stop; "5.The" has lost its space.
const NUMBER = /^([1-9]\d{0,2})[.)](?:\s+|$|(?=\p{Lu}))/u;

/** Stands for the bullet of an item that has lost it. */
const LOST = ' ';

/** Reads what stands before the text of a line. */
export function readMarker(line: Line): Marker {
  if (line.isItem === true) {
    return { bullet: LOST, number: undefined, value: undefined, from: line.from, text: line.text };
  }
  const bulletMatch = BULLET.exec(line.text);
  const bullet = bulletMatch?.[1] ?? bulletMatch?.[2];
  const behind = bulletMatch?.[0].length ?? 0;
  const numberMatch = NUMBER.exec(line.text.slice(behind, behind + 12));
  if (numberMatch === null) {
    return {
      bullet,
      number: undefined,
      value: undefined,
      from: line.from + behind,
      text: line.text.slice(behind),
    };
  }
  const digits = numberMatch[1] ?? '';
  const from = line.from + behind;
  // The slice may have cut white space short, so that the rest is trimmed again.
  const rest = line.text.slice(behind + numberMatch[0].length);
  const text = rest.trimStart();
  return {
    bullet,
    number: { from, to: from + digits.length + 1 },
    value: Number(digits),
    from: line.to - text.length,
    text,
  };
}

/** The number that a line begins with, 0 where it has none. */
export function leadingFigure(line: Line | undefined): number {
  return Number(/^\d{1,3}/.exec(line?.text ?? '')?.[0] ?? 0);
}
