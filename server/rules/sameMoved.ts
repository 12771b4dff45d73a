import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { type Change, movedOrGrown } from '../text/change.ts';
import type { Span } from '../text/span.ts';

/** A block before an edit and after it. */
export interface PlacedPair {
  readonly before: PlacedBlock;
  readonly now: PlacedBlock;
}

/** How the places in what is compared are meant. */
export interface Places {
  readonly change: Change;
  /** The block that spans stand in; undefined where they stand in none, so that they must be the same. */
  readonly own: PlacedPair | undefined;
  /** The block that an anchor names. */
  readonly block?: (index: number) => PlacedPair | undefined;
}

/** Deeper than anything that is read of a document. */
const DEEPEST = 20;

/**
 * Whether two readings of a document, made before and after an edit, say the same but for places that the edit moved. What
 * is no plain data is the same only if it is the same object: in doubt they differ.
 */
export function isSameMoved(a: unknown, b: unknown, places: Places, depth = 0): boolean {
  if (Object.is(a, b) && (!isObject(a) || isUntouched(places.own))) return true;
  if (!isObject(a) || !isObject(b) || depth > DEEPEST) return Object.is(a, b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => isSameMoved(one, b[index], places, depth + 1));
  }
  const [items, others] = [itemsOf(a), itemsOf(b)];
  if (items !== undefined && others !== undefined) return isSameMoved(items, others, places, depth + 1);
  if (!isPlain(a) || !isPlain(b)) return a === b;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const within = withinBlock(a, places);
  if (isSpan(a) && isSpan(b) && within.own !== undefined && !isMoved(a, b, within.own, within.change))
    return false;
  return keys.every((key) => {
    if (within.own !== undefined && isSpan(a) && (key === 'from' || key === 'to')) return true;
    return key in b && isSameMoved(a[key], b[key], within, depth + 1);
  });
}

/** What is said within one block moves with it. */
function isUntouched(own: PlacedPair | undefined): boolean {
  return own === undefined || own.before.block === own.now.block;
}

type Plain = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function itemsOf(value: object): readonly unknown[] | undefined {
  return value instanceof Set || value instanceof Map ? [...value] : undefined;
}

function isPlain(value: object): value is Plain {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function isSpan(value: object): value is Span {
  return 'from' in value && 'to' in value && typeof value.from === 'number' && typeof value.to === 'number';
}

/** An anchor's span stands in the block that it names. */
function withinBlock(value: Plain, places: Places): Places {
  if (places.block === undefined || typeof value.block !== 'number') return places;
  return { ...places, own: places.block(value.block) };
}

function isMoved(a: Span, b: Span, { before, now }: PlacedPair, change: Change): boolean {
  const expected = movedOrGrown(placeSpan(before, a), change);
  const found = placeSpan(now, b);
  return expected !== undefined && expected.from === found.from && expected.to === found.to;
}
