import type { OddCharacter, OddKind } from '../syntax/characters.ts';
import type { Finding, Fix } from '../text/problem.ts';

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'end of an embedding'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'end of an isolate'],
  [0xfeff, 'byte-order mark'],
]);

/** What is wrong with a character that nobody sees, and how to get rid of it. */
export function characterFinding(odd: OddCharacter): Finding {
  const more = odd.also.length === 0 ? '' : `, and ${odd.also.length} more on this line`;
  const name = NAMES.get(odd.code);
  const called = `${name === undefined ? '' : `${name}, `}U+${hex(odd.code)}${more}`;
  return {
    rule: 'syntax/characters',
    severity: 'warning',
    message: MESSAGES[odd.kind](called),
    span: odd.span,
    related: [],
    fixes: fixesOf(odd),
  };
}

const MESSAGES: Readonly<Record<OddKind, (called: string) => string>> = {
  hidden: (called) =>
    `A character stands here that nobody sees (${called}). The words around it are not what they look like. Take it out.`,
  direction: (called) =>
    `A character stands here that nobody sees and that changes the direction of writing (${called}). The text is shown in another order than it is written. Take it out.`,
  control: (called) =>
    `A control character stands here (${called}), which no text should hold. Take it out, or write what it stands for.`,
  lost: (called) =>
    `A character was lost here (${called}) when the text was saved or converted. Write the one that was meant.`,
  separator: (called) =>
    `A character stands here that breaks the line in some programs and not in others (${called}). Put a space or a new line in its place.`,
};

/** What was lost cannot be brought back. */
function fixesOf({ kind, span, also }: OddCharacter): readonly Fix[] {
  if (kind === 'lost') return [];
  const insert = kind === 'separator' ? ' ' : '';
  const edits = () => [span, ...also].map((one) => ({ span: one, insert }));
  const title = kind === 'separator' ? 'Put a space in its place' : 'Take out what nobody sees';
  // What has no width leaves every word as it is seen.
  return [{ title, safe: kind === 'hidden', edits }];
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
