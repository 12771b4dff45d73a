import { child, entries, items, type Located, textOf, valueSpan } from '../../framework/locate.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { written } from '../dataCompletion.ts';
import type { Form, Mention } from './thing.ts';

/** Puts a name in the place of one that is written as data. */
export function dataName(span: Span): Mention['renamed'] {
  return (name): readonly TextEdit[] => [{ span, insert: written(name) }];
}

/** A name of a measure where measures are defined. */
export interface DefinedName {
  readonly name: string;
  readonly form: Form;
  readonly span: Span;
  /** Whether others go by it: of a measure that has a name, not its id. */
  readonly isMain: boolean;
}

/** Words in data that people read: what measures are called, where they are defined and where a spreadsheet's are. */
export function measureWords(root: Located | undefined): readonly Located[] {
  const defined = items(child(root, 'measures')).flatMap((item) => {
    return [child(item, 'name'), ...items(child(item, 'aliases'))];
  });
  const named = items(child(root, 'sources')).flatMap((source) => entries(child(source, 'names')));
  return [...defined, ...named].flatMap((place) => place ?? []);
}

/** A measure where it is defined, with all its names: a list of these stands in documents, packs and frameworks. */
export interface DefinedMeasure {
  readonly id: string;
  readonly names: readonly DefinedName[];
}

/** The measures that data defines below `measures:`. */
export function definedMeasures(root: Located | undefined): readonly DefinedMeasure[] {
  return items(child(root, 'measures')).flatMap((item) => {
    const id = textOf(child(item, 'id'));
    if (id === undefined) return [];
    const name = child(item, 'name');
    const isNamed = textOf(name) !== undefined;
    const words = [name, ...items(child(item, 'aliases'))];
    return {
      id,
      names: [
        ...nameIn(child(item, 'id'), 'id', !isNamed),
        ...words.flatMap((place) => nameIn(place, 'words', place === name)),
      ],
    };
  });
}

function nameIn(place: Located | undefined, form: Form, isMain: boolean): readonly DefinedName[] {
  const name = textOf(place);
  return place === undefined || name === undefined ? [] : [{ name, form, isMain, span: valueSpan(place) }];
}

/** What a `touchstone.yaml` says that documents call the measures of a spreadsheet. */
export function sourceNames(root: Located | undefined): readonly DefinedName[] {
  return items(child(root, 'sources')).flatMap((source) =>
    entries(child(source, 'names')).flatMap((place) => nameIn(place, 'words', false)),
  );
}

/** The acronyms that data explains below `acronyms:`. */
export function definedAcronyms(
  root: Located | undefined,
): readonly { readonly name: string; readonly span: Span; readonly whole: Span }[] {
  return entries(child(root, 'acronyms')).flatMap((place) => {
    if (place.key === undefined) return [];
    const { name, span } = place.key;
    return [{ name, span, whole: { from: span.from, to: valueSpan(place).to } }];
  });
}
