import { countAt, type Item, isSign, isWord, percentageAt, skipWords } from '../passage.ts';
import { bracketedShare, NO_STOPS, partOfWhole, shareAt } from '../share/shareParts.ts';
import type { WordFigure } from './wordTie.ts';

/** A figure, and the index behind it. */
export interface FoundFigure {
  readonly figure: WordFigure;
  readonly next: number;
}

function figure(parts: Partial<WordFigure>): WordFigure {
  return { share: undefined, part: undefined, whole: undefined, ...parts };
}

function isCut(items: readonly Item[], index: number): boolean {
  return (
    isSign(items, index, ',') ||
    isSign(items, index, ';') ||
    isSign(items, index, '/') ||
    items[index]?.lower === 'or'
  );
}

/** Where a figure in brackets ends: behind the bracket, passing what is said of it there in the same breath. */
function closed(items: readonly Item[], index: number): number | undefined {
  return isSign(items, index, ')') ? index + 1 : undefined;
}

/** `(85 of 120)`, `(85 out of 120 learners; 71%)`. */
function bracketedPart(items: readonly Item[], index: number): FoundFigure | undefined {
  const pair = partOfWhole(items, index + 1);
  if (pair === undefined) return undefined;
  const { part, whole } = pair;
  const at = skipWords(items, pair.next, 4, NO_STOPS) ?? pair.next;
  const behind = isCut(items, at) ? at + 1 : at;
  const share = percentageAt(items, behind);
  const next = closed(items, share === undefined ? at : behind + 1);
  return next === undefined ? undefined : { figure: figure({ share, part, whole }), next };
}

/** `(38, 83%)`: a count with its share. */
function bracketedBoth(items: readonly Item[], index: number): FoundFigure | undefined {
  const part = countAt(items, index + 1);
  const share = part && isCut(items, index + 2) ? percentageAt(items, index + 3) : undefined;
  const next = share && closed(items, index + 4);
  return next === undefined ? undefined : { figure: figure({ share, part }), next };
}

/** The figure in the bracket that opens at `index`: `(43%)`, `(85 of 120)`, `(38, 83%)`. */
export function figureInBrackets(items: readonly Item[], index: number): FoundFigure | undefined {
  if (!isSign(items, index, '(')) return undefined;
  const found = bracketedPart(items, index) ?? bracketedBoth(items, index);
  if (found !== undefined) return found;
  const share = bracketedShare(items, index);
  if (share === undefined) return undefined;
  if (isSign(items, share.next - 1, ')'))
    return { figure: figure({ share: share.quantity }), next: share.next };
  // `(83%, 38 of 46)`, `(83%, 38)`: what stands behind the comma must be the same in other words.
  const pair = partOfWhole(items, share.next);
  const count = countAt(items, share.next);
  const end = pair === undefined ? share.next + (count === undefined ? 0 : 1) : pair.next;
  const next = pair === undefined && count === undefined ? undefined : closed(items, end);
  if (next === undefined) return undefined;
  return { figure: figure({ share: share.quantity, part: pair?.part, whole: pair?.whole }), next };
}

/** A bare count in brackets, which says how many there are and of how many only together with others: `(195)`. */
export function countInBrackets(items: readonly Item[], index: number): FoundFigure | undefined {
  const part = isSign(items, index, '(') ? countAt(items, index + 1) : undefined;
  return part && isSign(items, index + 2, ')') ? { figure: figure({ part }), next: index + 3 } : undefined;
}

/** A figure without brackets at `index`: `38 (83%)`, `38 of 46 (83%)`, `83%`, `83% (38 of 46)`. */
export function figureAlone(items: readonly Item[], index: number): FoundFigure | undefined {
  const pair = partOfWhole(items, index);
  if (pair !== undefined) {
    const { part, whole } = pair;
    const bracket = bracketedShare(items, pair.next);
    return { figure: figure({ share: bracket?.quantity, part, whole }), next: bracket?.next ?? pair.next };
  }
  const part = countAt(items, index);
  if (part !== undefined) {
    const bracket = bracketedShare(items, index + 1);
    return bracket && { figure: figure({ share: bracket.quantity, part }), next: bracket.next };
  }
  const share = shareAt(items, index);
  if (share === undefined) return undefined;
  const bracket = figureInBrackets(items, index + 1) ?? countInBrackets(items, index + 1);
  return { figure: { ...figure({}), ...bracket?.figure, share }, next: bracket?.next ?? index + 1 };
}

/** Whether the clause ends at `index`: there is nothing, or a stop, a comma or another clause. */
export function endsClause(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item === undefined) return true;
  if (!isWord(item)) return ['.', ',', ';', ')', '!', '?', '–', '—', '-'].includes(item.token?.text ?? '');
  return ['and', 'but', 'while', 'although', 'though', 'which', 'with', 'so'].includes(item.lower);
}

/** Figures in brackets that "or" and "and" join: `A (195) or B (166)`. */
export function chainOf(items: readonly Item[], index: number): readonly FoundFigure[] {
  const found: FoundFigure[] = [];
  let at = index;
  for (let count = 0; count < 6; count += 1) {
    const one = figureInBrackets(items, at) ?? countInBrackets(items, at);
    if (one === undefined) break;
    found.push(one);
    const isJoined = ['or', 'and'].includes(items[one.next]?.lower ?? '') || isSign(items, one.next, ',');
    const next = isJoined ? skipWords(items, one.next + 1, 6, new Set()) : undefined;
    if (next === undefined || !isSign(items, next, '(')) break;
    at = next;
  }
  return found;
}

/** Whether nothing of the sentence's own clause follows. */
export function endsSentence(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return (
    item === undefined || isSign(items, index, '.') || isSign(items, index, ';') || isSign(items, index, ',')
  );
}
