import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { type NewSection, type SectionPlace, withoutTabStops } from '../../model/editing.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { DraftFix } from '../rule.ts';
import { placeOf } from './places.ts';
import { lastNumberBefore, numberedOn } from './template.ts';

export type Present = ReadonlyMap<SectionRole, Section>;

/** A section that is not there, with those among which it has its place. */
export interface Missing {
  readonly role: SectionRole;
  readonly present: Present;
}

/** The fix that adds a section. */
export function addition(report: Report, missing: Missing): DraftFix<Span> {
  return fix(report, `Add the section "${missing.role.def.heading}"`, [missing]);
}

/** The fix that adds several sections at once, each at its place. */
export function additions(report: Report, all: readonly Missing[]): DraftFix<Span> {
  return fix(report, `Insert all ${all.length} missing sections`, all);
}

function fix(report: Report, title: string, all: readonly Missing[]): DraftFix<Span> {
  return {
    title,
    edits: (edit) => atPlaces(report, all, false).flatMap(([place, s]) => edit.insertSections(s, place)),
    snippet: (edit) => atPlaces(report, all, true).flatMap(([place, s]) => edit.insertSections(s, place)),
  };
}

type Insertion = readonly [SectionPlace, readonly NewSection[]];

/** The new sections by their places, in the framework's order. */
function atPlaces(report: Report, all: readonly Missing[], tabStops: boolean): readonly Insertion[] {
  const groups: { readonly place: SectionPlace; readonly missing: Missing[] }[] = [];
  for (const one of all) {
    const place = placeOf(report, one.role, one.present);
    const group = groups.find((other) => isSame(other.place, place));
    if (group === undefined) groups.push({ place, missing: [one] });
    else group.missing.push(one);
  }
  const outline = new Outline(report.vocabulary, tabStops);
  return groups.map(({ place, missing }) => {
    outline.last = lastNumberBefore(report, place);
    return [place, missing.map(({ role, present }) => outline.section(role, present))];
  });
}

function isSame(a: SectionPlace, b: SectionPlace): boolean {
  return a.before === b.before && a.parent === b.parent;
}

/** Writes sections as their framework outlines them. */
class Outline {
  /** The number of the last paragraph. */
  last = 0;
  readonly #vocabulary: Vocabulary | undefined;
  readonly #tabStops: boolean;
  /** How many tab stops there are so far: those of several sections are visited one after the other. */
  #stops = 0;

  constructor(vocabulary: Vocabulary | undefined, tabStops: boolean) {
    this.#vocabulary = vocabulary;
    this.#tabStops = tabStops;
  }

  /** A section with what its framework requires below it. */
  section(role: SectionRole, present: Present): NewSection {
    const { heading, template = '' } = role.def;
    const below = (this.#vocabulary?.roles ?? []).filter(
      (other) => other.parent === role && other.def.required && !present.has(other),
    );
    const text = this.#tabStops ? this.#snippet(template, below.length > 0) : withoutTabStops(template);
    const own = numberedOn(text, this.last);
    this.last = own.last;
    return {
      heading: this.#tabStops ? heading.replaceAll('$', '\\$') : heading,
      body: own.body,
      sections: below.map((other) => this.section(other, present)),
    };
  }

  /** A template whose tab stops go on from those before; numbers of paragraphs are not for the author to write. */
  #snippet(template: string, isGroup: boolean): string {
    const body = template.trimEnd().replace(/^\$\{\d+:(\d+)\}(?=\.\s)/gm, '$1');
    if (body === '' && isGroup) return '';
    if (body === '') {
      this.#stops += 1;
      return `$${this.#stops}`;
    }
    const first = this.#stops;
    const own = [...body.matchAll(TAB_STOP)].map(([, , stop]) => Number(stop));
    // The last of all, which is written as 0, is only the last of this section.
    const last = Math.max(0, ...own) + 1;
    this.#stops += own.includes(0) ? last : last - 1;
    return body.replace(TAB_STOP, (_, open: string, stop: string) => open + (first + (Number(stop) || last)));
  }
}

/** The opening of a tab stop with its number: `$1`, `${2:words}`. */
const TAB_STOP = /(?<!\\)(\$\{?)(\d+)/g;
