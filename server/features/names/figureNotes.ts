import type { MeasureDef } from '../../framework/framework.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import { figureNotesOf } from '../../numbers/mention/figureNotes.ts';
import { noMentions } from '../../numbers/mention/mention.ts';
import { type NoteSense, senseOf } from '../../numbers/mention/noteSense.ts';
import type { Report } from '../../report/report.ts';
import { type Span, touches } from '../../text/span.ts';
import { passagesAt } from './passages.ts';

/** A comment behind a figure that names a measure of the document. Places are those of the document. */
export interface PlacedNote {
  readonly def: MeasureDef;
  readonly sense: Exclude<NoteSense, { kind: 'unknown-measure' }>;
  readonly figure: Span;
  readonly id: Span;
  readonly period: Span | undefined;
}

/** Every comment of a document that names the measure of a figure. */
export function figureNotes({ model, measures }: Report): readonly PlacedNote[] {
  return model.blocks.flatMap((placed) => notesOf(placed, measures));
}

/** The one whose figure, or whose words, stand at `offset`. */
export function figureNoteAt({ model, measures }: Report, offset: number): PlacedNote | undefined {
  const placed = passagesAt(model, offset);
  const notes = placed === undefined ? [] : notesOf(placed, measures);
  return notes.find(({ figure, id, period }) =>
    [figure, id, period].some((span) => span !== undefined && touches(span, offset)),
  );
}

function notesOf(placed: PlacedBlock, measures: Report['measures']): readonly PlacedNote[] {
  return figureNotesOf(placed.block, noMentions()).flatMap((note): PlacedNote[] => {
    const sense = senseOf(note, measures);
    if (sense === undefined || sense.kind === 'unknown-measure') return [];
    const own = {
      figure: placeSpan(placed, note.figureAt),
      id: placeSpan(placed, note.id.at),
      period: note.period && placeSpan(placed, note.period.at),
    };
    return [{ def: sense.def, sense, ...own }];
  });
}
