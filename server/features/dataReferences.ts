import { child, entries, items, type Located, textOf, valueSpan } from '../framework/locate.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { written } from './dataCompletion.ts';
import type { DataFile } from './dataFile.ts';
import { inheritedThing, isThing, type Look, lookAt, nameAt, thingOf } from './dataLook.ts';
import { namesOf } from './dataNames.ts';
import { ID } from './dataPlaces.ts';
import { isNamed, type Schema, said } from './dataSchema.ts';
import type { Target } from './names/thing.ts';

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

/** Where the thing at `offset` is called by its name within the file: where it is defined, and where others name it. */
export function dataReferences(file: DataFile, offset: number): readonly Span[] {
  const defined = definedAt(file, offset);
  return defined === undefined ? [] : [defined.span, ...usesOf(file, defined.span)];
}

/** What is to be renamed at `offset`, or why it cannot be; undefined where nothing has a name. */
export function dataRenameAt(file: DataFile, offset: number): Renaming | undefined {
  const at = lookAt(file, offset);
  const defined = definedAt(file, offset);
  if (at === undefined || defined === undefined) return undefined;
  const here = at.onKey && at.place.key ? at.place.key.span : valueSpan(at.place);
  return { span: here, name: defined.name };
}

export interface Renaming {
  /** What stands at the cursor. */
  readonly span: Span;
  readonly name: string;
}

/** The edits that give the thing at `offset` another name, or a sentence that says why it cannot have it. */
export function dataRename(file: DataFile, offset: number, name: string): readonly TextEdit[] | string {
  const defined = definedAt(file, offset);
  if (defined === undefined) return 'Nothing that has a name of its own in this file stands here.';
  const pattern = said(defined.schemas, 'pattern');
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(name))
    return `"${name}" cannot be a name here: write small letters, digits and hyphens, such as "overall-effectiveness".`;
  if (name.trim() === '') return 'A name cannot be empty.';
  if (defined.others.includes(name)) return `There is a "${name}" already.`;
  return [defined.span, ...usesOf(file, defined.span)].map((span) => ({ span, insert: written(name) }));
}

/** A thing that the file itself defines. */
interface Defined {
  readonly name: string;
  /** Where its name stands. */
  readonly span: Span;
  /** What the schema says of its name. */
  readonly schemas: readonly Schema[];
  /** The names of the others among which it stands. */
  readonly others: readonly string[];
}

function definedAt(file: DataFile, offset: number): Defined | undefined {
  const at = lookAt(file, offset);
  if (at === undefined) return undefined;
  const named = at.onKey ? undefined : nameAt(file, at);
  if (named !== undefined) {
    const { target } = named;
    // What another file defines is renamed there.
    return target?.path === file.input.path ? definedAt(file, target.span.from) : undefined;
  }
  // A framework that is extended goes by the name, so that here it has to stay.
  if (!isThing(at) || inheritedThing(file, at) !== undefined) return undefined;
  // On the word "heading" the cursor is on no heading.
  if (at.onKey && !isNamed(at.around, at.place.key?.name ?? '')) return undefined;
  const name = at.onKey ? at.place.key?.name : textOf(at.place);
  const span = at.onKey ? at.place.key?.span : valueSpan(at.place);
  if (name === undefined || span === undefined || isOwnId(at)) return undefined;
  const schemas = at.onKey ? at.around.flatMap(({ propertyNames }) => propertyNames ?? []) : at.schemas;
  return {
    name,
    span,
    schemas: schemas.flatMap((schema) => file.tree.branches(schema)),
    others: beside(at, name),
  };
}

/** The id of the framework is what documents and other files name. */
function isOwnId({ path }: Look): boolean {
  return path.length === 1;
}

function beside(at: Look, name: string): readonly string[] {
  const { chain } = thingOf(at);
  const around = chain.at(-2);
  const key = at.onKey ? undefined : at.place.key?.name;
  const names = [...entries(around), ...items(around)].map((one) =>
    key === undefined ? one.key?.name : textOf(child(one, key ?? ID)),
  );
  return names.flatMap((one) => (one === undefined || one === name ? [] : [one]));
}

/** Where the thing whose name stands at `span` is named by something else. */
function usesOf(file: DataFile, span: Span): readonly Span[] {
  const [own] = file.layers;
  if (own === undefined) return [];
  const isMeant = (target: Target | undefined) =>
    target?.path === file.input.path && target.span.from === span.from;
  const below = (place: Located, path: readonly (string | number)[]): readonly Span[] => {
    const schemas = file.tree.at(path);
    const named = place.node.kind === 'scalar' && isMeant(nameAt(file, { schemas, place })?.target);
    const refersTo = schemas.flatMap(({ propertyNames }) => propertyNames?.refersTo ?? []);
    const keys = refersTo.length === 0 ? [] : keysNaming(file, place, refersTo, isMeant);
    return [
      ...(named ? [valueSpan(place)] : []),
      ...keys,
      ...entries(place).flatMap((entry) => below(entry, [...path, entry.key.name])),
      ...items(place).flatMap((item, index) => below(item, [...path, index])),
    ];
  };
  return below(own.root, []);
}

/** The keys of a map that are names of what is defined elsewhere. */
function keysNaming(
  file: DataFile,
  place: Located,
  refersTo: readonly string[],
  isMeant: (target: Target | undefined) => boolean,
): readonly Span[] {
  const names = namesOf(file, refersTo);
  return entries(place)
    .filter(({ key }) => isMeant(names.find(({ name }) => name === key.name)?.target))
    .map(({ key }) => key.span);
}
