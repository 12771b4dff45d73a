import type { StatusValue } from '../framework/framework.ts';
import type { Block } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Anchor } from './contents.ts';
import { type Band, readBand } from './keyBands.ts';

/** What a status says of the figures that it stands for. */
export type Claim = NonNullable<StatusValue['says']>;

/** What a document's own key says that a colour stands for. */
export interface KeyEntry {
  readonly claim: Claim;
  /** As written: `Green = within 20 points of target`. */
  readonly text: string;
  readonly at: Anchor;
  /** Undefined where the definition is there and cannot be put in figures. */
  readonly band: Band | undefined;
}

/** What the colours of a traffic light say, with their first letters. */
export const CLAIMS: ReadonlyMap<string, Claim> = new Map([
  ['green', 'on-target'],
  ['g', 'on-target'],
  ['amber', 'near-target'],
  ['yellow', 'near-target'],
  ['a', 'near-target'],
  ['red', 'off-target'],
  ['r', 'off-target'],
]);

const COLOUR = /(?<![\p{L}/-])(?:green|amber|yellow|red|blue|[GAR](?=\s{0,2}[=:]))(?![\p{L}/])/giu;
const DEFINES =
  /^(?:["”’')\]]|\s|\((?:on|[gar]\)))*(?:=|:|–|—|-|\(|\b(?:is|are|means|indicates|denotes|signifies|represents|where|if|when)\b)+\s*/i;
/** In a list of colours the sign may be left out: `; Amber within 10%`. */
const BARE = /^\s+(?=(?:within|more than|less than|up to|over|below|above|(?:on|at) or)\b)/i;
const LISTED =
  /(?:(?:^|[;,.:])\s*(?:and\s+)?|\b(?:are|is) (?:rated|scored|shown|coloured|marked)(?: as)?\s+)$/i;
const MOST_LEAD = 40;
/** What definitions are about; counts, names and comments are about other things. */
const DEFINITION =
  /\b(?:targets?|tolerances?|thresholds?|on track|within|below|above|off|met|meets?|better|worse|more than|less than|at least|exceed\w*|under|achieved)\b|[<>≤≥]/i;
const KEY =
  /\b(?:key|legend|thresholds?|tolerances?|rag (?:ratings?|definitions?|status)|ratings? (?:are|is))\b/i;
const LONGEST = 160;

interface Found {
  readonly claim: Claim | undefined;
  readonly from: number;
  readonly to: number;
  readonly definition: string;
}

/** The colours of a text that it defines: `Green = on or above target; Amber = within 10%`. */
function definitionsIn(text: string): readonly Found[] {
  const colours = [...text.matchAll(COLOUR)];
  return colours.flatMap((colour, index): readonly Found[] => {
    const from = colour.index;
    const rest = text.slice(from + colour[0].length, colours[index + 1]?.index ?? text.length);
    const isListed = LISTED.test(text.slice(Math.max(0, from - MOST_LEAD), from));
    const sign = DEFINES.exec(rest) ?? (isListed ? BARE.exec(rest) : null);
    if (sign === null) return [];
    const definition = (/^(?:[^.;\n]|\.\d)*/.exec(rest.slice(sign[0].length))?.[0] ?? '').replace(
      /[\s,–-]+(?:and\s*)?$/,
      '',
    );
    const isDefined = definition.length <= LONGEST && DEFINITION.test(definition);
    const to = from + colour[0].length + sign[0].length + definition.length;
    return isDefined ? [{ claim: CLAIMS.get(colour[0].toLowerCase()), from, to, definition }] : [];
  });
}

function inProse(prose: Prose, block: number): readonly KeyEntry[] {
  const { text } = prose;
  // Most passages name no colour.
  if (!/green|amber|\bred\b|[GAR]\s{0,2}[=:]/i.test(text)) return [];
  return definitionsIn(text).flatMap(({ claim, from, to, definition }) =>
    claim === undefined
      ? []
      : [
          {
            claim,
            text: text.slice(from, to),
            at: { block, span: prose.sourceSpan(from, to) },
            band: readBand(definition),
          },
        ],
  );
}

/** A row of a table that is a colour and what it stands for, or a column of such. */
function inTables({ tables }: Block, block: number): readonly KeyEntry[] {
  return tables.flatMap(({ rows }) => {
    const [header, ...body] = rows.map(({ cells }) => cells);
    const [only] = body;
    const pairs = [header ?? [], ...body]
      .filter(({ length }) => length === 2)
      .map(([name, cell]) => ({ name, cell }));
    const columns = body.length === 1 ? (header ?? []).map((name, at) => ({ name, cell: only?.[at] })) : [];
    return [...pairs, ...columns].flatMap(({ name, cell }): readonly KeyEntry[] => {
      const claim = CLAIMS.get(name?.prose.text.trim().toLowerCase() ?? '');
      if (claim === undefined || name === undefined || cell === undefined) return [];
      const definition = cell.prose.text;
      if (definition.length > LONGEST || !DEFINITION.test(definition)) return [];
      const text = `${name.prose.text}: ${definition}`;
      return [{ claim, text, at: { block, span: cell.span }, band: readBand(definition) }];
    });
  });
}

/**
 * The key of a section: what Green, Amber and Red stand for in its own words. One colour alone is a key only where the
 * passage says that it is one, since "Amber: below target since May" is a comment.
 */
export function readStatusKey(own: readonly Block[]): readonly KeyEntry[] {
  let isKey = false;
  const entries = own.flatMap((block, index) => {
    const passages = [
      ...block.leaves,
      ...block.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    ];
    const found = [...passages.flatMap(({ prose }) => inProse(prose, index)), ...inTables(block, index)];
    isKey ||= found.length > 0 && passages.some(({ prose }) => KEY.test(prose.text));
    return found;
  });
  const claims = new Set(entries.map(({ claim }) => claim));
  return isKey || claims.size > 1 ? entries : [];
}
