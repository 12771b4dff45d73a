import { normaliseName, normalisePhrase } from '../framework/name.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import { type Area, areaNames } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './contents.ts';

/** A score that an area got, on a scale whose judgements follow from scores. */
export interface Score {
  readonly area: Area;
  readonly at: Anchor;
  /** As written: "58%", "22/36". */
  readonly text: string;
  /** In per cent of all that could be got. */
  readonly share: number;
  /** The most that could be got, where the score counts points. */
  readonly outOf: number | undefined;
}

const SCORE_NAME = /^(?:overall |total |final )?(?:percentage )?score$/;
const POINTS = String.raw`\d{1,3}(?:\.\d{1,2})?\s?(?:%|per\s?cent\b)|\d{1,3}\s{0,3}(?:\/|out of)\s{0,3}\d{1,3}`;
/** A whole value; the same in per cent may stand in brackets behind points. */
const VALUE = new RegExp(String.raw`^(?<score>${POINTS})\s*(?:\([^()]{0,20}\))?\.?$`, 'iu');
const SENTENCE = /[^.!?]+(?:\.(?=\d)[^.!?]*)*[.!?]*/gu;
/** "The council scored 78 out of 100 overall"; without the last word the score may be that of a part. */
const SAID = new RegExp(
  String.raw`\b(?:scored\s+(?:an?\s+)?(?<scored>${POINTS})\s+overall\b|overall\s+score\s+(?:is|of)\s+(?<overall>${POINTS}))`,
  'iu',
);
/** A sentence that has these may tell of another time, place or case. */
const ELSEWHERE =
  /\b(?:(?:19|20)\d\d|previous(?:ly)?|last|earlier|before|former(?:ly)?|average|would|could|if|target|other|national(?:ly)?)\b|["“”]/iu;

/**
 * The scores that a section states: of its own area, or in the summary of the one area that has scores. Read are
 * fields, rows of a table with a column of scores, and sentences that say outright what was scored overall.
 */
export function readScores(
  own: readonly Block[],
  area: Area | undefined,
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): readonly Score[] {
  const scored = scoredArea(area, role, vocabulary);
  if (scored === undefined) return [];
  return own.flatMap((block, index) => [
    ...fieldScores(block, index, scored),
    ...rowScores(block, index, scored),
    ...saidScores(block, index, scored),
  ]);
}

function scoredArea(
  area: Area | undefined,
  role: SectionRole | undefined,
  { areas }: Vocabulary,
): Area | undefined {
  const scored = areas.filter(({ scale }) => scale.values.some(({ band }) => band !== undefined));
  if (area !== undefined) return scored.find((one) => one === area);
  return role?.def.judgementSummary === true && scored.length === 1 ? scored[0] : undefined;
}

function fieldScores({ labels }: Block, block: number, area: Area): readonly Score[] {
  return labels.flatMap(({ name, value, valueSpan }) => {
    const text = SCORE_NAME.test(normaliseName(name)) ? VALUE.exec(value)?.groups?.score : undefined;
    if (text === undefined) return [];
    return score(area, text, { block, span: { from: valueSpan.from, to: valueSpan.from + text.length } });
  });
}

function rowScores({ tables }: Block, block: number, area: Area): readonly Score[] {
  const names = new Set(areaNames(area).map(normalisePhrase));
  return tables.flatMap(({ rows }) => {
    const column = rows[0]?.cells.findIndex(({ prose }) => SCORE_NAME.test(normaliseName(prose.text))) ?? -1;
    return rows.slice(1).flatMap(({ cells }) => {
      const cell = cells[column];
      const isNamed = cells.some(({ prose }) => names.has(normalisePhrase(prose.text)));
      const text =
        isNamed && cell !== undefined ? VALUE.exec(cell.prose.text.trim())?.groups?.score : undefined;
      return text === undefined || cell === undefined ? [] : score(area, text, { block, span: cell.span });
    });
  });
}

function saidScores({ kind, leaves }: Block, block: number, area: Area): readonly Score[] {
  if (kind !== 'paragraph' && kind !== 'item') return [];
  return leaves
    .filter(({ quoted }) => !quoted)
    .flatMap(({ prose }) =>
      [...prose.text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
        const said = SAID.exec(sentence);
        const text = said?.groups?.scored ?? said?.groups?.overall;
        if (said === null || text === undefined || ELSEWHERE.test(sentence)) return [];
        const from = index + said.index + said[0].indexOf(text);
        return score(area, text, { block, span: prose.sourceSpan(from, from + text.length) });
      }),
    );
}

function score(area: Area, text: string, at: { block: number; span: Span }): readonly Score[] {
  const [points = NaN, outOf] = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const share = outOf === undefined ? points : (points / outOf) * 100;
  return share >= 0 && share <= 100 ? [{ area, at, text, share, outOf }] : [];
}
