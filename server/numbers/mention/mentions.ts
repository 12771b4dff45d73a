import type { Block } from '../../model/block.ts';
import type { Table } from '../../syntax/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Time } from '../../values/times.ts';
import { Readings } from '../readings.ts';
import { readClause, type Subject } from './clauseMentions.ts';
import { type Clause, clausesOf, FIGURE, TIME } from './clauses.ts';
import { namesPart } from './localities.ts';
import { measureWords } from './measureWords.ts';
import type { Mention, MentionMemo } from './mention.ts';
import { type Passage, passageOf, statesFigures } from './statedFigures.ts';

/** The figures of measures that the prose of a block states. Kept in the memo for as long as the block is the same. */
export function mentionsOf(
  block: Block,
  memo: MentionMemo,
  readings: Readings = new Readings(),
): readonly Mention[] {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const mentions = [
    ...(block.kind === 'code' || block.kind === 'heading' ? [] : block.leaves).flatMap(({ prose }) =>
      inProse(prose, [], [], readings),
    ),
    ...block.tables.flatMap((table) => inTable(table, readings)),
  ];
  memo.blocks.set(block, mentions);
  return mentions;
}

/** The figures that sentences in cells state. What heads their row and column may say of what time they are. */
function inTable({ rows }: Table, readings: Readings): readonly Mention[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ prose }, column) => {
      if (!mayState(prose.text) || (column > 0 && namesPart(cells[0]?.prose.text ?? ''))) return [];
      const heads = [rows[0]?.cells[column], column === 0 ? undefined : cells[0]];
      const times = heads.flatMap((cell) => readings.times(cell?.prose.text ?? ''));
      // In a cell a line end parts one statement from the next; in a paragraph it is where the line was full.
      return inProse(
        prose,
        prose.breaks,
        times.map(({ time }) => time),
        readings,
      );
    }),
  );
}

/** Whether a passage may state a share, judged without reading it. A figure alone, as in a cell, is no sentence. */
function mayState(text: string): boolean {
  return text.length > 20 && /\d/.test(text);
}

function inProse(
  prose: Prose,
  breaks: readonly number[],
  heads: readonly Time[],
  readings: Readings,
): readonly Mention[] {
  if (!mayState(prose.text) || !statesFigures(prose.text, readings)) return [];
  const passage = passageOf(prose, breaks, readings);
  const mentions: Mention[] = [];
  let subject: Subject | undefined;
  let opening: Clause | undefined;
  for (const clause of clausesOf(passage.text)) {
    const isFirst = /^[.!?\n]/.test(clause.lead);
    if (isFirst) opening = undefined;
    const before = [...heads, ...timesBetween(passage, 0, clause.from)];
    const led = opening === undefined ? NOTHING : openedBy(passage, opening, clause);
    const own = led && readClause(passage, clause, { subject, time: led.time, before });
    opening = clause.text.includes(FIGURE) ? undefined : openingWith(passage, opening, clause, isFirst);
    // What a clause that could not be read is about is not known, and neither is what "and 45% in May" behind it is of.
    subject =
      own?.subject ?? (clause.text.includes(FIGURE) || /^[.!?:;\n]/.test(clause.lead) ? undefined : subject);
    if (own !== undefined) mentions.push(...own.mentions);
  }
  return mentions;
}

const HARMLESS = new RegExp(
  String.raw`^\s*(?:(?:following|despite|based on|as a result of|due to|since|in line with|thanks to|to date|currently|however|in addition|also|for example|in contrast|as a result|again|encouragingly|disappointingly|positively|importantly|notably)\b.*|${TIME}|\s)*$`,
  'i',
);

/** What opens a sentence up to the end of a clause: "In May 2019, before the pandemic". */
function openingWith(
  { text }: Passage,
  opening: Clause | undefined,
  clause: Clause,
  isFirst: boolean,
): Clause | undefined {
  if (isFirst) return clause;
  const goesOn = opening !== undefined && (/^,\s*$/.test(clause.lead) || opening.text.trim() === '');
  return goesOn ? { ...opening, to: clause.to, text: text.slice(opening.from, clause.to) } : undefined;
}

interface Opened {
  readonly time: Time | undefined;
}

const NOTHING: Opened = { time: undefined };

/**
 * The time that what opens a sentence gives to the figure behind it: "In May 2019, 90%", "May 2019: 90%". Undefined where it
 * says of it what is not known: "Over the year, 90%", "In the south: 90%".
 */
function openedBy(passage: Passage, opening: Clause, { lead, text }: Clause): Opened | undefined {
  const isLead = /^,\s*$/.test(lead) || (/^\s*[:–—-]/.test(lead) && isLabel(opening.text, text));
  if (isLead && !HARMLESS.test(opening.text)) return undefined;
  const times = timesBetween(passage, opening.from, opening.to);
  return times.length > 1 || times[0]?.kind === 'other' ? undefined : { time: times[0] };
}

/** Whether the words in front of a colon are a label that says more than what the words behind it are of. */
function isLabel(opening: string, text: string): boolean {
  const words = new Set(measureWords(text, true).key.split(' '));
  const more = measureWords(opening, true)
    .key.split(' ')
    .filter((word) => word !== '' && !words.has(word));
  return more.length > 0 && more.length <= MOST_OF_LABEL;
}

const MOST_OF_LABEL = 4;

function timesBetween({ times }: Passage, from: number, to: number): readonly Time[] {
  return [...times].filter(([at]) => at >= from && at < to).map(([, time]) => time);
}
