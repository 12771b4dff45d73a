import type { Change } from '../text/change.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';

/** A character that makes a text read other than it is shown. `also` are others of its kind on the line. */
export interface OddCharacter {
  readonly code: number;
  readonly kind: OddKind;
  readonly span: Span;
  readonly also: readonly Span[];
}

export type OddKind = 'hidden' | 'direction' | 'control' | 'lost' | 'separator';

// Tabs, line ends and page breaks are control characters that texts are made of.
const SUSPECT =
  /[\p{Cc}\p{Cs}\u{200B}-\u{200D}\u{2028}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{2069}\u{FEFF}\u{FFFD}-\u{FFFF}\u{E0001}\u{E0020}-\u{E007F}](?<![\t\n\f])/gu;
const KINDS: readonly (readonly [RegExp, OddKind])[] = [
  [/[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u, 'direction'],
  [/[\u{2028}\u{2029}]/u, 'separator'],
  [/[\u{FFFD}\p{Cs}]/u, 'lost'],
  [/[\p{Cc}\u{FFFE}\u{FFFF}]/u, 'control'],
];

/** A letter or mark of a script that is written with joiners, or without blanks between its words. */
const FOREIGN =
  /^(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}\p{Script=Common}])[\p{L}\p{M}]/u;
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F})/u;
const RIGHT_TO_LEFT =
  /[\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFC}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** A flag such as Scotland's is a black flag with invisible letters behind it. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u;

/**
 * The characters of a text that nobody sees or that were lost, one of a kind for each line. What scripts, emoji and
 * typography need is left alone. With what was found before a change, only the lines that changed are looked at.
 */
export function oddCharacters(
  text: SourceText,
  previous?: { readonly found: readonly OddCharacter[]; readonly change: Change; readonly text: SourceText },
): readonly OddCharacter[] {
  if (previous === undefined) return inStretch(text, { from: 0, to: text.length });
  const { old, now } = previous.change;
  const was = { from: previous.text.lineAt(old.from).from, to: previous.text.lineAt(old.to).to };
  const is = { from: text.lineAt(now.from).from, to: text.lineAt(now.to).to };
  const fresh = inStretch(text, is);
  if (previous.found.length === 0) return fresh;
  const by = text.length - previous.text.length;
  return [
    ...previous.found.filter(({ span }) => span.from < was.from),
    ...fresh,
    ...previous.found.filter(({ span }) => span.from > was.to).map((one) => moved(one, by)),
  ];
}

function moved(one: OddCharacter, by: number): OddCharacter {
  return { ...one, span: shift(one.span, by), also: one.also.map((span) => shift(span, by)) };
}

/** @param stretch whole lines */
function inStretch(text: SourceText, stretch: Span): readonly OddCharacter[] {
  const source = text.slice(stretch.from, stretch.to);
  const found: OddCharacter[] = [];
  const ofLine = new Map<number | OddKind, Span[]>();
  let lineTo = -1;
  let line = '';
  let lineFrom = 0;
  for (const match of source.matchAll(SUSPECT)) {
    const { index, 0: character } = match;
    if (index > lineTo) {
      lineFrom = source.lastIndexOf('\n', index) + 1;
      const end = source.indexOf('\n', index);
      lineTo = end < 0 ? source.length : end;
      line = source.slice(lineFrom, lineTo);
      ofLine.clear();
    }
    if (isNeeded(character, line, index - lineFrom)) continue;
    const span = shift({ from: index, to: index + character.length }, stretch.from);
    const code = character.codePointAt(0) ?? 0;
    const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 'hidden';
    // What turns the direction and what turns it back belong together.
    const key = kind === 'direction' ? kind : code;
    const others = ofLine.get(key);
    if (others !== undefined) {
      others.push(span);
      continue;
    }
    const also: Span[] = [];
    found.push({ code, kind, span, also });
    ofLine.set(key, also);
  }
  return found;
}

/** How far a character's neighbours are looked at. */
const NEAR = 20;

/** Whether a character that nobody sees does what it is there for. */
function isNeeded(character: string, line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - NEAR), at);
  const last = [...before].at(-1) ?? '';
  const next = line.slice(at + character.length, at + character.length + 2);
  if (/[\u{200B}-\u{200D}]/u.test(character) && FOREIGN.test(last)) return true;
  if (character === '\u{200D}') return PICTURE.test(last) && PICTURE.test(next);
  if (/[\u{E0020}-\u{E007F}]/u.test(character)) return FLAG.test(before);
  const isOverride = /[\u{202D}\u{202E}]/u.test(character);
  return /[\u{202A}-\u{2069}]/u.test(character) && !/[\u{2060}-\u{2064}]/u.test(character) && !isOverride
    ? RIGHT_TO_LEFT.test(line)
    : false;
}
