import { child, entries, items, type Located, textOf, valueSpan } from '../../framework/locate.ts';
import { normaliseName } from '../../framework/name.ts';
import { measureKey } from '../../report/measureDictionary.ts';
import { readYaml } from '../../syntax/yaml.ts';
import { destinationOf, unescaped } from '../../text/address.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type Span, touches } from '../../text/span.ts';
import { acronymKey } from '../../values/acronymTokens.ts';
import type { DataFile } from '../dataFile.ts';
import { dataDefinition, dataReferences, dataRename, dataRenameAt } from '../dataReferences.ts';
import { said } from '../dataSchema.ts';
import { isFrameworkFile } from '../pack.ts';
import { definedAcronymAt, definedAcronymMentions } from './acronyms.ts';
import { dataName, definedMeasures, sourceNames } from './data.ts';
import { definedAt, definedMentions, measureTaken } from './measures.ts';
import { definedSections, ownerOf, ownName } from './sections.ts';
import { sheetTies } from './sheetNames.ts';
import type { After, Form, MeasureThing, Mention, Named, Names, SectionThing, Thing } from './thing.ts';

/** What a framework file or a `touchstone.yaml` says of things that are called by names. */
export function fileNames(file: DataFile): Names {
  return {
    at: (offset) => thingAt(file, offset),
    mentions: (thing) => mentionsIn(file, thing),
    target: (offset) => dataDefinition(file, offset),
    objection: (thing, form, name) => objection(file, thing, form, name),
    place: () => undefined,
    shown: () => undefined,
    relinked: (change) => relinked(file, change),
    tied: (renamed) => sheetTies(file, ownRoot(file), renamed),
    after: (edits) => after(file, edits),
  };
}

function thingAt(file: DataFile, offset: number): Named | undefined {
  const root = ownRoot(file);
  return (
    definedAt(root, offset) ??
    sourceNameAt(root, offset) ??
    definedAcronymAt(root, offset) ??
    (isFrameworkFile(file.input.path)
      ? (frameworkAt(file, root, offset) ?? sectionAt(file, root, offset))
      : undefined) ??
    localAt(file, offset)
  );
}

function ownRoot({ layers, input }: DataFile): Located | undefined {
  return layers[0]?.path === input.path ? layers[0].root : undefined;
}

/** What a pack says that documents call a measure of a spreadsheet. */
function sourceNameAt(root: Located | undefined, offset: number): Named | undefined {
  const found = sourceNames(root).find(({ span }) => touches(span, offset));
  if (found === undefined) return undefined;
  const { name, span } = found;
  const def = definedMeasures(root).find(({ names }) =>
    names.some((one) => measureKey(one.name) === measureKey(name)),
  );
  const thing: MeasureThing = {
    kind: 'measure',
    id: def?.id,
    names: def === undefined ? [name] : def.names.map((one) => one.name),
  };
  return { thing, span, name, form: name === def?.id ? 'id' : 'words' };
}

function frameworkAt({ library }: DataFile, root: Located | undefined, offset: number): Named | undefined {
  for (const place of [child(root, 'id'), child(root, 'extends')]) {
    const id = textOf(place);
    if (place === undefined || id === undefined || !touches(valueSpan(place), offset)) continue;
    const name = ownName(library, id, id);
    return { thing: { kind: 'framework', id }, span: valueSpan(place), name, form: 'id' };
  }
  return undefined;
}

function sectionAt(file: DataFile, root: Located | undefined, offset: number): Named | undefined {
  const found = sectionNames(file, root).find(({ span }) => touches(span, offset));
  if (found === undefined) return undefined;
  const { id, name, span, form, role } = found;
  const owner = ownerOf(file.library, textOf(child(root, 'id')) ?? '', id);
  if (owner === undefined) return undefined;
  return {
    thing: { kind: 'section', id, owner },
    span,
    // What it merely words anew is its own.
    name: role === 'alias' ? name : ownName(file.library, owner, name),
    form,
  };
}

interface SectionName {
  readonly id: string;
  readonly name: string;
  readonly span: Span;
  readonly form: Form;
  readonly role: Mention['role'];
}

/** Where a framework file names sections: where they are defined, and where others refer to them. */
function sectionNames(file: DataFile, root: Located | undefined): readonly SectionName[] {
  const defined = definedSections(root).flatMap((section): SectionName[] => {
    const [id, heading] = [child(section, 'id'), child(section, 'heading')];
    const [known, words] = [textOf(id), textOf(heading)];
    if (id === undefined || known === undefined) return [];
    const own = {
      id: known,
      name: known,
      span: valueSpan(id),
      form: 'id' as const,
      role: 'definition' as const,
    };
    if (heading === undefined || words === undefined) return [own];
    return [own, { id: known, name: words, span: valueSpan(heading), form: 'words', role: 'alias' }];
  });
  return [...defined, ...references(file, root)];
}

/** The values of a framework file that name sections by id, or by heading as the rows of summaries do. */
function references(file: DataFile, root: Located | undefined): readonly SectionName[] {
  const headings = new Map(
    file.layers.flatMap((layer) =>
      definedSections(layer.root).map(
        (section) =>
          [normaliseName(textOf(child(section, 'heading')) ?? ''), textOf(child(section, 'id'))] as const,
      ),
    ),
  );
  const below = (place: Located, path: readonly (string | number)[]): readonly SectionName[] => {
    const inner = [
      ...entries(place).flatMap((entry) => below(entry, [...path, entry.key.name])),
      ...items(place).flatMap((item, index) => below(item, [...path, index])),
    ];
    const name = textOf(place);
    if (name === undefined || place.node.kind !== 'scalar') return inner;
    const to = said(file.tree.at(path), 'refersTo') ?? [];
    const told = { name, span: valueSpan(place), role: 'use' as const };
    if (to.includes('sections')) return [{ ...told, id: name, form: 'id' }];
    const id = to.includes('sections/heading') ? headings.get(normaliseName(name)) : undefined;
    return id === undefined ? [] : [{ ...told, id, form: 'words' }];
  };
  return root === undefined ? [] : below(root, []);
}

