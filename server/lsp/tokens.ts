import { SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Tone } from '../features/tones.ts';
import type { Polarity } from '../framework/polarity.ts';
import type { Positions } from './positions.ts';

const KINDS: readonly Tone['kind'][] = ['judgement', 'status'];
const POLARITIES: readonly Polarity[] = ['best', 'good', 'neutral', 'weak', 'worst'];

/** The manifest gives each of these its colours. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: ['touchstoneJudgement', 'touchstoneStatus'],
  tokenModifiers: [...POLARITIES],
};

/** Judgements and statuses in the protocol's numbers. */
export function toTokens(tones: readonly Tone[], positions: Positions) {
  const builder = new SemanticTokensBuilder();
  for (const { kind, polarity, span } of tones) {
    const { line, character } = positions.position(span.from);
    const modifiers = 2 ** POLARITIES.indexOf(polarity);
    builder.push(line, character, span.to - span.from, KINDS.indexOf(kind), modifiers);
  }
  return builder.build();
}
