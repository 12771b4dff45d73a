import { type Block, cellsOf } from '../../model/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import { type DirectionClaim, readDirectionClaims } from '../direction/directionClaims.ts';
import { Readings } from '../readings.ts';
import { measureWords } from './measureWords.ts';
import type { MeasureWords, Mention, MentionMemo, RowClaim } from './mention.ts';
import { mentionsOf } from './mentions.ts';

const MAY_CLAIM =
  /ris(?:e|ing)|rose|grow|increas|reduc|decreas|declin|fall|fell|drop|improv|worsen|deteriorat|climb|peak|\bhigh of|\blow of/i;

/** What the prose of a block says of the way that measures went. Kept in the memo for as long as the block is the same. */
export function rowClaimsOf(
  block: Block,
  memo: MentionMemo,
  readings: Readings = new Readings(),
): readonly RowClaim[] {
  const known = memo.claims.get(block);
  if (known !== undefined) return known;
  const isRead = block.kind !== 'code' && block.kind !== 'heading';
  const passages = isRead ? [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose) : [];
  const claims = passages.flatMap((prose) => {
    if (prose.text.length < 20 || !MAY_CLAIM.test(prose.text)) return [];
    const mentions = mentionsOf(block, memo, readings);
    const directions = readings
      .of(readDirectionClaims, prose.text)
      .flatMap((claim) => directionOf(prose, claim, mentions));
    return [...directions, ...extremes(prose, mentions, readings)];
  });
  memo.claims.set(block, claims);
  return claims;
}

function directionOf(prose: Prose, claim: DirectionClaim, mentions: readonly Mention[]): readonly RowClaim[] {
  const at = prose.sourceSpan(claim.span.from, claim.span.to);
  const own = subjectsOf(claim, prose.text);
  const stated = own.length > 0 ? undefined : mentionBefore(prose, claim.span.from, mentions, 0);
  const measures = stated === undefined ? own : [stated.measure];
  return measures.map((measure) => ({
    kind: 'direction',
    claim,
    measure,
    at,
    text: claim.text,
    quantity: undefined,
  }));
}

const PAIR =
  /^ in ([\p{L} -]{3,40}?) and (?:in )?([\p{L} -]{3,40}?)(?=[,.;:]|$| (?:but|which|since|over|with|as|and|while|although)\b)/u;

/** The measures that went the claim's way: of "reductions in vacancies and in turnover" both, of "the figure" none. */
function subjectsOf({ subject, span }: DirectionClaim, text: string): readonly MeasureWords[] {
  const [, first, second] = PAIR.exec(text.slice(span.to, span.to + 120)) ?? [];
  const isNamed = first !== undefined && subject.includes(first.toLowerCase().split(' ')[0] ?? '');
  const named = isNamed && second !== undefined ? [first, second] : [];
  const all = [subject.join(' '), ...named].map((words) => measureWords(words, true));
  return all.filter(({ count }) => count > 0);
}

/** The last mention before a place of the text, at most so many sentences before it. */
function mentionBefore(
  prose: Prose,
  at: number,
  mentions: readonly Mention[],
  sentences: number,
): Mention | undefined {
  const source = prose.sourceOffset(at);
  const begin = prose.sourceOffset(0);
  const last = mentions.findLast(
    (own) =>
      own.at.from >= begin && own.at.to <= source && own.role === 'actual' && own.derived === undefined,
  );
  if (last === undefined) return undefined;
  const between = prose.text.slice(Math.max(0, at - (source - last.at.to)), at);
  return (between.match(/[.!?](?=\s)/g)?.length ?? 0) <= sentences ? last : undefined;
}

const EXTREME = /\b(?:an? )?(?:\w+ )?(peak|high|low) (?:of|at) (?:only |just )?$/i;

/** "down from a peak of 31%": no figure of the row lies beyond it. */
function extremes(prose: Prose, mentions: readonly Mention[], readings: Readings): readonly RowClaim[] {
  return readings.passage(prose.text).flatMap(({ quantity }): readonly RowClaim[] => {
    if (quantity === undefined || quantity.qualifier !== 'exact') return [];
    const before = prose.text.slice(Math.max(0, quantity.start - 30), quantity.start);
    const word = EXTREME.exec(before)?.[1]?.toLowerCase();
    // The measure is that of the figure right before: "28% … This is down from a peak of 31%".
    const stated = word === undefined ? undefined : mentionBefore(prose, quantity.start, mentions, 1);
    const opening =
      prose.text
        .slice(0, quantity.start)
        .split(/[.!?]\s/)
        .at(-1) ?? '';
    const isOfIt =
      /^\s*(?:this|it) (?:is|was|has|had)\b/i.test(opening) || opening.includes(stated?.text ?? '\u0000');
    if (word === undefined || stated === undefined || !isOfIt || stated.quantity.kind !== quantity.kind)
      return [];
    const at = prose.sourceSpan(quantity.span.from, quantity.span.to);
    const kind = word === 'low' ? 'lowest' : 'highest';
    return [{ kind, claim: undefined, measure: stated.measure, at, text: quantity.text, quantity }];
  });
}
