import { readPlain } from '../syntax/data.ts';
import { SCALES } from './builtin.generated.ts';
import { readScale, type ScaleDraft } from './draftScales.ts';
import type { Scale, SectionDef } from './framework.ts';

/** The scales on which inspectorates judge, for frameworks to name; each is read when it is first asked for. */
export class ScaleLibrary {
  readonly #shipped: ReadonlyMap<string, string>;
  readonly #read = new Map<string, Scale>();

  /** @param shipped the JSON of each scale, by its id */
  constructor(shipped: ReadonlyMap<string, string> = SCALES) {
    this.#shipped = shipped;
  }

  /** The ids of all scales, in their order. */
  ids(): readonly string[] {
    return [...this.#shipped.keys()];
  }

  /** The scale with that id; undefined when there is none. */
  get(id: string): Scale | undefined {
    const json = this.#shipped.get(id);
    if (json === undefined) return undefined;
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const { root, at } = readPlain(JSON.parse(json));
    if (root === undefined) return undefined;
    const scale = completeScale(readScale(id, { node: root, at, key: undefined }), undefined);
    this.#read.set(id, scale);
    return scale;
  }
}

/** A scale with what its definition leaves out put in. */
export function completeScale(draft: ScaleDraft, base: Scale | undefined): Scale {
  const values = draft.values ?? base?.values ?? [];
  const graded = values.length > 0 && values.every((value) => value.grade !== undefined);
  return {
    id: draft.id,
    title: draft.title ?? base?.title,
    inspectorate: draft.inspectorate ?? base?.inspectorate,
    source: draft.source ?? base?.source,
    // A grade 1 is the best one unless the framework says otherwise.
    better: draft.better ?? base?.better ?? (graded ? 'lower-grade' : 'earlier'),
    values,
    inForce: draft.inForce ?? base?.inForce,
  };
}

/** A framework's own scales, and those of the library that its sections name. */
export function withLibraryScales(
  own: ReadonlyMap<string, Scale>,
  sections: readonly SectionDef[],
  library: ScaleLibrary,
): ReadonlyMap<string, Scale> {
  const named = scaleNames(sections).filter((id) => !own.has(id));
  const found = [...new Set(named)].flatMap((id) => library.get(id) ?? []);
  return found.length === 0 ? own : new Map([...own, ...found.map((scale) => [scale.id, scale] as const)]);
}

function scaleNames(sections: readonly SectionDef[]): readonly string[] {
  return sections.flatMap(({ judgement, rows, fields, sections }) => [
    ...(judgement === undefined ? [] : [judgement.scale]),
    ...[...rows, ...fields].flatMap(({ scale }) => scale ?? []),
    ...scaleNames(sections),
  ]);
}
