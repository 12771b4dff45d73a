import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { JudgementReader } from './judgement.ts';
import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';

/** A heading as it stands in the source. */
export interface HeadingMatch {
  /** All sections of that name; which one is meant depends on what came before. */
  readonly roles: readonly SectionRole[];
  readonly name: readonly Span[];
  readonly judgement: Span | undefined;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Recognises headings by the names that the framework gives its sections. */
export interface HeadingReader {
  /** The heading that begins with the line at `index`, which may be broken over several lines. */
  at(lines: readonly Line[], index: number): HeadingMatch | undefined;
}

// A heading takes no more lines, and no line of it is longer.
const MOST_LINES = 3;
const LONGEST_LINE = 160;

/** A reader of the headings of a framework. */
export function headingReader(vocabulary: Vocabulary, judgements: JudgementReader): HeadingReader {
  const named = (text: string): readonly SectionRole[] | undefined =>
    looksLikeHeading(text) ? vocabulary.sectionsByName.get(normaliseName(text)) : undefined;
  return {
    at(lines, index) {
      const taken: Line[] = [];
      while (taken.length < MOST_LINES) {
        const line = lines[index + taken.length];
        if (line === undefined || !canBePart(line, taken.length)) return undefined;
        taken.push(line);
        const match = matchLines(taken, named, judgements);
        if (match !== undefined) return match;
      }
      return undefined;
    },
  };
}

function canBePart(line: Line, position: number): boolean {
  if (line.text === '' || line.text.length > LONGEST_LINE) return false;
  const marker = readMarker(line);
  return marker.bullet === undefined && (position === 0 || marker.number === undefined);
}

function matchLines(
  lines: readonly Line[],
  named: (text: string) => readonly SectionRole[] | undefined,
  judgements: JudgementReader,
): HeadingMatch | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const before = lines.slice(0, -1);
  const opening = before.map(({ text }) => `${text} `).join('');
  const match = (end: number, judgement: Span | undefined): HeadingMatch | undefined => {
    const roles = named(opening + last.text.slice(0, end));
    if (roles === undefined) return undefined;
    const name = [...before, { from: last.from, to: last.from + end }].map(({ from, to }) => ({ from, to }));
    return { roles, name: name.filter(({ from, to }) => from < to), judgement, lines: lines.length };
  };
  const whole = match(last.text.replace(/[\s:]+$/, '').length, undefined);
  if (whole !== undefined) return whole;
  const tail = judgements.tail(last.text);
  if (tail === undefined) return undefined;
  const parted = match(tail.before, { from: last.from + tail.from, to: last.to });
  if (parted === undefined || !tail.said) return parted;
  // A heading that is a sentence stays one.
  const name = [...before, last].map(({ from, to }) => ({ from, to }));
  return { ...parted, name, judgement: undefined };
}

/** A heading begins with a capital, maybe behind its number, and does not end as a sentence does. */
function looksLikeHeading(text: string): boolean {
  return /^[\d.)\s*]*\p{Lu}/u.test(text) && !/[.;,]$/.test(text);
}

/**
 * Which of several sections of one name is meant: the first that comes after the one before, since a
 * document mostly follows the framework's order, else the first.
 */
export function chooseRole(
  roles: readonly SectionRole[],
  before: SectionRole | undefined,
): SectionRole | undefined {
  return roles.find((role) => before === undefined || role.order > before.order) ?? roles[0];
}
