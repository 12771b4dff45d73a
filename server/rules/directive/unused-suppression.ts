import { placeSpan } from '../../model/block.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule, type UnusedSuppression } from '../rule.ts';

export default defineRule({
  scope: 'suppression',
  summary: 'A comment that switches a rule off must have something to switch off.',
  why: 'A comment that outlives its reason hides the next fault in the same place.',
  severity: 'warning',
  *check({ unused }) {
    const byComment = new Map<UnusedSuppression['directive'], UnusedSuppression[]>();
    for (const one of unused) byComment.set(one.directive, [...(byComment.get(one.directive) ?? []), one]);
    for (const [{ directive }, those] of byComment) {
      const [first] = those;
      if (first !== undefined && those.length >= directive.rules.length) yield useless(first);
      else for (const one of those) yield* inList(one);
    }
  },
});

/** Nothing that the comment switches off is found. */
function useless({ directive, span }: UnusedSuppression): Draft<Span> {
  const ids = directive.directive.rules.map(({ id }) => `"${id}"`);
  const what = ids.length === 0 ? 'all rules' : ids.join(' and ');
  const have = ids.length === 1 ? 'which has' : 'which have';
  return {
    at: span,
    message: `This comment switches off ${what}, ${have} nothing to say here. Take the comment out.`,
    fixes: [{ title: 'Remove the comment', edits: (edit) => edit.removeComment(span) }],
  };
}

function* inList({ directive, rule }: UnusedSuppression): Iterable<Draft<Span>> {
  if (rule === undefined) return;
  const { rules } = directive.directive;
  const index = rules.findIndex(({ span }) => placeSpan(directive.placed, span).from === rule.span.from);
  const [before, own, behind] = [rules[index - 1], rules[index], rules[index + 1]];
  // With the blanks and the comma on one side of it.
  const cut = {
    from: before?.span.to ?? own?.span.from ?? 0,
    to: before ? (own?.span.to ?? 0) : (behind?.span.from ?? 0),
  };
  const fix: DraftFix<Span> = {
    title: `Remove "${rule.id}" from the comment`,
    edits: (edit) => edit.replace(placeSpan(directive.placed, cut), ''),
  };
  yield {
    at: rule.span,
    message: `This comment switches off "${rule.id}", which has nothing to say here. Take it out of the list.`,
    fixes: [fix],
  };
}
