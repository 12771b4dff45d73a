import type { Span } from '../../text/span.ts';
import { type Line, piecesOf } from './lines.ts';

/** A title that the framework knows, with the name of who was inspected in it. */
export interface KnownTitle {
  readonly title: readonly Span[];
  /** Empty when the title has no such name. */
  readonly organisation: readonly Span[];
  /** How many lines it takes. */
  readonly lines: number;
}

const MOST_LINES = 4;
const LONGEST_TITLE = 200;
const NAME = "(?<organisation>\\p{Lu}[\\p{L}'’&., -]{1,80}?)";

/** A reader of titles as the framework words them, `[organisation]` standing for a name: "Inspection of [organisation]". */
export function titleReader(
  titles: readonly string[],
): (lines: readonly Line[], index: number) => KnownTitle | undefined {
  const patterns = titles.map(patternOf);
  return (lines, index) => {
    const taken: Line[] = [];
    let found: KnownTitle | undefined;
    while (taken.length < MOST_LINES) {
      const line = lines[index + taken.length];
      if (line === undefined || line.text === '' || line.text.length > LONGEST_TITLE) break;
      taken.push(line);
      // The next line may go on with the title: "Inspection of Northbridge / children's services".
      found = read(taken, patterns) ?? found;
    }
    return found;
  };
}

function read(lines: readonly Line[], patterns: readonly RegExp[]): KnownTitle | undefined {
  const text = lines.map((line) => line.text).join(' ');
  for (const pattern of text.length > LONGEST_TITLE ? [] : patterns) {
    const [from, to] = pattern.exec(text)?.indices?.groups?.organisation ?? [0, 0];
    if (!pattern.test(text)) continue;
    return {
      title: piecesOf(lines, 0, text.length),
      organisation: piecesOf(lines, from, to),
      lines: lines.length,
    };
  }
  return undefined;
}

function patternOf(title: string): RegExp {
  const words = title
    .trim()
    .split(/\s+/)
    .map((word) => word.split('[organisation]').map(escaped).join(NAME));
  return new RegExp(`^${words.join('\\s+')}$`, 'diu');
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]");
}
