/** How the usual programs mark footnotes: Word, LibreOffice, and what makes HTML of Markdown. */
const REFERENCE =
  /^#(?:_?(?:ftn|edn)(\d+)|sd(?:foot|end)note(\d+)sym|(?:user-content-)?fn[:_-]?([\w-]+)|footnote-?(\d+))$/i;
const BACK =
  /^#(?:_?(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|(?:user-content-)?fnref[:_-]?[\w-]+|footnote-ref-?\d+)$/i;
const CONTAINER =
  /^(?:(?:ftn|edn)(\d+)|sd(?:foot|end)note(\d+)|(?:user-content-)?fn[:_-]?([\w-]+)|footnote-?(\d+))$/i;

/** The id of the footnote that a link leads to; undefined for any other link. */
export function noteReferred(href: string | undefined): string | undefined {
  return BACK.test(href ?? '') ? undefined : first(REFERENCE.exec(href ?? ''));
}

/** Whether words are what marks a footnote, `12`, `[iv]`, `b` or `*`, and not words of the text that lead to one. */
export function isNoteMark(words: string): boolean {
  return /^[\s([{]*(?:\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶#]{1,4})[\s)\]}.]*$/i.test(words);
}

/** Whether a link leads from a footnote back to where it is referred to: its words are the note's mark. */
export function leadsBack(href: string | undefined): boolean {
  return BACK.test(href ?? '');
}

/** The id of the footnote that an element holds. */
export function noteHeld(id: string | undefined): string | undefined {
  return /^fnref/i.test(id ?? '') ? undefined : first(CONTAINER.exec(id ?? ''));
}

function first(match: RegExpExecArray | null): string | undefined {
  return match?.slice(1).find((group) => group !== undefined);
}
