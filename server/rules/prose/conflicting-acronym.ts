import {
  type Acronym,
  type AcronymTable,
  acronymTable,
  type PlacedMeaning,
} from '../../report/acronymTable.ts';
import type { Span } from '../../text/span.ts';
import { acronymKey } from '../../values/acronymTokens.ts';
import { ENGLISH_ACRONYMS } from '../../values/acronymWords.ts';
import { sameExpansion } from '../../values/expansion.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary:
    'An acronym must stand for one thing, and its letters must be those of the words that it stands for.',
  why: 'A reader who looks up what an acronym stands for must not find two answers, or a body that does not exist.',
  severity: 'warning',
  reads: ['acronyms', 'actions', 'fields'],
  *check({ report, acronyms }) {
    const table = acronymTable(report, acronyms);
    for (const acronym of table.acronyms.values()) {
      yield* swapped(acronym, table);
      yield* different(acronym);
    }
  },
});

/** "Association of Directors of Children's Services (ACDS)": two letters stand in each other's place. */
function* swapped({ meanings, count }: Acronym, { acronyms }: AcronymTable): Iterable<Draft<Span>> {
  for (const { name, nameAt, words, meant } of meanings) {
    if (meant === undefined || words === undefined) continue;
    // A body may call itself so: then the document does, time and again.
    const right = acronyms.get(acronymKey(meant));
    if (count > 1 && (right?.count ?? 0) === 0) continue;
    const other = right?.uses[0]?.at ?? right?.meanings[0]?.nameAt;
    yield {
      at: nameAt,
      message: `The letters of "${name}" are not those of "${words}". Write "${meant}", or put the words in the order of the letters.`,
      related: other === undefined ? [] : [{ at: other, message: `Here it is "${meant}".` }],
      fixes: [{ title: `Write "${meant}"`, edits: (edit) => edit.replace(nameAt, meant) }],
    };
  }
}

function* different({ meanings }: Acronym): Iterable<Draft<Span>> {
  const told = meanings.filter((one): one is Told => one.words !== undefined && one.meant === undefined);
  const [first, ...rest] = told;
  if (first === undefined) return;
  for (const other of rest) {
    if (sameExpansion(first.words, other.words, ENGLISH_ACRONYMS)) continue;
    yield {
      at: other.at,
      message: `"${other.name}" stands for "${other.words}" here, and for "${first.words}" before. Give one of them another short form, or write it out.`,
      related: [{ at: first.at, message: `Here it stands for "${first.words}".` }],
    };
  }
}

type Told = PlacedMeaning & { readonly words: string };
