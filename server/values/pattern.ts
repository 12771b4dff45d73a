import type { Span } from '../text/span.ts';
import { loadRe2 } from './re2.cjs';

/**
 * Something to look for in a text, ready for use. Patterns that people write into a framework are matched by an engine
 * whose time grows with the text alone, so that no pattern can stall the editor.
 */
export interface Pattern {
  /** Every place in a text, none of them empty, in order. */
  readonly find: (text: string) => readonly Span[];
  /** Whether it stands anywhere in a text. */
  readonly isIn: (text: string) => boolean;
  /** Whether it is the whole text. */
  readonly isAll: (text: string) => boolean;
}

/** A pattern as it was written, or why it is none; `matches` says what it comes to where that is of no use. */
export type PatternReading =
  | { readonly pattern: Pattern; readonly matches: 'some' | 'everything' | 'nothing' }
  | { readonly fault: string };

/** Longer ones are no patterns that a person wrote. */
const LONGEST = 1000;
/** Time grows with the steps of a pattern too: one of so many reads a large report within seconds. */
const MOST_STEPS = 300;

/** Reads a regular expression in RE2's syntax: without look-around and back-references. Never throws. */
export function readPattern(source: string): PatternReading {
  if (source.length > LONGEST) return { fault: 'it is longer than 1,000 characters' };
  try {
    const compiled = loadRe2().RE2JS.compile(source);
    const { inst: steps, start } = compiled.re2().prog;
    if (steps.length > MOST_STEPS)
      return { fault: 'it repeats too much; words can be listed as "text" instead' };
    const pattern: Pattern = {
      find: (text) => placesOf(compiled.matcher(text)),
      isIn: (text) => compiled.matcher(text).find(),
      isAll: (text) => compiled.matches(text),
    };
    if (pattern.isIn('')) return { pattern, matches: 'everything' };
    return { pattern, matches: canMatch(steps, start) ? 'some' : 'nothing' };
  } catch (error) {
    return { fault: faultOf(error instanceof Error ? error.message : String(error)) };
  }
}

/** Words as a person reads them: case does not count, nor what blanks stand between them, and only whole words do. */
export function phrasePattern(phrase: string): Pattern {
  const trimmed = phrase.trim();
  const words = trimmed.split(/\s+/).map(escaped).join(String.raw`\s+`);
  const before = /^[\p{L}\p{N}]/u.test(trimmed) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const behind = /[\p{L}\p{N}]$/u.test(trimmed) ? String.raw`(?![\p{L}\p{N}])` : '';
  const loose = before + words + behind;
  const all = new RegExp(`^(?:${words})$`, 'iu');
  const each = new RegExp(loose, 'giu');
  const some = new RegExp(loose, 'iu');
  return {
    find: (text) => [...text.matchAll(each)].map(spanOf),
    isIn: (text) => some.test(text),
    isAll: (text) => all.test(text.trim()),
  };
}

function spanOf({ index, 0: text }: RegExpExecArray): Span {
  return { from: index, to: index + text.length };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function placesOf(matcher: Matcher): readonly Span[] {
  const spans: Span[] = [];
  while (matcher.find()) {
    const span = { from: matcher.start(), to: matcher.end() };
    if (span.to > span.from) spans.push(span);
  }
  return spans;
}

function faultOf(message: string): string {
  if (/\(\?<?[=!]/.test(message)) return 'look-ahead and look-behind are not possible here';
  if (/invalid escape sequence: `\\[1-9]/.test(message)) return 'back-references are not possible here';
  const reason = message.replace(/^error parsing regexp: /, '').replaceAll('`', '"');
  return reason === '' ? 'it is no regular expression' : reason;
}

/** What finds one place after the other. */
interface Matcher {
  readonly find: () => boolean;
  readonly start: () => number;
  readonly end: () => number;
}

/** A step of a compiled pattern, as far as it is looked at. */
interface Step {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
}

const OP = { alt: 1, altMatch: 2, capture: 3, empty: 4, fail: 5, match: 6, nop: 7 } as const;
const BEGIN_TEXT = 4;
const END_TEXT = 8;

/** Whether any text matches: `a$b` is a pattern, and no text has anything behind its end. */
function canMatch(steps: readonly Step[], start: number): boolean {
  const seen = new Set<string>();
  const waiting = [{ at: start, begun: false, ended: false }];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const { at, begun, ended } = state;
    const step = steps[at];
    const key = `${at} ${begun} ${ended}`;
    if (step === undefined || seen.has(key)) continue;
    seen.add(key);
    if (step.op === OP.match) return true;
    if (step.op === OP.fail) continue;
    const next = { at: step.out, begun, ended };
    if (step.op === OP.alt || step.op === OP.altMatch) waiting.push(next, { ...next, at: step.arg });
    else if (step.op === OP.capture || step.op === OP.nop) waiting.push(next);
    else if (step.op === OP.empty) {
      const isTooLate = begun && (step.arg & BEGIN_TEXT) !== 0;
      if (!isTooLate) waiting.push({ ...next, ended: ended || (step.arg & END_TEXT) !== 0 });
    } else if (!ended) waiting.push({ ...next, begun: true });
  }
  return false;
}
