import type { Vocabulary } from '../../framework/vocabulary.ts';
import { type Acronym, acronymTable, type PlacedUse } from '../../report/acronymTable.ts';
import type { Span } from '../../text/span.ts';
import { acronymKey } from '../../values/acronymTokens.ts';
import { ENGLISH_ACRONYMS } from '../../values/acronymWords.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'An acronym must be spelt out where it is used first.',
  why: 'Councillors, families and journalists read reports too, and an acronym that only staff know shuts them out.',
  severity: 'info',
  options: {
    allow: {
      type: 'array',
      default: [],
      description: 'Acronyms that your readers know without being told what they stand for.',
    },
    uses: {
      type: 'integer',
      default: 2,
      description: 'How often an acronym is used before it has to be explained.',
    },
  },
  reads: ['acronyms', 'actions', 'fields'],
  *check({ report, options, acronyms }) {
    const table = acronymTable(report, acronyms);
    const allowed = new Set(Array.isArray(options.allow) ? options.allow.map(acronymKey) : []);
    const least = typeof options.uses === 'number' ? options.uses : 2;
    const isKnown = (key: string) =>
      allowed.has(key) || table.dictionary.has(key) || ENGLISH_ACRONYMS.everyday.has(key);
    const labels = labelsOf(report.vocabulary);
    for (const acronym of table.acronyms.values()) {
      const { key, count } = acronym;
      const first = acronym.uses.find(({ isInName }) => !isInName);
      if (first === undefined || isKnown(key) || labels.has(key)) continue;
      if (acronym.meanings.length > 0) yield* early(acronym, first);
      else if (count >= least && !mayBeName(acronym)) yield unexplained(acronym, first);
    }
  },
});

/** Judgements and statuses in short, such as RI: the framework says what they are. */
function labelsOf(vocabulary: Vocabulary | undefined): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const scale of vocabulary?.framework.scales.values() ?? []) {
    for (const { short, aliases } of scale.values) {
      for (const name of [short ?? '', ...aliases]) labels.add(acronymKey(name));
    }
  }
  return labels;
}

/**
 * Whether it may be somebody's initials, or a name in capitals, and not what people of the trade know: two letters may be
 * anybody's, three are where people are named; what is spoken as a word is the name of a team or a tool.
 */
function mayBeName({ key, name, inText, count, isNoun, uses }: Acronym): boolean {
  const isKnown = ENGLISH_ACRONYMS.known.has(key);
  if (inText === 0 && !isNoun) return true;
  if (isKnown) return false;
  if (name.length > 3 && ENGLISH_ACRONYMS.spoken.test(name)) return true;
  if (name.length === 2) return !uses.some(({ isPlural }) => isPlural);
  return !isNoun && inText < count && /^\p{Lu}{3}$/u.test(name);
}

function unexplained(acronym: Acronym, first: PlacedUse): Draft<Span> {
  const known = expansion(acronym.key, first);
  const example = known === undefined ? '' : `, such as "${known}"`;
  return {
    at: first.at,
    message: `"${first.name}" is never spelt out. Write what it stands for where it is used first${example}.`,
    related: acronym.uses
      .slice(1)
      .map(({ at, text }) => ({ at, message: `It is used here too, as "${text}".` })),
    fixes: known === undefined ? [] : [explain(first, known)],
  };
}

/** An acronym that is explained, but only after it has been used. */
function* early({ meanings }: Acronym, first: PlacedUse): Iterable<Draft<Span>> {
  const [meaning] = meanings;
  if (meaning?.words === undefined || meanings.some(({ at }) => at.from < first.at.from)) return;
  yield {
    at: first.at,
    message: `"${first.name}" is used here, but spelt out only later, as "${meaning.words}". Spell it out where it is used first.`,
    related: [{ at: meaning.at, message: `Here it is spelt out as "${meaning.words}".` }],
    fixes: [explain(first, spelt(meaning.words, first))],
  };
}

/** An acronym of the trade in words, as the sentence has it: one or several. */
function expansion(key: string, use: PlacedUse): string | undefined {
  const known = ENGLISH_ACRONYMS.known.get(key);
  return known && spelt(known[use.isPlural && !isOwner(use) ? 1 : 0], use);
}

/** "CQC's" is one that something belongs to, and not several. */
function isOwner({ name, text }: PlacedUse): boolean {
  return /^['’]s$/.test(text.slice(name.length));
}

/** The words with the acronym behind them, where what belongs to it follows as well: "Care Quality Commission's (CQC)". */
function spelt(words: string, use: PlacedUse): string {
  return isOwner(use) ? `${words}${use.text.slice(use.name.length)} (${use.name})` : `${words} (${use.text})`;
}

function explain({ at }: PlacedUse, words: string): DraftFix<Span> {
  return { title: `Write "${words}"`, edits: (edit) => edit.replace(at, words) };
}
