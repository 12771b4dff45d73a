import { entries, items, type Located, textOf, valueSpan } from '../framework/locate.ts';
import type { Span } from '../text/span.ts';
import type { DataFile } from './dataFile.ts';
import { childAt } from './dataPlaces.ts';
import { type Described, isNamed, type SchemaTree, said } from './dataSchema.ts';
import { trimmed } from './sections.ts';
import type { DocumentSymbol } from './symbols.ts';

/** A thing of a file of data, in a few words. */
export interface Summary {
  readonly name: string;
  /** Where the name stands. */
  readonly nameSpan: Span;
  readonly detail: string | undefined;
  readonly text: string | undefined;
}

/** The things in a file of data as a tree: scales with their values, sections within sections. */
export function dataSymbols(file: DataFile): readonly DocumentSymbol[] {
  const root = file.layers[0]?.path === file.input.path ? file.layers[0].root : undefined;
  if (root === undefined) return [];
  return groups(file.tree, file.tree.root(root)).map(({ group, things }) => ({
    ...symbol(file, group),
    children: things.map((thing) => symbolTree(file, thing)),
  }));
}

/** The keys at the top of a file that hold things, with what they hold. */
export function groups(
  tree: SchemaTree,
  root: Described,
): readonly { readonly group: Described; readonly things: readonly Described[] }[] {
  return tree
    .parts(root)
    .map((group) => ({ group, things: thingsIn(tree, group) }))
    .filter(({ things }) => things.length > 0);
}

/**
 * The things that a place holds: the entries of a map that have names of their own, and the items of a list that
 * are maps. A key that the schema sets is no thing; what it holds belongs to the map that it stands in.
 */
export function thingsIn(tree: SchemaTree, described: Described): readonly Described[] {
  return tree.parts(described).flatMap((part) => {
    const { key, node } = part.place;
    if (part.schemas.length === 0) return [];
    const isThing = key === undefined ? node.kind === 'map' : isNamed(described.schemas, key.name);
    if (isThing) return [part];
    return key === undefined ? [] : thingsIn(tree, part);
  });
}

/** A thing in a few words, as its schema says where they stand. */
export function summary({ place, schemas }: Described): Summary {
  const outline = said(schemas, 'outline');
  const named = outline?.name === undefined ? undefined : childAt(place, outline.name);
  const first = entries(place).find((entry) => textOf(entry) !== undefined);
  const source = textOf(named) === undefined ? first : named;
  const written = place.key?.name ?? textOf(source) ?? textOf(place) ?? '';
  const details = (outline?.detail ?? []).flatMap((path) => detailAt(place, path) ?? []);
  return {
    // A name is never empty: editors refuse an outline with an entry that has none.
    name: written.trim() === '' ? 'Without a name' : written.trim(),
    nameSpan: place.key?.span ?? valueSpan(source ?? place),
    detail: details.length > 0 ? details.join(', ') : shortText(place),
    text: outline?.text === undefined ? undefined : textOf(childAt(place, outline.text)),
  };
}

/** A value in a few words: what is merely so by its name, a text as it is, of a map its name and first text. */
function detailAt(place: Located, path: string): string | undefined {
  const value = childAt(place, path);
  if (value?.key === undefined) return undefined;
  const text = textOf(value);
  if (text !== undefined) return text === 'true' ? value.key.name : text === 'false' ? undefined : text;
  const first = entries(value).flatMap((entry) => textOf(entry) ?? [])[0];
  return first === undefined ? value.key.name : `${value.key.name}: ${first}`;
}

/** What stands behind a name, when that is a text or a list of texts. */
function shortText(place: Located): string | undefined {
  const texts = place.node.kind === 'list' ? items(place).flatMap((item) => textOf(item) ?? []) : [];
  return textOf(place) ?? (texts.length > 0 ? texts.join(', ') : undefined);
}

function symbolTree(file: DataFile, thing: Described): DocumentSymbol {
  const children = thingsIn(file.tree, thing).map((inner) => symbolTree(file, inner));
  return { ...symbol(file, thing), children };
}

function symbol({ input }: DataFile, described: Described): DocumentSymbol {
  const { name, nameSpan, detail } = summary(described);
  const { place } = described;
  const value = trimmed(input.text, valueSpan(place));
  const span = { from: place.key?.span.from ?? value.from, to: Math.max(value.to, nameSpan.to) };
  return { name, detail, span, selection: nameSpan, children: [] };
}
