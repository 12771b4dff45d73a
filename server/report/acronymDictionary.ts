import type { DataNode } from '../syntax/data.ts';
import { acronymKey } from '../values/acronymTokens.ts';

/** What acronyms stand for as it was said beforehand, by the acronym as it is compared. */
export type AcronymDictionary = ReadonlyMap<string, string>;

/** What a map of acronyms says, such as the document's own field. */
export function acronymsIn(node: DataNode | undefined): AcronymDictionary {
  if (node?.kind !== 'map') return new Map();
  return new Map(
    node.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key, value.text.trim()] as const] : [],
    ),
  );
}

/** Joins dictionaries; of two that know one acronym the later says what it stands for. */
export function joinedAcronyms(sources: readonly ReadonlyMap<string, string>[]): AcronymDictionary {
  return new Map(
    sources.flatMap((source) =>
      [...source].map(([name, words]) => [acronymKey(name.trim()), words] as const),
    ),
  );
}
