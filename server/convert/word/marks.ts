import { hasOuterBlanks } from '../office/xml.ts';
import type { Anchor, Cut } from './anchors.ts';
import type { BodyRun, RunItem } from './bodyRuns.ts';
import type { Splice } from './splice.ts';

/** A comment's place with its number. */
export interface Marked {
  readonly anchor: Anchor;
  readonly id: number;
}

/**
 * What a run that is cut in two leaves to be seen by, so that it can be put together again: a blank before the `>` of
 * the second half, and two blanks before an attribute that was not there. Both mean nothing in XML.
 */
export const TRACE = { halfEnd: ' >', preserve: '  xml:space="preserve"' } as const;

/** Where the XML is cut, and what has to stand on both sides of what is put there. */
interface Slit {
  readonly at: number;
  readonly before: string;
  readonly behind: string;
  /** What the first part of the run's words needs to keep a blank at its end. */
  readonly also: Splice | undefined;
}

/** Puts the ends of the comments' ranges into the main part, and behind each end the reference to its comment. */
export function markSplices(marked: readonly Marked[], prefix: string): readonly Splice[] {
  const slits = new Map<number, { slit: Slit; ends: string; starts: string }>();
  const also = new Map<number, Splice>();
  const at = (slit: Slit) => {
    const known = slits.get(slit.at) ?? { slit, ends: '', starts: '' };
    slits.set(slit.at, known);
    if (slit.also !== undefined) also.set(slit.also.from, slit.also);
    return known;
  };
  for (const { anchor, id } of marked) {
    at(slitAt(anchor.start, 'start', prefix)).starts += `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;
    at(slitAt(anchor.end, 'end', prefix)).ends += ending(id, prefix);
  }
  const put = [...slits.values()].map(({ slit, ends, starts }) => ({
    from: slit.at,
    to: slit.at,
    text: `${slit.before}${ends}${starts}${slit.behind}`,
  }));
  return [...also.values(), ...put];
}

/** The mark is as small as Word makes it, so that it makes no line higher. */
function ending(id: number, w: string): string {
  const look = `<${w}rPr><${w}sz ${w}val="16"/><${w}szCs ${w}val="16"/></${w}rPr>`;
  return `<${w}commentRangeEnd ${w}id="${id}"/><${w}r>${look}<${w}commentReference ${w}id="${id}"/></${w}r>`;
}

function slitAt({ run, at }: Cut, side: 'start' | 'end', prefix: string): Slit {
  const outside = {
    at: side === 'start' ? run.whole.from : run.whole.to,
    before: '',
    behind: '',
    also: undefined,
  };
  // Where marks have to stay outside of what the run is in, they do not go into the run either.
  if (run.whole.from !== run.from || run.whole.to !== run.to) return outside;
  let passed = 0;
  for (const [index, item] of run.items.entries()) {
    const within = at - passed;
    passed += item.text.length;
    if (side === 'start' ? within >= item.text.length : within > item.text.length) continue;
    const cut = within > 0 && within < item.text.length ? inside(run, item, within, side, prefix) : undefined;
    if (cut !== undefined) return cut;
    const rest = side === 'start' ? run.items.slice(0, index) : run.items.slice(index + 1);
    return rest.some(({ text }) => text !== '') ? betweenItems(run, item, side, prefix) : outside;
  }
  return outside;
}

function betweenItems(run: BodyRun, item: RunItem, side: 'start' | 'end', prefix: string): Slit {
  return {
    at: side === 'start' ? item.from : item.to,
    before: `</${prefix}r>`,
    behind: secondHalf(run),
    also: undefined,
  };
}

function secondHalf({ tag, properties }: BodyRun): string {
  return `${tag}${TRACE.halfEnd}${properties}`;
}

/** Cuts the words of an item; undefined where they cannot be cut. */
function inside(
  run: BodyRun,
  item: RunItem,
  within: number,
  side: 'start' | 'end',
  prefix: string,
): Slit | undefined {
  const { words, text } = item;
  const at = words === undefined ? undefined : offsetIn(words.stretches, within, side);
  const loose = words?.preserved === false && hasOuterBlanks(text);
  if (words === undefined || at === undefined || loose) return undefined;
  const needs = !words.preserved && hasOuterBlanks(text.charAt(within - 1));
  const tagEnd = item.from + words.tag.length;
  return {
    at,
    before: `</${prefix}t></${prefix}r>`,
    behind: `${secondHalf(run)}<${prefix}t xml:space="preserve"${TRACE.halfEnd}`,
    also: needs ? { from: tagEnd, to: tagEnd, text: TRACE.preserve } : undefined,
  };
}

/** The offset in the XML of the place before a character; an entity is never cut. */
function offsetIn(
  stretches: readonly { readonly from: number; readonly to: number; readonly text: string }[],
  within: number,
  side: 'start' | 'end',
): number | undefined {
  let passed = 0;
  for (const { from, to, text } of stretches) {
    const left = within - passed;
    passed += text.length;
    if (left > text.length) continue;
    if (left === text.length) return to;
    if (left === 0) return from;
    if (text.length === to - from) return from + left;
    return side === 'start' ? from : to;
  }
  return undefined;
}
