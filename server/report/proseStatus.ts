import { type Block, cellsOf } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import { sentencesOf } from '../values/sentences.ts';
import type { Words } from './contents.ts';
import { type Better, betterInProse } from './measureSense.ts';
import { CLAIMS, type Claim } from './statusKey.ts';

/** A sentence that gives a figure, its target and a colour: `61% against a target of 80%, rated Green`. */
export interface ProseStatus {
  readonly claim: Claim;
  readonly status: Words;
  readonly actual: Words;
  readonly target: Words;
  /** The direction in which the measure gets better, where the words leave no doubt. */
  readonly better: Better | undefined;
}

const COLOURS = /(?<![\p{L}/-])(?:green|amber|red)(?![\p{L}/])/giu;
/** What makes a colour a rating and no adjective. */
const RATED =
  /(?:\brag\b|\b(?:rated|rating|shown|reported|marked|flagged|graded|status|remains?|stays?|is|are|therefore|now)\b)[\s:–-]*(?:still |now |therefore |as |is |of )*["“'(]?$|\($/i;
const RATED_BEHIND = /^[\s-]*(?:rated|rating|status)\b/i;
const PERCENT = /\d{1,3}(?:\.\d{1,2})?\s?(?:%|per ?cent\b)/gi;
const TARGET_BEFORE = /\btargets?(?:\s+(?:of|is|was|at|being|set at|\(|figure of))?\s*\(?$/i;
const TARGET_BEHIND = /^\s+(?:target|ambition)\b/i;
/** A figure of something else: a change, another time, a share of those just named. */
const OTHER_FIGURE = /\b(?:by|from|than|nationally|average|last year|previously|compared (?:to|with))\s*$/i;
/** What says that it is not so, or not now. */
const UNSURE =
  /\b(?:not|no|never|nor|without|if|when|until|unless|will|would|should|could|previous(?:ly)?|last|forecast|predicted|expected|because|despite|although|though|however|but|trajectory|direction|improving|tolerance|within|points?)\b|n['’]t\b/i;
const LONGEST = 400;

/** The statements of a passage: its sentences, cut at semicolons where what follows could be a sentence too. */
function statementsOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  return sentencesOf(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    const ends = [...sentence.matchAll(/;\s+(?=[\p{Lu}\d])/gu)].map(
      ({ index, 0: end }) => index + end.length,
    );
    const starts = [0, ...ends];
    return starts.map((at, index) => ({ text: sentence.slice(at, starts[index + 1]), at: from + at }));
  });
}

interface Found {
  readonly text: string;
  readonly at: number;
}

function found(match: RegExpMatchArray): Found {
  return { text: match[0], at: match.index ?? 0 };
}

function ratingIn(sentence: string): Found | undefined {
  const [only, other] = [...sentence.matchAll(COLOURS)].map(found);
  if (only === undefined || other !== undefined) return undefined;
  const isRated =
    RATED.test(sentence.slice(0, only.at)) || RATED_BEHIND.test(sentence.slice(only.at + only.text.length));
  return isRated ? only : undefined;
}

/** The target and the figure of a sentence that gives just these two. */
function figuresIn(sentence: string): { readonly actual: Found; readonly target: Found } | undefined {
  const figures = [...sentence.matchAll(PERCENT)].map(found);
  const [first, second] = figures;
  if (first === undefined || second === undefined || figures.length > 2) return undefined;
  const isTarget = ({ text, at }: Found) =>
    TARGET_BEFORE.test(sentence.slice(0, at)) || TARGET_BEHIND.test(sentence.slice(at + text.length));
  const target = figures.filter(isTarget);
  const actual = figures.find((one) => !isTarget(one));
  if (target.length !== 1 || target[0] === undefined || actual === undefined) return undefined;
  return OTHER_FIGURE.test(sentence.slice(0, actual.at)) ? undefined : { actual, target: target[0] };
}

function inProse(prose: Prose, block: number): readonly ProseStatus[] {
  if (!/target/i.test(prose.text) || !/green|amber|\bred\b/i.test(prose.text)) return [];
  return statementsOf(prose.text).flatMap(({ text, at }): readonly ProseStatus[] => {
    const rating = text.length > LONGEST || UNSURE.test(text) ? undefined : ratingIn(text);
    const figures = rating && figuresIn(text);
    const claim = rating && CLAIMS.get(rating.text.toLowerCase());
    if (rating === undefined || figures === undefined || claim === undefined) return [];
    const words = ({ text: own, at: from }: Found): Words => ({
      text: own,
      at: { block, span: prose.sourceSpan(at + from, at + from + own.length) },
    });
    const { actual, target } = figures;
    return [
      {
        claim,
        status: words(rating),
        actual: words(actual),
        target: words(target),
        better: betterInProse(text),
      },
    ];
  });
}

/** The colours that sentences of a section give to figures with a target. */
export function readProseStatuses(own: readonly Block[]): readonly ProseStatus[] {
  return own.flatMap((block, index) =>
    block.kind === 'code'
      ? []
      : [...block.leaves, ...cellsOf(block)].flatMap(({ prose }) => inProse(prose, index)),
  );
}
