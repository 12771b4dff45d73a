import { child, entries, type Located, textOf, valueSpan } from '../framework/locate.ts';
import type { DataFile } from './dataFile.ts';
import { describe, type Name, namesOf, type Target } from './dataNames.ts';
import { thingsIn } from './dataOutline.ts';
import { counterpart, ID, type PlaceAt, placeAt, sameName } from './dataPlaces.ts';
import { isNamed, type Schema, said } from './dataSchema.ts';
import type { Hover } from './hover.ts';

/**
 * What is known of the key or value at `offset`: what it means, or what it is the name of.
 * @param depth below how many keys or items it must stand at least
 */
export function dataHover(file: DataFile, offset: number, depth = 1): Hover | undefined {
  const at = lookAt(file, offset);
  if (at === undefined || at.path.length < depth) return undefined;
  const { place } = at;
  const markdown = at.onKey ? keyText(file, at) : valueText(file, at);
  if (markdown === undefined) return undefined;
  return { markdown, span: at.onKey && place.key ? place.key.span : valueSpan(place) };
}

/** Where the thing is defined that the value at `offset` names; of a thing that adds to an inherited one, that one. */
export function dataDefinition(file: DataFile, offset: number): Target | undefined {
  const at = lookAt(file, offset);
  if (at === undefined) return undefined;
  const named = at.onKey ? undefined : nameAt(file, at);
  if (named !== undefined) return named.target;
  const inherited = isThing(at) ? inheritedThing(file, at) : undefined;
  const path = inherited?.layer.path;
  if (inherited === undefined || path === undefined) return undefined;
  const { place, layer } = inherited;
  return { path, text: layer.text, span: place.key?.span ?? valueSpan(child(place, ID) ?? place) };
}

interface Look extends PlaceAt {
  readonly place: Located;
  readonly schemas: readonly Schema[];
  /** Of what the place stands in. */
  readonly around: readonly Schema[];
}

function lookAt(file: DataFile, offset: number): Look | undefined {
  const { layers, input, tree } = file;
  const own = layers[0];
  if (own === undefined || own.path !== input.path) return undefined;
  const at = placeAt(own.root, offset);
  const place = at.chain.at(-1);
  if (place === undefined || at.path.length === 0) return undefined;
  return { ...at, place, schemas: tree.at(at.path), around: tree.at(at.path.slice(0, -1)) };
}

function keyText(file: DataFile, at: Look): string | undefined {
  const key = at.place.key?.name ?? '';
  const referred = at.around.flatMap(({ propertyNames }) => propertyNames?.refersTo ?? []);
  const description =
    namesOf(file, referred).find(({ name }) => name === key)?.documentation ??
    said(at.schemas, 'description');
  if (description === undefined) return isNamed(at.around, key) ? thingText(file, at) : undefined;
  const required = at.around.some((schema) => schema.required?.includes(key));
  const choices = said(at.schemas, 'enum');
  return [
    `**${key}**${required ? ' (required)' : ''}`,
    description,
    ...(choices === undefined ? [] : [`One of: ${choices.join(', ')}.`]),
  ].join('\n\n');
}

function valueText(file: DataFile, at: Look): string | undefined {
  if (at.place.node.kind !== 'scalar') return undefined;
  const named = nameAt(file, at);
  if (named !== undefined) return named.documentation;
  if (isThing(at)) return thingText(file, at);
  const isChoice = at.schemas.some((schema) => schema.enum !== undefined || schema.type === 'boolean');
  return isChoice ? keyText(file, at) : undefined;
}

/** The thing that a value is the name of. */
function nameAt(file: DataFile, { schemas, place }: Look): Name | undefined {
  const text = textOf(place);
  const refersTo = said(schemas, 'refersTo');
  if (text === undefined || refersTo === undefined) return undefined;
  return namesOf(file, refersTo).find(({ name }) => sameName(name, text));
}

/** Whether the place is what its thing is called: its key, its id, or what the outline shows as its name. */
function isThing({ place, around, onKey }: Look): boolean {
  const key = place.key?.name ?? '';
  if (onKey && isNamed(around, key)) return true;
  const outline = said(around, 'outline');
  return outline !== undefined && (key === ID || key === outline.name);
}

/** The thing at or around a place that is its name. */
function thingOf({ chain, path, onKey, place, around }: Look): Pick<PlaceAt, 'chain' | 'path'> {
  if (onKey && isNamed(around, place.key?.name ?? '')) return { chain, path };
  return { chain: chain.slice(0, -1), path: path.slice(0, -1) };
}

function thingText(file: DataFile, at: Look): string | undefined {
  const { chain, path } = thingOf(at);
  const place = chain.at(-1);
  if (place === undefined) return undefined;
  const thing = { place, schemas: file.tree.at(path) };
  // What has nothing in it is not explained by repeating it.
  if (said(thing.schemas, 'outline') === undefined && thingsIn(file.tree, thing).length === 0)
    return undefined;
  const inherited = inheritedThing(file, at);
  const text = describe(file.tree, thing);
  if (inherited === undefined || path.length === 0) return text;
  const own = new Set(entries(place).map(({ key }) => key.name));
  const others = entries(inherited.place).filter(({ key }) => !own.has(key.name));
  const from = textOf(child(inherited.layer.root, ID));
  return others.length === 0
    ? `${text}\n\n"${from}" has it too; what stands here counts.`
    : `${text}\n\nFrom "${from}" it has: ${others.map(({ key }) => key.name).join(', ')}.`;
}

function inheritedThing(file: DataFile, at: Look) {
  const { chain } = thingOf(at);
  for (const layer of file.layers.slice(1)) {
    const place = chain.length < 2 ? undefined : counterpart(chain, layer.root);
    if (place !== undefined) return { place, layer };
  }
  return undefined;
}
