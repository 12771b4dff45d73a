import { type Item, readPassage, readText } from './passage.ts';

/**
 * Keeps what was read for as long as several rules look at the same passages and tables, so that none is read twice.
 * What was read is larger than the text: whoever makes one lets it go soon.
 */
export class Readings {
  readonly #known = new Map<unknown, Map<unknown, unknown>>();

  /** What `read` makes of something that does not change, asked once for each. It may ask for readings itself. */
  of<Source, Reading>(read: (source: Source, readings: Readings) => Reading, source: Source): Reading {
    const readings = this.#known.get(read) ?? new Map<unknown, unknown>();
    this.#known.set(read, readings);
    // Only what `read` gave is ever put under it.
    if (readings.has(source)) return readings.get(source) as Reading;
    const reading = read(source, this);
    readings.set(source, reading);
    return reading;
  }

  /** The words, signs and quantities of a passage. */
  passage(text: string): readonly Item[] {
    return this.of(readPassage, this.of(readText, text));
  }
}
