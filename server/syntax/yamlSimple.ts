import type { DataScalar } from './data.ts';
import { EMPTY_LEAF, type Leaf, type LeafKind } from './yamlLeaf.ts';
import { EMPTY_SCALAR, plainScalar } from './yamlScalar.ts';

// Nothing here may need a second look: no colon or `#` in the value, no mark of any kind at its beginning.
const ENTRY =
  /^([\w£][\w./£-]{0,99}(?: [\w./£-]{1,99}){0,9}):(?:( +)([^\s\-?:,[\]{}#&*!|>'"%@`\uFEFF][^\n\t\r:#]*))?\n*$/;
const ITEM = /^-( +)([^\s\-?:,[\]{}#&*!|>'"%@`\uFEFF][^\n\t\r:#]*)?\n*$/;

/**
 * Reads the plainest of pieces, `name: a few words` and `- a few words`, as the parser would, which takes ten times
 * as long; most pieces of a report are like that. Undefined for any other.
 */
export function readSimple(source: string, kind: LeafKind): Leaf | undefined {
  if (kind === 'entry') return simpleEntry(source);
  return kind === 'item' ? simpleItem(source) : undefined;
}

function simpleEntry(source: string): Leaf | undefined {
  const match = ENTRY.exec(source);
  if (match === null) return undefined;
  const [, key = '', blanks = '', words] = match;
  const at = key.length + 1 + blanks.length;
  const keySpan = { from: 0, to: key.length };
  return { ...EMPTY_LEAF, entries: [{ key, keySpan, at, value: scalarOf(words) }] };
}

function simpleItem(source: string): Leaf | undefined {
  const match = ITEM.exec(source);
  if (match === null) return undefined;
  const [, blanks = '', words] = match;
  return { ...EMPTY_LEAF, items: [{ at: 1 + blanks.length, value: scalarOf(words) }] };
}

function scalarOf(words: string | undefined): DataScalar {
  if (words === undefined) return EMPTY_SCALAR;
  let end = words.length;
  while (words[end - 1] === ' ') end -= 1;
  return plainScalar(words.slice(0, end));
}
