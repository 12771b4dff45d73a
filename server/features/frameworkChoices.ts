import type { InForce } from '../framework/framework.ts';
import type { FrameworkLibrary, LibraryEntry } from '../framework/library.ts';

/** A framework among those that there are, as people choose one. */
export interface FrameworkChoice {
  readonly id: string;
  readonly title: string;
  readonly inspectorate: string | undefined;
  readonly kind: string | undefined;
  /** When documents of it were written, in years: "2009–2012", "since 2023"; undefined where nothing is known. */
  readonly inForce: string | undefined;
  /** Where its file is, when it is a workspace's own. */
  readonly path: string | undefined;
}

/** Frameworks of one inspectorate, or those of none. */
export interface ChoiceGroup<T extends FrameworkChoice = FrameworkChoice> {
  readonly inspectorate: string | undefined;
  readonly choices: readonly T[];
}

/** Every framework, by inspectorate, kind and title; those of no inspectorate stand last. */
export function frameworkChoices(library: FrameworkLibrary): readonly ChoiceGroup[] {
  return grouped(
    library
      .ids()
      .flatMap((id) => library.get(id) ?? [])
      .map(choiceOf),
  );
}

/** The same of frameworks from several places. */
export function grouped<T extends FrameworkChoice>(choices: readonly T[]): readonly ChoiceGroup<T>[] {
  const groups = [...new Set(choices.map(({ inspectorate }) => inspectorate))].sort(lastWithout);
  return groups.map((inspectorate) => ({
    inspectorate,
    choices: choices.filter((choice) => choice.inspectorate === inspectorate).sort(byKind),
  }));
}

/** A framework as people choose it. */
export function choiceOf({ vocabulary, path }: LibraryEntry): FrameworkChoice {
  const { id, title, inspectorate, kind, inForce } = vocabulary.framework;
  return { id, title, inspectorate, kind, inForce: yearsOf(inForce), path };
}

/** A kind as people read it: `inspection-report` is "inspection report". */
export function kindInWords(kind: string | undefined): string {
  return kind?.replace(/(?<!^self)-/g, ' ') ?? '';
}

function lastWithout(a: string | undefined, b: string | undefined): number {
  return Number(a === undefined) - Number(b === undefined) || compare(a ?? '', b ?? '');
}

function byKind(a: FrameworkChoice, b: FrameworkChoice): number {
  return compare(a.kind ?? '', b.kind ?? '') || compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB');
}

function yearsOf(inForce: InForce | undefined): string | undefined {
  const [from, until] = [inForce?.from, inForce?.until].map((day) => /\b\d{4}\b/.exec(day ?? '')?.[0]);
  if (from === undefined) return until && `until ${until}`;
  if (until === undefined) return `since ${from}`;
  return from === until ? from : `${from}–${until}`;
}
