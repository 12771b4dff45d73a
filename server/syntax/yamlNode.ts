import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { DataEntry, DataItem, DataNode } from './data.ts';
import { MAX_ALIAS_NODES } from './yamlLimits.ts';
import { aliasLimit, complexKey, duplicateKey, missingKey } from './yamlProblems.ts';
import { blockScalar, EMPTY_SCALAR, flowScalar, plainScalar } from './yamlScalar.ts';

/** A node and where it starts in the text of its piece. */
export interface Placed {
  readonly at: number;
  readonly node: DataNode;
}

/** An alias whose anchor its own piece does not have. */
export interface Reference {
  readonly name: string;
  readonly span: Span;
}

/** What is gathered while a piece's nodes are made. */
export interface Gathering {
  readonly source: string;
  readonly problems: Problem[];
  readonly references: Reference[];
  readonly anchors: Map<string, DataNode>;
  /** How many nodes aliases may still stand for. */
  budget: number;
}

/** A gathering to begin with. What aliases may stand for keeps with the piece's size, so that many pieces stay linear. */
export function gatheringFor(source: string): Gathering {
  const budget = Math.min(MAX_ALIAS_NODES, 200 + source.length);
  return { source, problems: [], references: [], anchors: new Map(), budget };
}

/** Makes our node of a parsed one. The parser has been kept from nesting deeper than the stack allows. */
export function placedNode(into: Gathering, parsed: ParsedNode): Placed {
  if (isAlias(parsed)) return aliased(into, parsed.source, parsed.range);
  const placed = isMap(parsed)
    ? placedMap(into, parsed)
    : isSeq(parsed)
      ? placedList(into, parsed)
      : placedScalar(into, parsed);
  if (parsed.anchor !== undefined) into.anchors.set(parsed.anchor, placed.node);
  return placed;
}

type Range = readonly [number, number, number];
type ParsedScalar = Exclude<ParsedNode, YAMLMap.Parsed | YAMLSeq.Parsed>;

function placedScalar(into: Gathering, parsed: ParsedScalar): Placed {
  const [at, end] = parsed.range;
  const token = parsed.srcToken;
  if (token?.type === 'block-scalar') return { at, node: blockScalar(token, end) };
  const source = into.source.slice(at, end);
  return { at, node: source === '' ? EMPTY_SCALAR : flowScalar(source) };
}

function placedList(into: Gathering, parsed: YAMLSeq.Parsed): Placed {
  const at = listStart(parsed);
  const items = itemsOf(into, parsed);
  const end = parsed.flow === true ? parsed.range[1] : itemsEnd(items);
  const moved = items.map((item) => ({ at: item.at - at, value: item.value }));
  return { at, node: { kind: 'list', length: Math.max(0, end - at), items: moved } };
}

/** Where the first dash stands: comments before it are no part of the list. */
function listStart(parsed: YAMLSeq.Parsed): number {
  const token = parsed.srcToken;
  if (token?.type !== 'block-seq') return parsed.range[0];
  const dash = token.items[0]?.start.find((start) => start.type === 'seq-item-ind');
  return dash?.offset ?? parsed.range[0];
}

/** The items of a list with places in the text of the piece. */
export function itemsOf(into: Gathering, parsed: YAMLSeq.Parsed): readonly DataItem[] {
  return parsed.items.map((item) => {
    const { at, node } = placedNode(into, item);
    return { at, value: node };
  });
}

/** Where the last of the items ends. */
export function itemsEnd(items: readonly DataItem[]): number {
  return items.reduce((end, item) => Math.max(end, item.at + item.value.length), 0);
}

function placedMap(into: Gathering, parsed: YAMLMap.Parsed): Placed {
  const at = parsed.range[0];
  const entries = entriesOf(into, parsed);
  for (const problem of duplicates(entries)) into.problems.push(problem);
  const end = parsed.flow === true ? parsed.range[1] : entriesEnd(entries);
  const moved = entries.map((entry) => movedEntry(entry, -at));
  return { at, node: { kind: 'map', length: Math.max(0, end - at), entries: moved } };
}

