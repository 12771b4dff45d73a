import { valueSpan } from '../framework/locate.ts';
import { dataGroups } from '../model/data.ts';
import type { Span } from '../text/span.ts';
import type { DataFile } from './dataFile.ts';
import { placeAt } from './dataPlaces.ts';
import { commentRuns, type Fold, outermost } from './folding.ts';
import { trimmed } from './sections.ts';
import { nestedAt, wordAt } from './selection.ts';

/** The entries and items of a file of data that take several lines. */
export function dataFolding(file: DataFile): readonly Fold[] {
  const { text } = file.input;
  return outermost(
    [
      ...groupsOf(file).map((span): Fold => ({ span, kind: 'text' })),
      ...commentRuns(file.reading.comments, 0, text),
    ],
    text,
  );
}

/** What an author may mean to select at `offset`: a word, a key or value, the two, the map or list, and so on. */
export function dataSelection(file: DataFile, offset: number): readonly Span[] {
  const { text } = file.input;
  const { root } = file.reading;
  const places =
    root === undefined ? [] : placeAt({ node: root, at: file.reading.at, key: undefined }, offset).chain;
  const spans = places.flatMap((place) => [
    ...(place.key === undefined ? [] : [place.key.span]),
    trimmed(text, valueSpan(place)),
  ]);
  return nestedAt(
    [...wordAt(text, offset), ...spans, ...groupsOf(file), { from: 0, to: text.length }],
    offset,
  );
}

function groupsOf({ reading, input }: DataFile): readonly Span[] {
  return dataGroups(reading.root, reading.at).map((span) => trimmed(input.text, span));
}
