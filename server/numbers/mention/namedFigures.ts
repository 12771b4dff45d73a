import type { MeasureDef, MeasureUnit } from '../../framework/framework.ts';
import type { Block } from '../../model/block.ts';
import type { MeasureDictionary } from '../../report/measureDictionary.ts';
import type { Quantity } from '../../values/quantity.ts';
import { figureNotesOf } from './figureNotes.ts';
import { measureWords } from './measureWords.ts';
import type { FigureNote, MeasureWords, Mention, MentionMemo } from './mention.ts';
import { senseOf } from './noteSense.ts';
import { inUnit } from './repetition.ts';

/** A figure whose measure its author named. */
export interface NamedMention {
  readonly mention: Mention;
  readonly measure: NamedMeasure;
}

export interface NamedMeasure {
  readonly def: MeasureDef;
  /** Whether the mention is filed under the measure's own name, and not again under another of its names. */
  readonly isMain: boolean;
}

/**
 * What a block states of measures: what its words say, and the figures whose measure a comment names, each under every name
 * of its measure, so that it meets what others say of it in words.
 */
export function namedIn(
  block: Block,
  dictionary: MeasureDictionary,
  memo: MentionMemo,
): readonly NamedMention[] {
  return figureNotesOf(block, memo).flatMap((note) => {
    const sense = senseOf(note, dictionary);
    if (sense?.kind !== 'named') return [];
    const { def, time } = sense;
    return wordsOf(def).flatMap((measure, index) =>
      note.figures.map((stated): NamedMention => {
        const quantity = quantityOf(stated.quantity, note, def.unit);
        const own = { ...stated, quantity, measure, time: time ?? stated.time };
        return { mention: own, measure: { def, isMain: index === 0 } };
      }),
    );
  });
}

/** A figure that goes without its unit has that of its measure; in a cell it may go without its sign for per cent. */
function quantityOf(quantity: Quantity, { isInCell }: FigureNote, unit: MeasureUnit | undefined): Quantity {
  return unit === 'percent' && !isInCell ? quantity : inUnit(quantity, unit);
}

/** The words of each of a measure's names, its own first. */
function wordsOf(def: MeasureDef): readonly MeasureWords[] {
  const names = [def.name, ...def.aliases].map((name) => measureWords(name, false));
  return names.filter(
    ({ key, count }, index) => count > 0 && names.findIndex((own) => own.key === key) === index,
  );
}
