import { rootOf } from '../framework/load.ts';
import { entries, items, type Located, textOf } from '../framework/locate.ts';
import type { DataReading } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Path } from './dataSchema.ts';

/** What an author of data may be about to write at a place. */
export interface Cursor {
  /** A key of the map at `path`, or the value at `path` itself. */
  readonly kind: 'key' | 'value';
  readonly path: Path;
  /** The keys that the map has already, without the one at the cursor. */
  readonly present: ReadonlySet<string>;
  /** What would be replaced. */
  readonly span: Span;
  /** The column at which the key stands, or would. */
  readonly column: number;
  /** Whether there is a colon behind the key already. */
  readonly colon: boolean;
  /** Whether it stands in brackets. */
  readonly flow: boolean;
  /** Whether a key stands before it on its line. */
  readonly behindKey: boolean;
  readonly quoted: boolean;
}

/** Stands for what is being written, while the text around it is read. It is for private use, so no text holds it. */
const MARK = '\uE000';
const BEFORE_IN_FLOW = /^.*(?:[[{,]\s*|:\s+)["']?/;
const BEFORE = /^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s#:"'-][^:#]*)\s*:\s+)?["']?/;
const BEHIND_IN_FLOW = /^[^,\]}"'#:]*/;
const BEHIND = /^(?:[^:#"']|:(?=\S)|(?<=\S)#)*/;

/**
 * What could be written at `offset`, the likelier first: the text is read with a mark in place of the words at the
 * cursor, once as a key and once as a value, and what became of the mark says where in the data it stands.
 */
export function cursorsAt(text: SourceText, reading: DataReading, offset: number): readonly Cursor[] {
  const words = wordsAt(text, offset);
  if (words === undefined) return [];
  const { span, behindKey, quoted, colon } = words;
  const as = (insert: string, kind: Cursor['kind']): readonly Cursor[] => {
    const marked = text.replace(span, insert).toString();
    const root = rootOf(readYaml(marked, reading.pieces));
    const found = root && find(root, []);
    return found?.kind === kind ? [{ ...words, ...found }] : [];
  };
  const keys = behindKey || quoted ? [] : as(colon ? MARK : `${MARK}: `, 'key');
  return colon ? keys : [...keys, ...as(MARK, 'value')];
}

type Words = Omit<Cursor, 'kind' | 'path' | 'present'>;

function wordsAt(text: SourceText, offset: number): Words | undefined {
  const line = text.lineAt(offset);
  const before = line.text.slice(0, offset - line.from);
  const flow = (before.match(/[[{]/g) ?? []).length > (before.match(/[\]}]/g) ?? []).length;
  const lead = (flow ? BEFORE_IN_FLOW : BEFORE).exec(before)?.[0];
  // Nothing is to be completed in a comment, or before the blank that a colon needs.
  if (lead === undefined || /(?:^|\s)#|:$/.test(before.slice(lead.length))) return undefined;
  const after = line.text.slice(before.length);
  const rest = ((flow ? BEHIND_IN_FLOW : BEHIND).exec(after)?.[0] ?? '').trimEnd();
  return {
    span: { from: line.from + lead.length, to: offset + rest.length },
    column: (/^\s*(?:-\s+)*/.exec(before)?.[0] ?? '').length,
    colon: /^\s*:(?:\s|$)/.test(after.slice(rest.length)),
    flow,
    behindKey: /:\s+["']?$/.test(lead),
    quoted: /["']$/.test(lead),
  };
}

function find(place: Located, path: Path): Pick<Cursor, 'kind' | 'path' | 'present'> | undefined {
  const keys = entries(place).map(({ key }) => key.name);
  if (keys.includes(MARK)) {
    return { kind: 'key', path, present: new Set(keys.filter((key) => key !== MARK)) };
  }
  if (textOf(place) === MARK && place.node.kind === 'scalar' && place.node.style !== 'block') {
    return { kind: 'value', path, present: new Set() };
  }
  for (const [index, part] of [...entries(place), ...items(place)].entries()) {
    const found = find(part, [...path, part.key?.name ?? index]);
    if (found !== undefined) return found;
  }
  return undefined;
}
