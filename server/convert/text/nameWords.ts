import { normaliseName } from '../../framework/name.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';

/** A word as names are compared, with its place. */
export interface Word {
  readonly key: string;
  readonly span: Span;
}

/** The words of a line. */
export function wordsOf(line: Line): readonly Word[] {
  return [...line.text.matchAll(/\S+/g)].map((match) => {
    const from = line.from + match.index;
    // A number that leads a name does not count, yet here each word stands alone.
    return {
      key: normaliseName(`x${match[0]}`).slice(1).trim(),
      span: { from, to: from + match[0].length },
    };
  });
}

const LONGEST = 8;

/**
 * Reads words as names that follow each other, each of them once and each as long as can be; undefined when anything
 * else stands among them.
 */
export function namesInTurn<T>(
  words: readonly Word[],
  names: ReadonlyMap<string, T>,
): readonly { readonly value: T; readonly name: readonly Span[] }[] | undefined {
  const found: { value: T; name: readonly Span[] }[] = [];
  let rest = words.filter(({ key }) => key !== '');
  while (rest.length > 0) {
    const length = longestName(rest, names);
    const taken = rest.slice(0, length);
    const value = names.get(keyOf(taken));
    if (value === undefined || found.some((one) => one.value === value)) return undefined;
    found.push({ value, name: taken.map(({ span }) => span) });
    rest = rest.slice(length);
  }
  return found;
}

/** How many of the first words are a name: as many as can be; 0 when none is. */
function longestName<T>(words: readonly Word[], names: ReadonlyMap<string, T>): number {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    if (names.has(keyOf(words.slice(0, length)))) return length;
  }
  return 0;
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(' ');
}
