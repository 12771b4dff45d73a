import type { OpenParagraph } from './continuation.ts';
import type { Marker } from './marker.ts';
import { isFinished } from './prose.ts';

/** A paragraph while its lines are gathered. */
export interface Draft {
  readonly marker: Marker;
  readonly indent: number;
  readonly lines: { readonly from: number; readonly to: number; readonly text: string }[];
  words: number;
  hasSentence: boolean;
  /** Whether a blank line or page furniture stands between two of its lines. */
  broken: boolean;
}

/** What a line that may go on with a paragraph is weighed against. */
export function openParagraph(draft: Draft): OpenParagraph {
  return {
    bulleted: draft.marker.bullet !== undefined,
    numbered: draft.marker.number !== undefined,
    firstText: draft.lines[0]?.text ?? '',
    tail: draft.lines.at(-1)?.text ?? '',
    tailBegins: isFinished(draft.lines.at(-2)?.text ?? ''),
    words: draft.words,
    hasSentence: draft.hasSentence,
  };
}

// Lines of prose are as long as the page is wide; lines of an address are not.
const SHORT_LINE = 60;

/** Whether a paragraph is an address or a list of names, whose lines stay lines. */
export function keepsLines({ lines, marker, broken }: Draft): boolean {
  if (lines.length < 2 || broken || marker.bullet !== undefined || marker.number !== undefined) return false;
  return lines.every(({ text }) => text.length <= SHORT_LINE && !/^["'“‘(]*\p{Ll}/u.test(text));
}
