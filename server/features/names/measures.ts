import type { Located } from '../../framework/locate.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { ReportTable } from '../../report/contents.ts';
import { type MeasureDictionary, measureKey, namesOf } from '../../report/measureDictionary.ts';
import { roleNamed } from '../../report/measures.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import type { Prose } from '../../syntax/prose.ts';
import { type Span, touches } from '../../text/span.ts';
import { sectionAt } from '../places.ts';
import { type DefinedMeasure, dataName, definedMeasures } from './data.ts';
import { figureNoteAt, figureNotes } from './figureNotes.ts';
import { passagesAt, passagesOf, writtenRoot } from './passages.ts';
import { type MeasureThing, type Mention, type Named, UNCHANGED } from './thing.ts';

/** The measure that a document names at `offset`: in a table, where it is defined, or in running text. */
export function measureAt(report: Report, offset: number): Named | undefined {
  const defined = definedAt(writtenRoot(report.model), offset);
  if (defined !== undefined) return defined;
  const section = sectionAt(report, offset);
  const cell = section && cellsOf(section).find(({ span }) => touches(span, offset));
  if (cell !== undefined) {
    const { name, span } = cell;
    const thing = thingNamed(name, report.measures);
    return { thing, span, name, form: formOf(thing, name) };
  }
  return inCommentAt(report, offset) ?? inProseAt(report, offset);
}

/** The measure whose id a comment behind a figure gives at `offset`. */
function inCommentAt(report: Report, offset: number): Named | undefined {
  const note = figureNoteAt(report, offset);
  if (note === undefined || !touches(note.id, offset)) return undefined;
  const { id } = note.def;
  return { thing: thingNamed(id, report.measures), span: note.id, name: id, form: 'id' };
}

/** The measure whose definition names it at `offset`. */
export function definedAt(root: Located | undefined, offset: number): Named | undefined {
  for (const { id, names } of definedMeasures(root)) {
    const at = names.find(({ span }) => touches(span, offset));
    if (at === undefined) continue;
    const thing = { kind: 'measure' as const, id, names: names.map(({ name }) => name) };
    return { thing, span: at.span, name: at.name, form: at.form };
  }
  return undefined;
}

/** Every place where a document names a measure. */
export function measureMentions(report: Report, thing: MeasureThing): readonly Mention[] {
  const { measures, sections, model } = report;
  const isMeant = meaning(thing, measures);
  const cells = sections.flatMap(cellsOf).filter(({ name }) => isMeant(name));
  return [
    ...definedMentions(definedMeasures(writtenRoot(model)), thing),
    ...cells.map(({ name, span }): Mention => {
      const form = formOf(thing, name);
      return { span, role: 'use', form, name, renamed: (other) => model.editing.setCell(span, other) };
    }),
    ...figureNotes(report)
      .filter(({ def }) => def.id === thing.id)
      .map(({ id, def }): Mention => {
        const renamed: Mention['renamed'] = (other) => model.editing.replace(id, other);
        return { span: id, role: 'use', form: 'id', name: def.id, renamed };
      }),
    ...inProse(report, thing),
  ];
}

/** The mentions of a measure where measures are defined. */
export function definedMentions(all: readonly DefinedMeasure[], thing: MeasureThing): readonly Mention[] {
  const keys = new Set(thing.names.map(measureKey));
  return all
    .filter(({ id, names }) =>
      thing.id === undefined ? names.some(({ name }) => keys.has(measureKey(name))) : id === thing.id,
    )
    .flatMap(({ names }) =>
      names.map(({ name, form, span, isMain }): Mention => {
        const role = isMain ? 'definition' : 'alias';
        return { span, role, form, name, renamed: dataName(span) };
      }),
    );
}

/** Why a measure cannot have a name: one that is defined has it already. */
export function measureTaken(
  all: readonly DefinedMeasure[],
  thing: MeasureThing,
  name: string,
): string | undefined {
  const key = measureKey(name);
  const isOther = ({ id, names }: DefinedMeasure) =>
    id === thing.id ? false : names.some((one) => measureKey(one.name) === key);
  const isOwn = thing.names.some((one) => measureKey(one) === key);
  return !isOwn && all.some(isOther) ? `There is a measure "${name}" already.` : undefined;
}

/** The same of a document: what it reports by that name is another measure. */
export function measureObjection(
  { sections, measures, model }: Report,
  thing: MeasureThing,
  name: string,
): string | undefined {
  const isMeant = meaning(thing, measures);
  const key = measureKey(name);
  const isReported = sections.some(({ content }) =>
    content.measures.some((one) => measureKey(one.name.text) === key && !isMeant(one.name.text)),
  );
  if (isReported) return `There is a measure "${name}" already.`;
  return measureTaken(definedMeasures(writtenRoot(model)), thing, name);
}

/** Whether a name in a document means the measure. */
function meaning(thing: MeasureThing, measures: MeasureDictionary): (name: string) => boolean {
  const keys = new Set(thing.names.map(measureKey));
  return (name) =>
    keys.has(measureKey(name)) || (thing.id !== undefined && measures.find(name)?.id === thing.id);
}

