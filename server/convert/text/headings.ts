import { normaliseName } from '../../framework/name.ts';
import { type SectionRole, sectionsNamed, type Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { JudgementReader } from './judgement.ts';
import { judgedRow } from './judgementRows.ts';
import { type Line, piecesOf } from './lines.ts';
import { readMarker } from './marker.ts';

/** A heading as it stands in the source. */
export interface HeadingMatch {
  /** All sections of that name; which one is meant depends on what came before. */
  readonly roles: readonly SectionRole[];
  readonly name: readonly Span[];
  /** The judgement behind the name, which may be broken over lines; empty without one. */
  readonly judgement: readonly Span[];
  /** What stands between the two and is not white space: a dash, a colon, "is". */
  readonly joint: readonly Span[];
  /** How many lines it takes. */
  readonly lines: number;
  /** Whether it ends in a full stop, as a sentence does. */
  readonly isSentence?: boolean;
}

/** Recognises headings by the names that the framework gives its sections. */
export interface HeadingReader {
  /** The heading that begins with the line at `index`, which may be broken over several lines. */
  at(lines: readonly Line[], index: number): HeadingMatch | undefined;
}

/**
 * What to write between a heading's name and its judgement where no words stand: the colon that stood there, a blank
 * in what reads as a sentence ("Leadership requires improvement"), and a dash for all else that parted the two.
 */
export function plainJoint(
  source: string,
  { name, judgement, joint }: Pick<HeadingMatch, 'name' | 'judgement' | 'joint'>,
): string {
  if (joint.map(({ from, to }) => source.slice(from, to)).join('') === ':') return ': ';
  const [end, start] = [name.at(-1)?.to ?? 0, judgement[0]?.from ?? 0];
  const isVerb = /^requires?\s/.test(source.slice(start, start + 10));
  return isVerb && source.slice(end, start) === ' ' ? ' ' : ' — ';
}

// A heading takes no more lines, and no line of it is longer.
const MOST_LINES = 3;
const LONGEST_LINE = 160;

/** A reader of the headings of a framework. */
export function headingReader(vocabulary: Vocabulary, judgements: JudgementReader): HeadingReader {
  const named = (text: string): readonly SectionRole[] | undefined =>
    looksLikeHeading(text) ? sectionsOf(text, vocabulary) : undefined;
  return {
    at(lines, index) {
      const taken: Line[] = [];
      let found: HeadingMatch | undefined;
      while (taken.length < MOST_LINES) {
        const line = lines[index + taken.length];
        if (line === undefined || !canBePart(line, taken.length)) break;
        taken.push(line);
        const match = matchLines(taken, named, judgements);
        // The next line may end the judgement: "requires improvement / to be good".
        if (match === undefined && found !== undefined) break;
        found = match;
        if (match?.judgement.length === 0) {
          found = withVerbBelow(taken, lines[index + taken.length], named, judgements) ?? match;
          break;
        }
      }
      return (
        found ??
        besideItsJudgement(lines, index, vocabulary, judgements, named) ??
        meantAsJudged(taken, named)
      );
    },
  };
}

/** A heading that is a sentence whose verb stands on the next line: "Leadership and management / are good". */
function withVerbBelow(
  taken: readonly Line[],
  next: Line | undefined,
  named: (text: string) => readonly SectionRole[] | undefined,
  judgements: JudgementReader,
): HeadingMatch | undefined {
  if (next === undefined || !/^(?:is|are)\s/.test(next.text)) return undefined;
  return matchLines([...taken, next], named, judgements);
}

/** A heading whose judgement the page had to its right, between its lines or on one of them. */
function besideItsJudgement(
  lines: readonly Line[],
  index: number,
  { sectionsByName }: Vocabulary,
  judgements: JudgementReader,
  named: (text: string) => readonly SectionRole[] | undefined,
): HeadingMatch | undefined {
  const [first = ''] = lines[index]?.text.split(/\s{2,}/) ?? [];
  const opening = normaliseName(first.slice(0, LONGEST_LINE));
  if (opening === '' || ![...sectionsByName.keys()].some((name) => name.startsWith(opening)))
    return undefined;
  const isJudged = (name: string) => named(name)?.some(({ def }) => def.judgement !== undefined) === true;
  const row = judgedRow(lines, index, judgements, isJudged, false);
  const roles = row && named(row.name);
  if (row === undefined || roles === undefined) return undefined;
  const [name = [], judgement = []] = row.cells;
  return { roles, name, judgement, joint: [], lines: row.next - index };
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
  const text = lines.map((line) => line.text).join(' ');
  const whole = text.replace(/[\s:]+$/, '').length;
  const roles = named(text.slice(0, whole));
  if (roles !== undefined)
    return { roles, name: piecesOf(lines, 0, whole), judgement: [], joint: [], lines: lines.length };
  const isSentence = text.endsWith('.');
  const words = isSentence ? text.slice(0, -1) : text;
  const tail = judgements.tail(words);
  const judged = tail && named(words.slice(0, tail.before));
  if (tail === undefined || judged === undefined) return undefined;
  return {
    roles: judged,
    name: piecesOf(lines, 0, tail.before),
    judgement: piecesOf(lines, tail.from, text.length),
    joint: piecesOf(lines, tail.before, tail.from),
    lines: lines.length,
    // "The judgement is that it is good." says nothing but the judgement, whatever stands below.
    isSentence: isSentence && !/\sthat\s/.test(words.slice(tail.before, tail.from)),
  };
}

/** The name of a judged section, a colon and a few words that are no label: as they stand, so that a slip is found. */
function meantAsJudged(
  taken: readonly Line[],
  named: (text: string) => readonly SectionRole[] | undefined,
): HeadingMatch | undefined {
  for (let count = 1; count <= taken.length; count += 1) {
    const lines = taken.slice(0, count);
    const text = lines.map((line) => line.text).join(' ');
    const name = NAME_AND_WORDS.exec(text)?.groups?.name;
    const roles = name === undefined ? undefined : named(name);
    if (!roles?.some(({ def }) => def.judgement !== undefined)) continue;
    return { roles, name: piecesOf(lines, 0, text.length), judgement: [], joint: [], lines: count };
  }
  return undefined;
}

const NAME_AND_WORDS = /^(?<name>[^:]+?):\s+\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,4}$/u;

/** Of words that only begin as a heading does, a question is one; other lines may be sentences. */
function sectionsOf(text: string, vocabulary: Vocabulary): readonly SectionRole[] | undefined {
  const exact = vocabulary.sectionsByName.get(normaliseName(text));
  return exact ?? (/\?["”’)]?$/.test(text) ? sectionsNamed(vocabulary, text) : undefined);
}

/** A heading begins with a capital, maybe behind its number, and does not end as a sentence does. */
function looksLikeHeading(text: string): boolean {
  return /^[\d.)\s*]*\p{Lu}/u.test(text) && !/[.;,]$/.test(text);
}

/**
 * Which of several sections of one name is meant: one below the section that the text has come to, or beside it; of
 * those the first that comes after the one before, since a document mostly follows the framework's order, else the first.
 */
export function chooseRole(
  roles: readonly SectionRole[],
  before: SectionRole | undefined,
): SectionRole | undefined {
  const near = nearest(roles, before);
  return near.find((role) => before === undefined || role.order > before.order) ?? near[0];
}

function nearest(roles: readonly SectionRole[], before: SectionRole | undefined): readonly SectionRole[] {
  for (let around = before; around !== undefined; around = around.parent) {
    const own = roles.filter(({ parent }) => parent === around);
    if (own.length > 0) return own;
  }
  return roles;
}
