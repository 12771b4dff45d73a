import type { CalendarDate } from '../values/calendar.ts';
import type { Framework } from './framework.ts';
import { frameworkOn, inForceAt, isInForce } from './inForce.ts';
import { compile, type Vocabulary } from './vocabulary.ts';

/** For a document that bears no day the framework is taken as it last stood. */
const FAR_AHEAD: CalendarDate = { year: 9999, month: 12, day: 31 };

/** A framework through time: what documents of one day must contain need not be what those of another must. */
export class DatedVocabulary {
  /** All that the framework ever had. */
  readonly whole: Vocabulary;
  /** By what was in force: one for each set of parts that hold together. */
  readonly #then = new Map<string, Vocabulary>();

  constructor(framework: Framework) {
    this.whole = compile(framework);
  }

  /** The framework as it was on that day. */
  on(day: CalendarDate = FAR_AHEAD): Vocabulary {
    const { framework } = this.whole;
    const dated = inForceAt(framework);
    if (dated.length === 0) return this.whole;
    const key = dated.map((inForce) => (isInForce(inForce, day) ? '1' : '0')).join('');
    const known = this.#then.get(key);
    if (known !== undefined) return known;
    const vocabulary = compile(frameworkOn(framework, day), this.whole.roles);
    this.#then.set(key, vocabulary);
    return vocabulary;
  }
}
