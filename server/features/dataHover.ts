import { child, entries, textOf, valueSpan } from '../framework/locate.ts';
import type { DataFile } from './dataFile.ts';
import { inheritedThing, isThing, type Look, lookAt, nameAt, thingOf } from './dataLook.ts';
import { describe, namesOf } from './dataNames.ts';
import { thingsIn } from './dataOutline.ts';
import { ID } from './dataPlaces.ts';
import { isNamed, said } from './dataSchema.ts';
import type { Hover } from './hover/answer.ts';

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
  const rule = ruleNamed(at);
  return {
    markdown,
    span: at.onKey && place.key ? place.key.span : valueSpan(place),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** The rule that a key is, or that it sets, which has a page of its own to read. */
function ruleNamed({ place, path }: Look): string | undefined {
  return path.at(-2) === 'rules' ? place.key?.name : undefined;
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