/** A measure by one of its names, as it is defined for a document. */
export function thingNamed(name: string, measures: MeasureDictionary): MeasureThing {
  const def = measures.find(name);
  return { kind: 'measure', id: def?.id, names: def === undefined ? [name] : namesOf(def) };
}

function formOf({ id }: MeasureThing, name: string): Mention['form'] {
  return name === id ? 'id' : 'words';
}

interface NamedCell {
  readonly name: string;
  readonly span: Span;
}

/** The cells that name the measures of a section: where one entry of data gives several rows, one cell for all. */
export function cellsOf(section: Section): readonly NamedCell[] {
  const found = new Map<number, NamedCell>();
  for (const table of section.content.tables) {
    for (const cell of cellsIn(section, table)) found.set(cell.span.from, cell);
  }
  return [...found.values()];
}

function cellsIn(section: Section, { kind, body, columns, block }: ReportTable): readonly NamedCell[] {
  if (kind !== 'measures') return [];
  const column = Math.max(
    0,
    columns.findIndex(({ part }) => part === 'measure'),
  );
  return body.flatMap(({ cells }) => {
    const cell = cells[column];
    const name = cell?.prose.text ?? '';
    // "Target" in the place of a name is the role of the row.
    if (cell === undefined || name === '' || roleNamed(name) !== undefined) return [];
    return [{ name, span: anchorSpan(section, { block, span: cell.span }) }];
  });
}

/** A name of fewer words may well be meant as words and not as the measure's name. */
const LEAST_WORDS = 3;

function inProseAt(report: Report, offset: number): Named | undefined {
  const placed = passagesAt(report.model, offset);
  if (placed === undefined) return undefined;
  for (const thing of knownThings(report)) {
    const at = foundIn(placed, thing).find(({ span }) => touches(span, offset));
    if (at !== undefined) return { thing, span: at.span, name: at.name, form: 'words' };
  }
  return undefined;
}

/** The measures that are defined for a document, and those that it reports. */
function knownThings({ measures, sections }: Report): readonly MeasureThing[] {
  const reported = new Map(
    sections.flatMap(({ content }) => content.measures.map(({ name }) => [measureKey(name.text), name.text])),
  );
  const defined = measures.defs.map(
    (def): MeasureThing => ({
      kind: 'measure',
      id: def.id,
      names: namesOf(def),
    }),
  );
  return [
    ...defined,
    ...[...reported.values()]
      .filter((name) => measures.find(name) === undefined)
      .map((name) => thingNamed(name, measures)),
  ];
}

function inProse({ model, sections }: Report, thing: MeasureThing): readonly Mention[] {
  const inTables = new Set(sections.flatMap(cellsOf).map(({ span }) => span.from));
  return model.blocks.flatMap((placed) =>
    foundIn(placed, thing)
      .filter(({ span }) => !inTables.has(span.from))
      .map(({ name, span, isWhole }): Mention => {
        const renamed: Mention['renamed'] = isWhole
          ? (other) => model.editing.replace(span, likeBefore(name, other))
          : UNCHANGED;
        return { span, role: 'use', form: 'words', name, unsure: true, renamed };
      }),
  );
}

/** In running text a name may begin small: so does the one that takes its place. */
function likeBefore(before: string, name: string): string {
  const first = before.slice(0, 1);
  const isSmall = first !== first.toUpperCase();
  return isSmall && /^\p{Lu}\p{Ll}/u.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

interface FoundName extends NamedCell {
  /** Whether nothing but the name stands there, and no half of the marks of emphasis. */
  readonly isWhole: boolean;
}

function foundIn(placed: PlacedBlock, { names }: MeasureThing): readonly FoundName[] {
  const long = names.filter((name) => name.trim().split(/\s+/).length >= LEAST_WORDS);
  if (long.length === 0) return [];
  const { source } = placed.block;
  const patterns = long.filter((name) => mayHold(source, name)).map(patternOf);
  if (patterns.length === 0) return [];
  return passagesOf(placed.block).flatMap(({ prose }) =>
    patterns.flatMap((pattern) =>
      [...prose.text.matchAll(pattern)].map(({ 0: name, index }) => placedName(placed, prose, name, index)),
    ),
  );
}

function placedName(placed: PlacedBlock, prose: Prose, name: string, index: number): FoundName {
  const own = prose.sourceSpan(index, index + name.length);
  const written = placed.block.source.slice(own.from, own.to).replace(/\s+/g, ' ');
  return { name, span: placeSpan(placed, own), isWhole: written === name.replace(/\s+/g, ' ') };
}

/** The longest word of a name is what a text without it lacks. */
function mayHold(source: string, name: string): boolean {
  const [longest = ''] = [...name.split(/\s+/)].sort((a, b) => b.length - a.length);
  return source.toLowerCase().includes(longest.toLowerCase());
}

function patternOf(name: string): RegExp {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s')}(?![\\p{L}\\p{N}])`, 'giu');
}
