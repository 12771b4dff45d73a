import { passagesOf } from '../../numbers/texts.ts';
import { type Meaning, type Phrase, type WordPack, wordPack } from '../../numbers/word/quantityWords.ts';
import { readWordTies } from '../../numbers/word/wordForms.ts';
import { explainWord, judgeWord, type WordTie, wouldFit } from '../../numbers/word/wordTie.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'framed-block',
  summary: 'A word such as "most" or "nearly all" must fit the figure beside it.',
  why: 'Inspectorates publish what share each of these words stands for, and every reader takes "most" for more than half.',
  severity: 'warning',
  *check({ block, vocabulary, readings }) {
    const pack = readings.of(wordPack, vocabulary?.framework.quantityWords ?? NONE);
    for (const prose of readings.of(passagesOf, block)) {
      for (const tie of readWordTies(prose.text, pack, readings)) {
        if (judgeWord(tie) === 'holds') continue;
        yield finding(tie, prose, pack, vocabulary?.framework.inspectorate);
      }
    }
  },
});

const NONE: readonly never[] = [];

function finding(tie: WordTie, prose: Prose, pack: WordPack, inspectorate: string | undefined): Draft<Span> {
  const at = prose.sourceSpan(tie.span.from, tie.span.to);
  const word = prose.sourceSpan(tie.word.span.from, tie.word.span.to);
  const fitting = pack.scale.filter(({ meaning }) => meaning.isPublished && wouldFit(tie, meaning));
  const [first] = fitting;
  // "Few" says more than "a minority" of 12%, as "nearly all" does than "many" of 95%.
  const best = first?.meaning.interval.low === undefined ? fitting.at(-1) : first;
  const other = best === undefined ? '' : ` It would be "${best.text}".`;
  return {
    at: word,
    severity: tie.isPlain && !tie.meaning.isPublished ? 'error' : 'warning',
    message: `${explainWord(tie, inspectorate)}${other}`,
    related: [{ at, message: `"${prose.text.slice(tie.span.from, tie.span.to)}" is the figure beside it.` }],
    fixes: otherWords(tie, prose, pack).map((phrase) => change(tie, prose, phrase)),
  };
}

/** Other words that would fit and stand in the same grammar. */
function otherWords(tie: WordTie, prose: Prose, { scale }: WordPack): readonly Phrase[] {
  const seen = new Set<Meaning>();
  const fitting = scale.filter(({ text, meaning }) => {
    const isNew = !seen.has(meaning) && wouldFit(tie, meaning) && canReplace(tie, prose, text);
    if (isNew) seen.add(meaning);
    return isNew;
  });
  return fitting.slice(0, 3);
}

const TAKES_OF = /(?:majority|minority|half)$/;

/** Whether a word stands in the same grammar: "most learners" and "a majority of learners" do not. */
function canReplace({ word, form }: WordTie, prose: Prose, other: string): boolean {
  const isBare =
    form === 'p% (word)' || (form === 'word (p%)' && !/^\s*of\b/.test(prose.text.slice(word.span.to)));
  return isBare || TAKES_OF.test(other) === TAKES_OF.test(word.text.toLowerCase());
}

function change({ word }: WordTie, prose: Prose, { text }: Phrase): DraftFix<Span> {
  const isCapital = /^\p{Lu}/u.test(word.text);
  const replacement = isCapital ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return {
    title: `Change "${word.text}" to "${replacement}"`,
    edits: (edit, place) => edit.replace(place(prose.sourceSpan(word.span.from, word.span.to)), replacement),
  };
}
