import { type DateMention, findDates } from '../values/dates.ts';
import { type TimeMention, type TimeReader, timesIn } from '../values/times.ts';
import { tokenise } from '../values/tokens.ts';
import { type Item, readPassage, readText, type TextReading } from './passage.ts';

/**
 * Keeps what was read for as long as several rules look at the same passages and tables, so that none is read twice.
 * What was read is larger than the text: whoever makes one lets it go soon.
 */
export class Readings implements TimeReader {
  readonly #known = new Map<unknown, Map<unknown, unknown>>();

  /** What `read` makes of something that does not change, asked once for each. It may ask for readings itself. */
  of<Source, Reading>(read: (source: Source, readings: Readings) => Reading, source: Source): Reading {
    const known = this.#by(read);
    const before = known.get(source);
    // Only what `read` gave is ever put under it.
    if (before !== undefined || known.has(source)) return before as Reading;
    const reading = read(source, this);
    known.set(source, reading);
    return reading;
  }

  /** The words, signs and quantities of a passage. */
  passage(text: string): readonly Item[] {
    return this.of(passageOf, text);
  }

  /** The tokens of a text, and what figures were read in them. */
  text(text: string): TextReading {
    return this.of(textOf, text);
  }

  /** The times that a passage names. */
  readonly times = (text: string): readonly TimeMention[] => this.of(timesOf, text);

  /** The dates, ranges and days of a month that a passage names. */
  readonly dates = (text: string): readonly DateMention[] => this.of(datesOf, text);

  #by(read: unknown): Map<unknown, unknown> {
    const known = this.#known.get(read);
    if (known !== undefined) return known;
    const fresh = new Map<unknown, unknown>();
    this.#known.set(read, fresh);
    return fresh;
  }
}

function textOf(text: string, readings: Readings): TextReading {
  return readText(text, readings.of(tokenise, text));
}

function passageOf(text: string, readings: Readings): readonly Item[] {
  return readPassage(readings.text(text));
}

function timesOf(text: string, readings: Readings): readonly TimeMention[] {
  return timesIn(text, readings.of(tokenise, text));
}

function datesOf(text: string, readings: Readings): readonly DateMention[] {
  return findDates(text, readings.of(tokenise, text));
}
