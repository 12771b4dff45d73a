import { placeSpan } from '../model/block.ts';
import type { PlacedDirective, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** What comments tell the checker, by the word that they begin with. */
export const COMMENTS: ReadonlyMap<string, string> = new Map([
  ['touchstone-disable-next-line', 'Switches a rule off for what stands below.'],
  ['touchstone-disable', 'Switches a rule off from here on.'],
  ['touchstone-enable', 'Switches a rule on again.'],
  ['id:', 'Says which section of the framework this is.'],
]);

/** A comment that switches rules off, with the one further down that switches some of them on again. */
export interface DirectivePair {
  readonly off: Span;
  readonly on: Span;
  /** The rules that both of them name. */
  readonly rules: readonly { readonly off: Span; readonly on: Span }[];
}

/** The comments of a document that belong together. What is never switched on again has no pair. */
export function directivePairs({ directives }: Report): readonly DirectivePair[] {
  return directives.flatMap((placed, index) => {
    if (placed.directive.action !== 'disable') return [];
    const behind = directives.slice(index + 1);
    const ends = behind.filter(({ directive }) => directive.action === 'enable' && closes(placed, directive));
    const [first] = ends;
    return first === undefined ? [] : [pairOf(placed, first)];
  });
}

function closes({ directive: { rules } }: PlacedDirective, end: PlacedDirective['directive']): boolean {
  return end.rules.length === 0 || end.rules.some(({ id }) => rules.some((rule) => rule.id === id));
}

function pairOf(off: PlacedDirective, on: PlacedDirective): DirectivePair {
  return {
    off: placeSpan(off.placed, off.directive.span),
    on: placeSpan(on.placed, on.directive.span),
    rules: off.directive.rules.flatMap(({ id, span }) =>
      on.directive.rules
        .filter((rule) => rule.id === id)
        .map((rule) => ({ off: placeSpan(off.placed, span), on: placeSpan(on.placed, rule.span) })),
    ),
  };
}
