import type { FrameworkLibrary } from '../../framework/library.ts';
import { child, entries, items, type Located, textOf, valueSpan } from '../../framework/locate.ts';
import { normaliseName } from '../../framework/name.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { nameSpan } from '../../rules/structure/places.ts';
import { type Span, touches } from '../../text/span.ts';
import { layersOf } from '../dataFile.ts';
import { dataName } from './data.ts';
import { writtenRoot } from './passages.ts';
import { type Mention, type Named, type SectionThing, UNCHANGED } from './thing.ts';

/** Every section that a framework's data has, at any depth and in its patterns. */
export function definedSections(root: Located | undefined): readonly Located[] {
  const below = (place: Located | undefined): readonly Located[] =>
    items(child(place, 'sections')).flatMap((section) => [section, ...below(section)]);
  return [...below(root), ...entries(child(root, 'patterns')).flatMap(below)];
}

/** The framework that has a section first, among one and those that it extends. */
export function ownerOf(library: FrameworkLibrary, framework: string, id: string): string | undefined {
  const having = layersOf(library, framework).filter(({ root }) =>
    definedSections(root).some((section) => textOf(child(section, 'id')) === id),
  );
  return textOf(child(having.at(-1)?.root, 'id'));
}

/** The section of the framework whose id a document gives at `offset`. */
export function sectionIdAt(report: Report, library: FrameworkLibrary, offset: number): Named | undefined {
  const given = givenIds(report).find(({ span }) => touches(span, offset));
  const thing = given && thingOf(report, library, given.id);
  return (
    given && thing && { thing, span: given.span, name: ownName(library, thing.owner, given.id), form: 'id' }
  );
}

/** A name in a framework, where its file is the workspace's own: what is shipped cannot be changed. */
export function ownName(library: FrameworkLibrary, framework: string, name: string): string | undefined {
  return library.path(framework) === undefined ? undefined : name;
}

function thingOf({ vocabulary }: Report, library: FrameworkLibrary, id: string): SectionThing | undefined {
  if (vocabulary?.sectionsById.has(id) !== true) return undefined;
  const owner = ownerOf(library, vocabulary.framework.id, id);
  return owner === undefined ? undefined : { kind: 'section', id, owner };
}

/** Where a document has the section of the framework: by its heading, by its id, and where its summary names it. */
export function sectionMentions(
  report: Report,
  library: FrameworkLibrary,
  thing: SectionThing,
): readonly Mention[] {
  const own = thingOf(report, library, thing.id);
  if (own?.owner !== thing.owner) return [];
  const ids = givenIds(report).filter(({ id }) => id === thing.id);
  const playing = report.sections.filter(({ content }) => content.role?.def.id === thing.id);
  return [
    ...ids.map(({ id, span, isData }): Mention => {
      const renamed: Mention['renamed'] = isData ? dataName(span) : (name) => [{ span, insert: name }];
      return { span, role: 'use', form: 'id', name: id, renamed };
    }),
    ...playing.flatMap((section) => headingMention(report, section)),
    ...report.sections.flatMap((section) => summaryMentions(report, section, thing)),
  ];
}

function headingMention({ model }: Report, section: Section): readonly Mention[] {
  const { heading, content } = section;
  const words = nameSpan(section);
  const prose = heading?.block.heading?.prose;
  if (heading === undefined || prose === undefined || prose.text === '') return [];
  const span = placeSpan(heading, prose.sourceSpan(words.from, words.to));
  const renamed: Mention['renamed'] = (name) => model.editing.renameSection(heading, words, name);
  return [{ span, role: 'use', form: 'words', name: content.title, renamed }];
}

function summaryMentions(report: Report, section: Section, { id }: SectionThing): readonly Mention[] {
  const { editing } = report.model;
  return (section.content.summary?.rows ?? []).flatMap(({ area, at, name }): Mention[] => {
    if (area?.section?.def.id !== id) return [];
    const span = anchorSpan(section, at);
    const isSame = normaliseName(name) === normaliseName(area.section.def.heading);
    const renamed: Mention['renamed'] = isSame ? (other) => editing.replace(span, other) : UNCHANGED;
    return [{ span, role: 'use', form: 'words', name, renamed }];
  });
}

interface GivenId {
  readonly id: string;
  readonly span: Span;
  readonly isData: boolean;
}

const ID_COMMENT = /<!--\s{0,20}id:\s{0,20}([\w-]+)/g;

/** The ids that a document gives its sections, in comments or as data. */
function givenIds({ model }: Report): readonly GivenId[] {
  const inComments = model.blocks.flatMap((placed) => commentIds(placed));
  const inData = definedSections(writtenRoot(model)).flatMap((section): GivenId[] => {
    const place = child(section, 'id');
    const id = textOf(place);
    return place === undefined || id === undefined ? [] : [{ id, span: valueSpan(place), isData: true }];
  });
  return [...inComments, ...inData];
}

function commentIds(placed: PlacedBlock): readonly GivenId[] {
  if (placed.block.sectionId === undefined) return [];
  return [...placed.block.source.matchAll(ID_COMMENT)].map(({ 0: written, 1: id = '', index }) => {
    const to = index + written.length;
    return { id, isData: false, span: placeSpan(placed, { from: to - id.length, to }) };
  });
}
