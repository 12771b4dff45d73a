import type { FrameworkSource, InForce } from './framework.ts';
import { child, items, type Located, textOf } from './locate.ts';

/** What may be left unsaid: every key is there, its value perhaps not. */
export type Unsaid<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The value of a key. */
export type Keyed = Located & { readonly key: NonNullable<Located['key']> };

/** The texts of a list; undefined for what is no list. */
export function texts(place: Located | undefined): readonly string[] | undefined {
  if (place?.node.kind !== 'list') return undefined;
  return items(place).flatMap((item) => textOf(item) ?? []);
}

/** `true` or `false`; undefined for anything else. */
export function flag(place: Located | undefined): boolean | undefined {
  const text = textOf(place);
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** The choice that is written, letter for letter. */
export function oneOf<T extends string>(place: Located | undefined, choices: readonly T[]): T | undefined {
  const text = textOf(place);
  return choices.find((choice) => choice === text);
}

/** The first of entries with the same key, which is the one that counts. */
export function unique(all: readonly Keyed[]): readonly Keyed[] {
  const seen = new Set<string>();
  return all.filter(({ key }) => !seen.has(key.name) && seen.add(key.name));
}

/** A number; undefined for anything else. */
export function numberOf(place: Located | undefined): number | undefined {
  const text = textOf(place);
  return text !== undefined && /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}

/** Where something was published; undefined without a title. */
export function readSource(place: Located | undefined): FrameworkSource | undefined {
  const title = textOf(child(place, 'title'));
  if (title === undefined) return undefined;
  const text = (key: string) => textOf(child(place, key));
  return { title, publisher: text('publisher'), published: text('published'), url: text('url') };
}

/** The days between which something was in force, as written. */
export function readInForce(place: Located | undefined): InForce | undefined {
  return place && { from: textOf(child(place, 'from')), until: textOf(child(place, 'until')) };
}