/** What has a name in this file alone, such as a scale. */
function localAt(file: DataFile, offset: number): Named | undefined {
  const renaming = dataRenameAt(file, offset);
  if (renaming === undefined) return undefined;
  const [definition] = dataReferences(file, offset);
  if (definition === undefined) return undefined;
  const thing = { kind: 'local' as const, path: file.input.path, at: definition.from };
  return { thing, span: renaming.span, name: renaming.name, form: 'words' };
}

function mentionsIn(file: DataFile, thing: Thing): readonly Mention[] {
  const root = ownRoot(file);
  if (thing.kind === 'measure')
    return [...definedMentions(definedMeasures(root), thing), ...inSources(root, thing)];
  if (thing.kind === 'acronym') return definedAcronymMentions(root, thing.key);
  if (thing.kind === 'local' && thing.path === file.input.path) return localMentions(file, thing.at);
  if (!isFrameworkFile(file.input.path)) return [];
  if (thing.kind === 'framework') return frameworkMentions(root, thing.id);
  return thing.kind === 'section' ? sectionMentions(file, root, thing) : [];
}

function inSources(root: Located | undefined, thing: MeasureThing): readonly Mention[] {
  const keys = new Set(thing.names.map(measureKey));
  return sourceNames(root)
    .filter(({ name }) => keys.has(measureKey(name)))
    .map(({ name, span }) => {
      const form = name === thing.id ? 'id' : 'words';
      return { span, role: 'use', form, name, renamed: dataName(span) };
    });
}

function frameworkMentions(root: Located | undefined, id: string): readonly Mention[] {
  return (['id', 'extends'] as const).flatMap((key): Mention[] => {
    const place = child(root, key);
    if (place === undefined || textOf(place) !== id) return [];
    const span = valueSpan(place);
    const role = key === 'id' ? 'definition' : 'use';
    return [{ span, role, form: 'id', name: id, renamed: dataName(span) }];
  });
}

function sectionMentions(file: DataFile, root: Located | undefined, thing: SectionThing): readonly Mention[] {
  const own = textOf(child(root, 'id')) ?? '';
  if (ownerOf(file.library, own, thing.id) !== thing.owner) return [];
  return sectionNames(file, root)
    .filter(({ id }) => id === thing.id)
    .map(({ name, span, form, role: written }): Mention => {
      // What extends a framework may word its sections anew; what they are is said where they come from.
      const role = own === thing.owner || written === 'alias' ? written : 'use';
      return { span, role, form, name, renamed: dataName(span) };
    });
}

function localMentions(file: DataFile, at: number): readonly Mention[] {
  const name = dataRenameAt(file, at)?.name ?? '';
  return dataReferences(file, at).map((span, index) => {
    const role = index === 0 ? 'definition' : 'use';
    return { span, role, form: 'words', name, renamed: dataName(span) };
  });
}

/** Why a thing cannot have another name. */
function objection(file: DataFile, thing: Thing, form: Form, name: string): string | undefined {
  if (thing.kind === 'local') {
    const edits = thing.path === file.input.path ? dataRename(file, thing.at, name) : [];
    return typeof edits === 'string' ? edits : undefined;
  }
  const root = ownRoot(file);
  if (thing.kind === 'measure') return measureTaken(definedMeasures(root), thing, name);
  if (thing.kind === 'acronym') {
    const taken = definedAcronymMentions(root, acronymKey(name)).length > 0;
    return taken && acronymKey(name) !== thing.key ? `There is an acronym "${name}" already.` : undefined;
  }
  if (thing.kind === 'framework') {
    return file.library.get(name) === undefined ? undefined : `There is a framework "${name}" already.`;
  }
  if (thing.kind !== 'section') return undefined;
  const taken = file.layers
    .flatMap(({ root: at }) => definedSections(at))
    .filter((section) => textOf(child(section, 'id')) !== thing.id)
    .some((section) => isSame(textOf(child(section, form === 'id' ? 'id' : 'heading')), name));
  return taken ? `There is a section "${name}" already.` : undefined;
}

function isSame(written: string | undefined, name: string): boolean {
  return written !== undefined && normaliseName(written) === normaliseName(name);
}

/** The paths that a `touchstone.yaml` names, from its own folder: of spreadsheets, and of files without a pattern. */
function relinked(file: DataFile, change: Parameters<Names['relinked']>[0]): readonly TextEdit[] {
  const root = ownRoot(file);
  const sources = items(child(root, 'sources'));
  const places = [
    ...sources.flatMap((source) => [child(source, 'file'), ...items(child(source, 'documents'))]),
    ...items(child(root, 'exclude')),
    ...items(child(root, 'import')),
  ];
  return places.flatMap((place): readonly TextEdit[] => {
    const path = textOf(place);
    if (place === undefined || path === undefined || /[*?[\]{}!]/.test(path)) return [];
    const to = destinationOf(file.input.path, path);
    const changed = to && change(to, path);
    return changed === undefined ? [] : dataName(valueSpan(place))(unescaped(changed));
  });
}

function after({ reading, input }: DataFile, edits: readonly TextEdit[]): After {
  const text = edits.length === 0 ? undefined : applyEdits(input.text.toString(), edits);
  const { problems } = text === undefined ? reading : readYaml(text, reading.pieces);
  return { fragments: [], faults: problems.length };
}
