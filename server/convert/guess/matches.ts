import { normaliseName } from '../../framework/name.ts';
import type { Span } from '../../text/span.ts';
import { lastWord, type Name, type Names } from './names.ts';
import type { Unit } from './units.ts';

/** A line, or a few that belong together, which are a name of some framework. */
export interface Match {
  readonly name: Name;
  /** As the document writes it, without the judgement behind it. */
  readonly words: string;
  /** The judgement behind it: "Good". */
  readonly label: string | undefined;
  readonly kind: Unit['kind'];
  /** The first of its units and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

const MOST_LINES = 4;
const LONGEST = 200;
const LONGEST_LABEL = 60;
const LABEL_LINES = 2;
/** A field of the document as a whole stands near its beginning. */
export const HEAD_UNITS = 60;
/** What a list of contents and an agenda have behind the words: "12", "(Pages 3 - 8) Head of service". */
const PAGE = /\s+(?:\d{1,3}|\(pages?\s[^()]{1,20}\).{0,60})$/i;
const LETTER = /^\(?[a-z]\)\s+/;
const FIELD = /^([^:]{2,60}):/;

/** Finds every line that is a name, each once and each as long as can be. */
export function findMatches(units: readonly Unit[], names: Names): readonly Match[] {
  const matches: Match[] = [];
  for (let index = 0; index < units.length; ) {
    const found = matchAt(units, index, names);
    if (found !== undefined) matches.push(found);
    index = found?.to ?? index + 1;
  }
  return matches;
}

function matchAt(units: readonly Unit[], index: number, names: Names): Match | undefined {
  const unit = units[index];
  // A heading begins with a capital or a number; a line of prose that does is seldom a name as a whole.
  if (unit === undefined || !/^[^\p{L}]*\p{Lu}/u.test(unit.text.slice(0, 12))) return undefined;
  for (const { text, to } of joined(units, index)) {
    const read = readName(text, names);
    if (read !== undefined) return withLabel(read, units, { from: index, to }, names);
  }
  // A label with its value, and words with which a text may begin, say nothing of the lines behind them.
  const read = readField(unit.text, names) ?? readOpening(unit.text, names);
  return read === undefined ? undefined : { ...read, kind: unit.kind, from: index, to: index + 1 };
}

function withLabel(read: Read, units: readonly Unit[], { from, to }: Span, names: Names): Match {
  const behind = read.label === undefined ? labelAt(units, to, names) : undefined;
  const kind = units[from]?.kind ?? 'line';
  return { ...read, label: read.label ?? behind?.label, kind, from, to: behind?.to ?? to };
}

/** The line with those that may go on with it, the longest first. */
function joined(
  units: readonly Unit[],
  index: number,
): readonly { readonly text: string; readonly to: number }[] {
  const [first] = [units[index]];
  const texts = [{ text: first?.text ?? '', to: index + 1 }];
  for (let to = index + 1; first?.kind === 'line' && to < index + MOST_LINES; to += 1) {
    const next = units[to];
    const text = `${texts[0]?.text} ${next?.text}`;
    if (next === undefined || next.kind !== 'line' || next.apart || text.length > LONGEST) break;
    texts.unshift({ text, to: to + 1 });
  }
  return texts.filter(({ text }) => text.length <= LONGEST);
}

type Read = Pick<Match, 'name' | 'words' | 'label'>;

function readName(text: string, names: Names): Read | undefined {
  const words = text.replace(LETTER, '');
  for (const form of [words, words.replace(PAGE, '')]) {
    const whole = names.whole.get(normaliseName(form));
    if (whole !== undefined) return { name: whole, words: form, label: undefined };
  }
  return readJudged(words, names);
}

/** "Care leavers: good" */
function readJudged(text: string, names: Names): Read | undefined {
  if (!names.labelEnds.has(lastWord(text))) return undefined;
  const tail = names.judgements.tail(text);
  if (tail === undefined) return undefined;
  const words = text.slice(0, tail.before);
  const name = names.whole.get(normaliseName(words));
  return name === undefined ? undefined : { name, words, label: text.slice(tail.from) };
}

/** "Inspection dates: 4 to 8 March 2024" */
function readField(text: string, names: Names): Read | undefined {
  const words = FIELD.exec(text)?.[1];
  const name = words === undefined ? undefined : names.whole.get(normaliseName(words));
  if (words === undefined || name === undefined) return undefined;
  return name.named.some(({ kind }) => kind === 'field') ? { name, words, label: undefined } : undefined;
}

function readOpening(text: string, names: Names): Read | undefined {
  const first = /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase() ?? '';
  const openings = names.openings.get(first);
  if (openings === undefined) return undefined;
  const key = normaliseName(text);
  const name = openings.find((one) => key === one.key || key.startsWith(`${one.key} `));
  return name === undefined ? undefined : { name, words: text, label: undefined };
}

/** A judgement that stands below a name, or in the cell beside it. */
function labelAt(
  units: readonly Unit[],
  index: number,
  names: Names,
): { readonly label: string; readonly to: number } | undefined {
  for (let to = index + 1; to <= index + LABEL_LINES; to += 1) {
    const label = units
      .slice(index, to)
      .map(({ text }) => text)
      .join(' ');
    if (label.length > LONGEST_LABEL) return undefined;
    if (names.judgements.isJudgement(label)) return { label, to };
  }
  return undefined;
}