/** The entries of a map with places in the text of the piece. A key that is no text is a problem and left out. */
export function entriesOf(into: Gathering, parsed: YAMLMap.Parsed): readonly DataEntry[] {
  const entries: DataEntry[] = [];
  for (const pair of parsed.items) {
    const key = keyOf(into, pair);
    if (key === undefined) continue;
    const value = valueOfPair(into, pair, key.keySpan.to);
    entries.push({ ...key, at: value.at, value: value.node });
  }
  return entries;
}

function valueOfPair(into: Gathering, { value }: ParsedPair, keyEnd: number): Placed {
  if (value === null) return { at: keyEnd, node: EMPTY_SCALAR };
  const isMapBeside =
    isMap(value) && value.flow !== true && !into.source.slice(keyEnd, value.range[0]).includes('\n');
  if (!isMapBeside) return placedNode(into, value);
  // `title: Report: May` is no YAML. The author means a text with a colon in it.
  const at = value.range[0];
  const end = into.source.indexOf('\n', at);
  return { at, node: plainScalar(into.source.slice(at, end < 0 ? undefined : end).trimEnd()) };
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
type Key = Pick<DataEntry, 'key' | 'keySpan'>;

function keyOf(into: Gathering, pair: ParsedPair): Key | undefined {
  const [from, to] = pair.key.range;
  const keySpan = { from, to };
  if (!isScalar(pair.key) || pair.key.srcToken?.type === 'block-scalar') {
    into.problems.push(complexKey(keySpan));
    return undefined;
  }
  if (from === to) {
    into.problems.push(missingKey(into.source, from));
    return undefined;
  }
  return { key: flowScalar(into.source.slice(from, to)).text, keySpan };
}

/** Where the last of the entries ends. */
export function entriesEnd(entries: readonly DataEntry[]): number {
  return entries.reduce((end, entry) => Math.max(end, entry.at + entry.value.length, entry.keySpan.to), 0);
}

/** The entry with its places moved by `by` code units. */
export function movedEntry(entry: DataEntry, by: number): DataEntry {
  const keySpan = { from: entry.keySpan.from + by, to: entry.keySpan.to + by };
  return { key: entry.key, keySpan, at: entry.at + by, value: entry.value };
}

/** A problem for every entry whose key an earlier one has. The parser's own check takes quadratic time. */
export function duplicates(entries: readonly DataEntry[]): readonly Problem[] {
  const firsts = new Map<string, DataEntry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const first = firsts.get(entry.key);
    if (first === undefined) firsts.set(entry.key, entry);
    else problems.push(duplicateKey(first, entry));
  }
  return problems;
}

function aliased(into: Gathering, name: string, range: Range): Placed {
  const [at, end] = range;
  const target = into.anchors.get(name);
  if (target === undefined) {
    into.references.push({ name, span: { from: at, to: end } });
    return { at, node: plainScalar(into.source.slice(at, end)) };
  }
  const wasSpent = into.budget < 0;
  const node = ghost(into, target, end - at);
  if (into.budget >= 0) return { at, node };
  if (!wasSpent) into.problems.push(aliasLimit({ from: at, to: end }));
  return { at, node: plainScalar(into.source.slice(at, end)) };
}

/** A copy whose every place is that of the alias, since the text it stands for is elsewhere. */
function ghost(into: Gathering, node: DataNode, length: number): DataNode {
  if (into.budget < 0) return EMPTY_SCALAR;
  into.budget -= 1;
  if (node.kind === 'list') {
    const items = node.items.map(({ value }) => ({ at: 0, value: ghost(into, value, length) }));
    return { kind: 'list', length, items };
  }
  if (node.kind === 'map') {
    const keySpan = { from: 0, to: length };
    const entries = node.entries.map(({ key, value }) => ({
      key,
      keySpan,
      at: 0,
      value: ghost(into, value, length),
    }));
    return { kind: 'map', length, entries };
  }
  return { kind: 'scalar', text: node.text, style: node.style, length, lead: 0 };
}
