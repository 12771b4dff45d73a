import type { Line } from './lines.ts';

const PAGE = /^page \d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i;
const REST_OF_PAGE = /^age \d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i;
const BARE = /^\d{1,3}$/;
const ADDRESS_OF_LINK = /^file:\/\/\S+$/i;
// So many blank lines at most lie between the number of a page in its pack and the one in its document.
const REACH = 14;

/**
 * The lines that are no text but what pages leave behind, by index, with what is said of each: `Page 15`, also when it
 * is cut into `P` and `age 15`, a number beside it or at either end of the document, and files that links lead to.
 */
export function pageMarks(lines: readonly Line[]): ReadonlyMap<number, string> {
  const gone = new Map<number, string>();
  for (const [index, { text }] of lines.entries()) {
    if (ADDRESS_OF_LINK.test(text)) gone.set(index, 'The address of a file behind a link was left out.');
    else if (PAGE.test(text) && standsApart(lines, index)) gone.set(index, NUMBER);
    else if (REST_OF_PAGE.test(text)) {
      const head = near(lines, index, -1, 2);
      if (head === undefined || lines[head]?.text !== 'P') continue;
      gone.set(head, NUMBER);
      gone.set(index, NUMBER);
    }
  }
  for (const index of [...gone.keys()]) {
    for (const step of [1, -1] as const) {
      const beside = near(lines, index, step, REACH);
      const touches = beside !== undefined && Math.abs(beside - index) === 1;
      if (
        beside !== undefined &&
        BARE.test(lines[beside]?.text ?? '') &&
        (touches || isBare(lines, beside))
      ) {
        gone.set(beside, NUMBER);
      }
    }
  }
  for (const index of ends(lines)) if (isBare(lines, index)) gone.set(index, NUMBER);
  return gone;
}

const NUMBER = 'A page number was left out.';

function standsApart(lines: readonly Line[], index: number): boolean {
  return (lines[index - 1]?.text ?? '') === '' && (lines[index + 1]?.text ?? '') === '';
}

function isBare(lines: readonly Line[], index: number): boolean {
  return BARE.test(lines[index]?.text ?? '') && standsApart(lines, index);
}

/** The nearest line with text in one direction, at most `reach` lines away. */
function near(lines: readonly Line[], index: number, step: 1 | -1, reach: number): number | undefined {
  for (let at = index + step; Math.abs(at - index) <= reach; at += step) {
    if (lines[at] === undefined) return undefined;
    if (lines[at]?.text !== '') return at;
  }
  return undefined;
}

/** The first and the last line with text. */
function ends(lines: readonly Line[]): readonly number[] {
  const first = lines.findIndex(({ text }) => text !== '');
  return first < 0 ? [] : [first, lines.findLastIndex(({ text }) => text !== '')];
}
