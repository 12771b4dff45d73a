import { child, headSpan, items, textOf, valueSpan } from '../framework/locate.ts';
import { type DataFile, type Layer, layersOf } from './dataFile.ts';
import { groups, summary, thingsIn } from './dataOutline.ts';
import { sameName } from './dataPlaces.ts';
import { type Described, isNamed, SCHEMAS, type SchemaTree } from './dataSchema.ts';
import type { Target } from './names/thing.ts';

/** A name that a value may have, because there is a thing of that name. */
export interface Name {
  readonly name: string;
  readonly detail: string | undefined;
  /** Markdown. */
  readonly documentation: string | undefined;
  /** Where the thing is, when that is a file that can be opened. */
  readonly target: Target | undefined;
}

/**
 * The names that a schema's `refersTo` speaks of: `frameworks`, `rules`, their `families`, `scale-library`, or a path from the root of the file and of
 * what it extends, such as `scales` (their keys), `sections` (their ids, at any depth) or `sections/heading`.
 */
export function namesOf(file: DataFile, refersTo: readonly string[]): readonly Name[] {
  const all = refersTo.flatMap((path) => {
    if (path === 'frameworks') return frameworkNames(file);
    if (path === 'rules') return [...ruleNames(), ...checkNames(file)];
    if (path === 'scale-library') return libraryScales(file);
    if (path === 'families') return familyNames();
    return file.layers.flatMap((layer) => namesIn(file.tree, layer, path));
  });
  return all.filter(({ name }, index) => all.findIndex((other) => sameName(other.name, name)) === index);
}

/** A thing in Markdown: its name, what is said of it, and what is in it. */
export function describe(tree: SchemaTree, thing: Described): string {
  const { name, detail, text } = summary(thing);
  const lines = [`**${name}**${detail === undefined ? '' : ` (${detail})`}`];
  if (text !== undefined) lines.push(text);
  const inner = thingsIn(tree, thing).map((one) => {
    const own = summary(one);
    const behind = own.text === undefined ? '' : `: ${own.text}`;
    return `- ${own.name}${own.detail === undefined ? '' : ` (${own.detail})`}${behind}`;
  });
  if (inner.length > 0) lines.push(inner.join('\n'));
  return lines.join('\n\n');
}

function frameworkNames({ library, layers }: DataFile): readonly Name[] {
  const own = textOf(child(layers[0]?.root, 'id'));
  return library
    .ids()
    .filter((id) => id !== own)
    .map((id) => {
      const inherited = layersOf(library, id);
      const [first] = inherited;
      const described = first && summary(SCHEMAS.framework.root(first.root));
      return {
        name: id,
        detail: described?.name,
        documentation: described && inheritedText(described.name, described.detail, inherited),
        target: first && targetOf(first, child(first.root, 'id') ?? first.root),
      };
    });
}

function libraryScales({ library }: DataFile): readonly Name[] {
  return library.scales.ids().flatMap((id) => {
    const scale = library.scales.get(id);
    if (scale === undefined) return [];
    const values = scale.values.map(
      ({ label, meaning }) => `- ${label}${meaning === undefined ? '' : `: ${meaning}`}`,
    );
    const head = `**${scale.title ?? id}**${scale.inspectorate === undefined ? '' : ` (${scale.inspectorate})`}`;
    const documentation = `${head}\n\n${values.join('\n')}`;
    return { name: id, detail: scale.title, documentation, target: undefined };
  });
}

/** Longer lists are of no help in a box beside the pointer. */
const MOST_NAMED = 12;

/** What a framework has to give to one that extends it. */
function inheritedText(title: string, detail: string | undefined, layers: readonly Layer[]): string {
  const byGroup = new Map<string, Set<string>>();
  for (const { root } of layers) {
    for (const { group, things } of groups(SCHEMAS.framework, SCHEMAS.framework.root(root))) {
      const key = group.place.key?.name ?? '';
      byGroup.set(key, new Set([...(byGroup.get(key) ?? []), ...things.map((thing) => summary(thing).name)]));
    }
  }
  const lines = [...byGroup].map(([key, names]) => {
    const more = names.size - MOST_NAMED;
    const shown = [...names].slice(0, MOST_NAMED).join(', ');
    return `- **${key}**: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
  });
  const head = `**${title}**${detail === undefined ? '' : ` (${detail})`}`;
  return lines.length === 0 ? head : `${head}\n\nA framework that extends it has its\n\n${lines.join('\n')}`;
}

function ruleNames(): readonly Name[] {
  return SCHEMAS.config
    .at(['rules'])
    .flatMap(({ properties }) => Object.entries(properties ?? {}))
    .map(([name, { description }]) => ({
      name,
      detail: undefined,
      documentation: description,
      target: undefined,
    }));
}

/** The checks that a framework file declares, or the framework that a document names, with those that these extend. */
function checkNames({ layers, library }: DataFile): readonly Name[] {
  const named = layersOf(library, textOf(child(layers[0]?.root, 'framework')));
  return [...layers, ...named].flatMap((layer) =>
    items(child(layer.root, 'checks')).flatMap((place): readonly Name[] => {
      const id = child(place, 'id');
      const name = textOf(id);
      if (id === undefined || name === undefined) return [];
      const documentation = textOf(child(place, 'message'));
      return [{ name: `check/${name}`, detail: undefined, documentation, target: targetOf(layer, id) }];
    }),
  );
}

function familyNames(): readonly Name[] {
  const families = ruleNames().map((rule) => rule.name.slice(0, rule.name.indexOf('/')));
  return [...new Set([...families, 'check'])].map((name) => ({
    name,
    detail: 'a family of rules',
    documentation: undefined,
    target: undefined,
  }));
}

/** A name and the thing that has it. */
interface Bearer {
  readonly named: Described;
  readonly thing: Described;
}

function namesIn(tree: SchemaTree, layer: Layer, path: string): readonly Name[] {
  const root = tree.root(layer.root);
  const bearers = path
    .split('/')
    .reduce<readonly Bearer[]>(
      (all, key) => all.flatMap(({ named }) => bearersBelow(tree, named, key)),
      [{ named: root, thing: root }],
    );
  return bearers.flatMap(({ named, thing }) => {
    const id = named.place.node.kind === 'map' ? child(named.place, 'id') : named.place;
    const name = named === thing ? (named.place.key?.name ?? textOf(id)) : textOf(named.place);
    if (name === undefined) return [];
    const { name: shown, detail, text } = summary(thing);
    return {
      name,
      detail: shown === name ? (detail ?? text) : shown,
      documentation: describe(tree, thing),
      target: targetOf(layer, named === thing && id !== undefined ? id : named.place),
    };
  });
}

/** What stands below a key: a text, or all things in a map or list, and in those in turn below the same key. */
function bearersBelow(tree: SchemaTree, thing: Described, key: string): readonly Bearer[] {
  const group = tree.parts(thing).find(({ place }) => place.key?.name === key);
  if (group === undefined) return [];
  if (group.place.node.kind === 'scalar') return [{ named: group, thing }];
  const members = tree
    .parts(group)
    .filter(({ place }) => place.key === undefined || isNamed(group.schemas, place.key.name));
  return members.flatMap((member) => [{ named: member, thing: member }, ...bearersBelow(tree, member, key)]);
}

function targetOf({ path, text }: Layer, place: Described['place']): Target | undefined {
  if (path === undefined) return undefined;
  const isText = place.node.kind === 'scalar';
  return { path, text, span: isText ? valueSpan(place) : headSpan(place) };
}
