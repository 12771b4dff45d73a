import type { Anchor } from '../../report/contents.ts';
import type { TermMatch } from '../../report/preferredTerms.ts';
import type { Prose } from '../../syntax/prose.ts';
import { overlapsAny } from '../../text/span.ts';
import { articleFor, inCaseOf } from '../../values/termForms.ts';
import { TermGuard } from '../../values/termPlace.ts';
import { ENGLISH_TERMS } from '../../values/termWords.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type TermPassage, termPassages } from './termPassages.ts';

export default defineRule({
  scope: 'section',
  summary:
    'Where a framework or "touchstone.yaml" lists words to use, those that they take the place of are not written.',
  why: 'Children and families have said which words hurt or shut them out, and a list that is kept in one report and broken in the next helps nobody.',
  severity: 'info',
  *check(context) {
    const { terms } = context;
    if (terms.terms.length === 0) return;
    for (const passage of termPassages(context)) {
      const { prose, closed } = passage;
      const guard = new TermGuard(prose.text, ENGLISH_TERMS);
      const isClosed = overlapsAny(closed);
      for (const match of terms.find(prose.text)) {
        const isOthers = isClosed(prose.sourceSpan(match.at.from, match.at.to)) || guard.stays(match.at);
        if (!isOthers) yield finding(match, passage);
      }
    }
  },
});

function finding(match: TermMatch, passage: TermPassage): Draft<Anchor> {
  const { at, term } = match;
  const { block, prose } = passage;
  const words = prose.text.slice(at.from, at.to);
  const use = match.isAcronym ? atStart(match, prose) : inCaseOf(words, match.use, ENGLISH_TERMS);
  const why = [term.because, term.source === undefined ? undefined : `Source: ${term.source}.`];
  return {
    at: { block, span: prose.sourceSpan(at.from, at.to) },
    message: [`Write "${use}" instead of "${words}".`, ...why].filter((part) => part !== undefined).join(' '),
    fixes: fixes(match, use, passage),
  };
}

/** The words for an acronym, with a capital where they begin the passage or a sentence. */
function atStart({ at, use }: TermMatch, { text }: Prose): string {
  return /(?:^|[.!?]\s)$/.test(text.slice(0, at.from).slice(-2)) ? inCaseOf('Xx', use, ENGLISH_TERMS) : use;
}

/** No fix where the words are explained, or own something: what stands around them must change as well. */
function fixes(match: TermMatch, use: string, { block, prose }: TermPassage): readonly DraftFix<Anchor>[] {
  const { from, to } = match.at;
  const [before, behind] = [prose.text.slice(Math.max(0, from - 4), from), prose.text.slice(to, to + 12)];
  if (/^['’]/.test(behind) || /^ \(\p{Lu}{2}/u.test(behind) || /\($/.test(before)) return [];
  const article = /(?:^|[^\p{L}])(an?) $/iu.exec(before)?.[1];
  const wanted = articleFor(use);
  const isOff = article !== undefined && wanted !== undefined && article.toLowerCase() !== wanted;
  const words = isOff ? `${inCaseOf(article, wanted, ENGLISH_TERMS)} ${use}` : use;
  const span = prose.sourceSpan(isOff ? from - article.length - 1 : from, to);
  const safe = match.isSure && (article === undefined || wanted !== undefined);
  return [
    { title: `Write "${words}"`, safe, edits: (edit, place) => edit.replace(place({ block, span }), words) },
  ];
}
