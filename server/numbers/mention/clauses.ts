import type { Span } from '../../text/span.ts';

/**
 * The passage with its figures and times as single signs, of the same length, so that places stay: what is read by words
 * alone is not led astray by what the figures are.
 */
export const FIGURE = '\u0001';
export const TIME = '\u0002';

/** Puts a sign for each span and blanks for the rest of it. */
export function masked(text: string, spans: readonly (Span & { readonly sign: string })[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, sign } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    out += text.slice(at, from) + sign.padEnd(to - from, ' ');
    at = to;
  }
  return out + text.slice(at);
}

/** What begins a part of a sentence that says something else, or something more, than what stands before it. */
const BEGINNINGS = [
  String.raw`\n|[;:]|\s[–—-]\s|[.!?](?=\s|$)`,
  String.raw`\b(?:which|but|although|though|whilst|while|whereas|however|because|despite|compared|after having|so that)\b`,
  String.raw`\bof (?:which|whom|these|those)\b`,
  String.raw`\b(?:against|below|above|short of|beyond|exceeding|meeting) (?:a|the|our|its|their|an)? ?(?:\w+ )?(?:target|ambition|goal)\b`,
  String.raw`,? (?:and|then)(?=\s+(?:only |just )?${FIGURE})(?=[^,;]*${FIGURE})`,
  String.raw`,\s*(?=(?:and |but )?(?:less|more|better|worse|higher|lower|below|above|against|up|down|after|from|before|an?|the|this|with|meaning|showing|reflecting|so|these|those|it|still|of|where|who|having|just|well|slightly|some|only|compared|${FIGURE})\b)`,
  String.raw`,\s*(?=(?:and |but |then )?${FIGURE})`,
  String.raw`,\s*(?=(?:and|but)\s)`,
].join('|');
const BOUNDARY = new RegExp(BEGINNINGS, 'gi');

/** A part of a sentence, by its place in the masked passage. */
export interface Clause extends Span {
  readonly text: string;
  /** What stands between it and the one before: "," or "which"; a full stop ends a sentence. */
  readonly lead: string;
  readonly sentence: number;
}

const DECIMAL = /\d[.!?]\d/;

/** The clauses of a masked passage, in order. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let lead = '.';
  let sentence = 0;
  BOUNDARY.lastIndex = 0;
  for (let found = BOUNDARY.exec(text); found !== null; found = BOUNDARY.exec(text)) {
    if (found[0] === '') {
      BOUNDARY.lastIndex += 1;
      continue;
    }
    if (DECIMAL.test(text.slice(found.index - 1, found.index + 2)) || isInBrackets(text, from, found.index))
      continue;
    clauses.push({ from, to: found.index, text: text.slice(from, found.index), lead, sentence });
    lead = found[0];
    if (/^[.!?\n]/.test(lead)) sentence += 1;
    from = found.index + lead.length;
  }
  clauses.push({ from, to: text.length, text: text.slice(from), lead, sentence });
  return clauses;
}

function isInBrackets(text: string, from: number, at: number): boolean {
  const open = text.lastIndexOf('(', at);
  return open >= from && text.indexOf(')', open) >= at;
}
