import { type Change, moved } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import type { ActiveRule } from './config.ts';
import type { ChangedFacets } from './facets.ts';
import type { Draft, DraftFix } from './rule.ts';

/** What each rule for the whole document found in one version. */
export type DraftsByRule = ReadonlyMap<ActiveRule, readonly Draft<Span>[]>;

/** What rules found before an edit that changes nothing of what they look at. */
export class KeptDrafts {
  readonly #drafts: DraftsByRule;
  readonly #changed: ChangedFacets;

  constructor(drafts: DraftsByRule, changed: ChangedFacets) {
    this.#drafts = drafts;
    this.#changed = changed;
  }

  /**
   * What a rule would find now, at the places where that stands now; undefined where it must be run. How to mend it is
   * worked out only when somebody asks: the rule is run then.
   */
  of(rule: ActiveRule, run: () => readonly Draft<Span>[]): readonly Draft<Span>[] | undefined {
    const found = this.#drafts.get(rule);
    return found === undefined || this.#touches(rule)
      ? undefined
      : movedDrafts(found, this.#changed.change, run);
  }

  #touches({ rule }: ActiveRule): boolean {
    const reads = rule.scope === 'document' ? rule.reads : undefined;
    return reads === undefined || reads.some((facet) => this.#changed.has(facet));
  }
}

/** Stands apart from the class: what is made here outlives the version before, and must not hold on to it. */
function movedDrafts(
  found: readonly Draft<Span>[],
  change: Change,
  run: () => readonly Draft<Span>[],
): readonly Draft<Span>[] | undefined {
  const again = onDemand(run);
  const drafts: Draft<Span>[] = [];
  for (const [index, draft] of found.entries()) {
    const own = movedDraft(draft, change, () => again()[index]);
    if (own === undefined) return undefined;
    drafts.push(own);
  }
  return drafts;
}

function onDemand<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Again = () => Draft<Span> | undefined;

function movedDraft(draft: Draft<Span>, change: Change, again: Again): Draft<Span> | undefined {
  const at = moved(draft.at, change);
  if (at === undefined) return undefined;
  const related: { at: Span; message: string }[] = [];
  for (const { at: before, message } of draft.related ?? []) {
    const now = moved(before, change);
    if (now === undefined) return undefined;
    related.push({ at: now, message });
  }
  const fixes = draft.fixes?.map((fix, index) => askedAgain(fix, () => again()?.fixes?.[index]));
  return { ...draft, at, related, ...(fixes === undefined ? {} : { fixes }) };
}

/** A change whose edits are those that the rule gives when it is run again. */
function askedAgain(fix: DraftFix<Span>, again: () => DraftFix<Span> | undefined): DraftFix<Span> {
  const { snippet, ...rest } = fix;
  const edits: DraftFix<Span>['edits'] = (edit, place) => again()?.edits(edit, place) ?? [];
  if (snippet === undefined) return { ...rest, edits };
  return { ...rest, edits, snippet: (edit, place) => again()?.snippet?.(edit, place) ?? [] };
}
