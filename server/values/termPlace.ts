import { overlapsAny, type Span } from '../text/span.ts';
import { quotationsIn } from './quotations.ts';
import { isAcronym } from './termForms.ts';
import type { TermWords } from './termWords.ts';

/** How far around a phrase its sentence is looked at. */
const REACH = 60;
/** Addresses of pages and people. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S{1,400}|\S{1,80}@\S{1,80}/gi;

/** Whether nothing in a passage is to be replaced at a place: the words are quoted, or belong to an address or a name. */
export class TermGuard {
  readonly #text: string;
  readonly #language: TermWords;
  #isClosed: ((span: Span) => boolean) | undefined;

  constructor(text: string, language: TermWords) {
    this.#text = text;
    this.#language = language;
  }

  stays({ from, to }: Span): boolean {
    this.#isClosed ??= overlapsAny([
      ...quotationsIn(this.#text),
      ...[...this.#text.matchAll(ADDRESS)].map(({ 0: { length }, index }) => ({
        from: index,
        to: index + length,
      })),
    ]);
    if (this.#isClosed({ from, to })) return true;
    const [before, behind] = [
      this.#text.slice(Math.max(0, from - REACH), from),
      this.#text.slice(to, to + REACH),
    ];
    if (/[\p{L}\p{N}][-‐‑_]$/u.test(before) || /^[-‐‑_]\p{L}/u.test(behind)) return true;
    const words = this.#text.slice(from, to);
    if (this.#language.explains.test(before) || this.#isOther(words, before, behind)) return true;
    return this.#isName(words, before, behind) || this.#isVerb(words, before, behind);
  }

  /** Capitals beside other capitals are a name: "Looked After Children Board", "Board for Looked After Children". */
  #isName(words: string, before: string, behind: string): boolean {
    const isFirst = beginsSentence(before);
    const rest = isFirst ? words.slice(1) : words;
    const acronym = isAcronym(words);
    if (!acronym && !/\p{Lu}/u.test(rest) && !(isFirst && /\p{Lu}/u.test(words))) return false;
    if (/^ \p{Lu}\p{L}/u.test(behind)) return true;
    if (isFirst) return false;
    if (!acronym && !/[\s-]/.test(words)) return true;
    return this.#isBehindName(before);
  }

  /** Whether the last word, small ones aside, has a capital and does not begin the sentence. */
  #isBehindName(before: string): boolean {
    const small = [...this.#language.small].join('|');
    const last = new RegExp(String.raw`(\p{L}[\p{L}’'&]*)(?: (?:${small}))* $`, 'u').exec(before);
    if (last === null || !/^\p{Lu}/u.test(last[1] ?? '')) return false;
    return !beginsSentence(before.slice(0, last.index));
  }

  /** Whether a word means something else than those have in mind who do not want it. */
  #isOther(words: string, before: string, behind: string): boolean {
    const name = words.toLowerCase();
    const sense =
      this.#language.otherSenses.get(name) ?? this.#language.otherSenses.get(name.replace(/s$/, ''));
    return sense !== undefined && (sense.before.test(before) || sense.behind.test(behind));
  }

  #isVerb(words: string, before: string, behind: string): boolean {
    if (/[\s-]/.test(words) || isAcronym(words)) return false;
    const last = /(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? '';
    const next = /^ (\p{L}+)/u.exec(behind)?.[1]?.toLowerCase() ?? '';
    return this.#language.beforeVerb.has(last) || this.#language.behindVerb.has(next);
  }
}

function beginsSentence(before: string): boolean {
  return /(?:^|^[\d.]{1,8}|[.!?:;•*(]|\d\))[\s"“‘']*$/u.test(before);
}
