/** The number that a name opens with. */
export interface LeadingNumber {
  /** As written, without what stands around it: `3.1`, `IV`, `a`. */
  readonly text: string;
  /** Where it stands in the name. */
  readonly at: number;
  /** Of all that comes before the name proper, blanks included. */
  readonly length: number;
}

/** `3.1 `, `3.`, `3) `, `(3) `; digits alone need no sign behind them. */
const FIGURES = /^\(?(\d+(?:\.\d+)*)\.?[)\s]\s*(?=\S)/;
/** `(a) `, `(A) `, `(iv) `, `b) `, `IV. `, `C. `: letters need their sign, and what follows a stop is a name. */
const LETTERS =
  /^(?:\(([A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\)|([a-z]|[ivx]{1,5})\)|([A-Z]|[IVX]{1,5})[.)])\s+(?=[\p{Lu}\d"“‘*_])/u;
/** `Section 4: `, `Part B – `, `Chapter 2. `. */
const NAMED =
  /^(?:section|part|chapter)\s+(\d+(?:\.\d+)*|[A-Z]|[IVX]{1,5})(?:\s*[:–—]\s*|\.\s+|\s+-\s+)(?=\S)/iu;

/** The number before a name, in the usual ways of writing one; undefined where the name begins at once. */
export function leadingNumber(name: string): LeadingNumber | undefined {
  const match = FIGURES.exec(name) ?? LETTERS.exec(name) ?? NAMED.exec(name);
  const text = match?.slice(1).find((group) => group !== undefined);
  if (match === null || text === undefined) return undefined;
  return { text, at: match[0].lastIndexOf(text), length: match[0].length };
}
