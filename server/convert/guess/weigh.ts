import type { SectionDef, TableDef } from '../../framework/framework.ts';
import { isInForce } from '../../framework/inForce.ts';
import type { LibraryEntry } from '../../framework/library.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Day } from './day.ts';
import type { Evidence, Found } from './evidence.ts';
import type { Names } from './names.ts';

/** How much speaks for a framework. */
export interface Weighed {
  readonly framework: string;
  readonly entry: LibraryEntry;
  readonly evidence: Evidence;
  readonly score: number;
  /** The share of its sections, by what their names say, that the document has. */
  readonly covered: number;
  /** How many sections it has that documents name. */
  readonly sections: number;
  /** Whether the document has them in the framework's order. */
  readonly inOrder: boolean;
  readonly outOfForce: boolean;
  readonly isKnown: boolean;
}

const TITLE = 3;
const CALLED = 1;
const HEADINGS = 4;
const MOST_JUDGEMENTS = 2;
const MOST_FIELDS = 1.5;
const MOST_COLUMNS = 1.5;
const PARTS = 1;
/** What is left of the score of a framework that was not in force then, or of a letter's without its parts. */
const DOUBTFUL = 0.3;
/** The same of one whose documents bear a title, or a kind, of their own that this one has not. */
const UNTITLED = 0.7;

/** What is known of a document whatever the framework. */
export interface Context {
  readonly names: Names;
  readonly day: Day | undefined;
  readonly isLetter: boolean;
  /** Whether it calls itself the kind of document that some framework is for. */
  readonly isCalled: boolean;
}

/** Weighs what a document has against what documents of the framework have. */
export function weigh(
  framework: string,
  entry: LibraryEntry,
  evidence: Evidence,
  { names, day, isLetter, isCalled }: Context,
): Weighed {
  const { parts, inForce, titles } = entry.vocabulary.framework;
  const sections = weightsOf(entry, day, names);
  const covered = coverage(evidence.headings, sections);
  const columns = columnsOf(entry, evidence);
  const outOfForce = day !== undefined && !isInForce(inForce, day.date);
  const hasParts = parts.filter(({ required }) => required).every(({ id }) => evidence.parts.has(id));
  const sum =
    (evidence.title === undefined ? 0 : TITLE) +
    (evidence.called === undefined ? 0 : CALLED) +
    HEADINGS * covered +
    Math.min(MOST_JUDGEMENTS, total(evidence.judgements)) +
    Math.min(MOST_FIELDS, total(evidence.fields)) +
    MOST_COLUMNS * columns +
    (parts.length > 0 && hasParts ? PARTS : 0);
  const otherTitle = titles.length > 0 || (isCalled && evidence.called === undefined);
  const untitled = evidence.title === undefined && otherTitle ? UNTITLED : 1;
  const doubts = (outOfForce ? 1 : 0) + (parts.length > 0 !== isLetter ? 1 : 0);
  const ordered = isInOrder(evidence.headings, sections);
  const weighed = {
    framework,
    entry,
    evidence,
    covered,
    sections: sections.size,
    inOrder: ordered,
    outOfForce,
  };
  const kinds = kindsOf(evidence, {
    covered,
    columns,
    ordered,
    isWhole: parts.length > 0 && hasParts,
    isWorded: sections.size === 0,
  });
  return { ...weighed, score: sum * untitled * DOUBTFUL ** doubts, isKnown: isEnough(kinds) };
}

interface Kinds {
  readonly title: boolean;
  readonly headings: boolean;
  readonly most: boolean;
  readonly others: number;
}

const LEAST_COVERED = 0.3;
const MOSTLY_COVERED = 0.5;
const LEAST_HEADINGS = 1.2;
const LEAST_COLUMNS = 0.5;
const LEAST_FIELDS = 0.3;
const LEAST_IN_ORDER = 4;
const MOSTLY_IN_ORDER = 0.8;

interface Seen {
  readonly covered: number;
  readonly columns: number;
  readonly ordered: boolean;
  /** Whether it is a letter with all its parts. */
  readonly isWhole: boolean;
  /** Whether authors word all headings of such documents. */
  readonly isWorded: boolean;
}

/** Which kinds of evidence there are. */
function kindsOf(evidence: Evidence, { covered, columns, ordered, isWhole, isWorded }: Seen): Kinds {
  const others = [
    evidence.called !== undefined,
    evidence.judgements.size >= 2,
    evidence.fields.size >= 2 && total(evidence.fields) >= LEAST_FIELDS,
    columns >= LEAST_COLUMNS,
    isWhole,
    ordered,
  ];
  return {
    title: evidence.title !== undefined,
    headings: total(evidence.headings) >= LEAST_HEADINGS && covered >= LEAST_COVERED,
    most: covered >= MOSTLY_COVERED || isWorded,
    others: others.filter(Boolean).length,
  };
}

/** A title alone may head a page about such a document; headings alone may be those of another kind. */
function isEnough({ title, headings, most, others }: Kinds): boolean {
  if (title) return headings || others >= 2;
  if (headings) return others >= (most ? 1 : 2);
  return most && others >= 2;
}

/** What the sections say by their names that a document of that day must have. */
function weightsOf(
  entry: LibraryEntry,
  day: Day | undefined,
  { whole, openings }: Names,
): ReadonlyMap<string, { readonly weight: number; readonly required: boolean }> {
  const { roles } = entry.on(day?.date);
  const named = roles.map(({ def }) => def).filter(({ anyHeading }) => !anyHeading);
  const weight = ({ heading, begins }: SectionDef) =>
    whole.get(normaliseName(heading))?.weight ??
    openings.get(normaliseName(begins[0] ?? '').split(' ')[0] ?? '')?.[0]?.weight ??
    0;
  return new Map(
    named.map((def) => [normaliseName(def.heading), { weight: weight(def), required: def.required }]),
  );
}

/** Whether the document has its headings in the order of the framework's sections, or nearly so. */
function isInOrder(headings: ReadonlyMap<string, Found>, sections: ReadonlyMap<string, unknown>): boolean {
  const places = [...sections.keys()];
  const found = [...headings.keys()].map((heading) => places.indexOf(heading)).filter((at) => at >= 0);
  const rising = found.filter((at, index) => index === 0 || at > (found[index - 1] ?? 0));
  return found.length >= LEAST_IN_ORDER && rising.length >= MOSTLY_IN_ORDER * found.length;
}

function coverage(
  headings: ReadonlyMap<string, Found>,
  sections: ReadonlyMap<string, { readonly weight: number; readonly required: boolean }>,
): number {
  let [all, found] = [0, 0];
  for (const [heading, { weight, required }] of sections) {
    const own = headings.get(heading)?.weight ?? 0;
    // What a document may leave out counts when it is there, and says nothing when it is not.
    if (required || own > 0) all += Math.max(weight, own);
    found += own;
  }
  return all === 0 ? 0 : found / all;
}

/** The largest share of a table's columns that the document has. */
function columnsOf({ vocabulary }: LibraryEntry, { columns }: Evidence): number {
  const share = (table: TableDef) => {
    const found = table.columns.filter(({ id }) => columns.has(id)).length;
    return found < 3 ? 0 : found / table.columns.length;
  };
  return Math.max(0, ...[...vocabulary.framework.tables.values()].map(share));
}

function total(found: ReadonlyMap<string, Found>): number {
  let sum = 0;
  for (const { weight } of found.values()) sum += weight;
  return sum;
}
