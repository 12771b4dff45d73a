import type { Block } from '../../model/block.ts';
import type { Comment, Row } from '../../syntax/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type Time, timesIn } from '../../values/times.ts';
import { Readings } from '../readings.ts';
import { isAmount, TARGET } from './clauseMentions.ts';
import { type Clause, clausesOf, FIGURE } from './clauses.ts';
import { namesPart } from './localities.ts';
import type { FigureNote, Mention, MentionMemo, NotedFigure, NoteWords } from './mention.ts';
import { mentionsOf } from './mentions.ts';
import { mentionsAt, type Passage, passageOf } from './statedFigures.ts';

/** So many in one passage are no work of an author; it keeps hostile text cheap. */
const MOST = 100;

/** The comments of a block that stand right behind a figure. Kept in the memo for as long as the block is the same. */
export function figureNotesOf(block: Block, memo: MentionMemo): readonly FigureNote[] {
  if (block.notes.length === 0 || block.kind === 'code' || block.kind === 'heading') return [];
  const known = memo.notes.get(block);
  if (known !== undefined) return known;
  const notes = [
    ...block.leaves.flatMap(({ span, prose }) => inPassage({ block, memo, prose, span, cell: undefined })),
    ...block.tables.flatMap(({ rows }) =>
      rows.flatMap((row, index) =>
        row.cells.flatMap(({ span, prose }, column) => {
          const cell = index === 0 ? undefined : { heads: rows[0], row, column };
          return inPassage({ block, memo, prose, span, cell });
        }),
      ),
    ),
  ];
  memo.notes.set(block, notes);
  return notes;
}

interface Place {
  readonly block: Block;
  readonly memo: MentionMemo;
  readonly prose: Prose;
  /** All of the passage in the block's source. Behind a cell a comment may stand, with one blank between. */
  readonly span: Span;
  /** Of a passage in a table: what heads it. */
  readonly cell: { readonly heads: Row | undefined; readonly row: Row; readonly column: number } | undefined;
}

function inPassage(place: Place): readonly FigureNote[] {
  const { block, prose, span, cell } = place;
  const notes = block.notes.filter((note) => note.span.from >= span.from && note.span.from <= span.to + 1);
  if (notes.length === 0 || notes.length > MOST || !/\d/.test(prose.text)) return [];
  const byEnd = new Map<number, Quantity>();
  for (const { quantity } of new Readings().passage(prose.text))
    if (quantity !== undefined) byEnd.set(prose.sourceOffset(quantity.span.to - 1) + 1, quantity);
  let reading: Reading | undefined;
  return notes.flatMap((note) => {
    const quantity = byEnd.get(figureEnd(block.source, note.span.from));
    const words = quantity === undefined ? undefined : wordsOf(note);
    if (quantity === undefined || words === undefined) return [];
    reading ??= readingOf(place);
    const figureAt = prose.sourceSpan(quantity.span.from, quantity.span.to);
    return [{ ...words, figureAt, figures: statedBy(reading, quantity), isInCell: cell !== undefined }];
  });
}

/** Where a figure would end that a comment at `at` stands right behind: but for a blank, and the marks of emphasis. */
function figureEnd(source: string, at: number): number {
  let end = source[at - 1] === ' ' ? at - 1 : at;
  while (end > 0 && at - end < 6 && /[*_~]/.test(source[end - 1] ?? '')) end -= 1;
  return end;
}

const WORDS = /^([a-z\d][\w-]{0,60})(?:[,:]?\s+(\S.{0,40}))?$/i;

function wordsOf({ text, textAt }: Comment): Pick<FigureNote, 'id' | 'period'> | undefined {
  const [, id, period] = WORDS.exec(text) ?? [];
  if (id === undefined) return undefined;
  const placed = (words: string, from: number): NoteWords => {
    return { text: words, at: { from, to: from + words.length } };
  };
  return {
    id: placed(id, textAt),
    period: period === undefined ? undefined : placed(period, textAt + text.length - period.length),
  };
}

interface Reading {
  readonly place: Place;
  readonly passage: Passage;
  readonly clauses: readonly Clause[];
  /** What the words state by themselves, by where the number stands. */
  readonly own: ReadonlyMap<number, Mention>;
}

function readingOf(place: Place): Reading {
  const { block, memo, prose, cell } = place;
  const passage = passageOf(prose, cell === undefined ? [] : prose.breaks);
  const own = new Map(mentionsOf(block, memo).map((mention) => [mention.numberAt.from, mention]));
  return { place, passage, clauses: clausesOf(passage.text), own };
}

/** What a figure states, where it is one of a measure: not what something changed by, and not of a part of those that are meant. */
function statedBy(reading: Reading, quantity: Quantity): readonly NotedFigure[] {
  const { passage, clauses, own, place } = reading;
  const { prose } = passage;
  const numberAt = prose.sourceSpan(quantity.numberSpan.from, quantity.numberSpan.to);
  const clause = clauses.findLast(({ from }) => from <= quantity.start);
  if (clause === undefined || namesPart(clause.text) || isOfPart(place)) return [];
  const read = own.get(numberAt.from);
  const role = read?.role ?? roleOf(passage, quantity);
  if (role === undefined) return [];
  const { time, before } = read ?? timesAround(reading, clause);
  const known = mentionsAt(passage, keyOf(passage, quantity), { measure: NO_WORDS, role, time, before });
  if (known.length > 0) return known.map(({ measure: _, ...stated }) => stated);
  const at = prose.sourceSpan(quantity.span.from, quantity.span.to);
  const part = quantity.kind === 'count' ? quantity : undefined;
  const plain = { quantity, derived: undefined, part, whole: undefined, at, numberAt, text: quantity.text };
  return [{ ...plain, role, time, before }];
}

const NO_WORDS = { key: '', details: [], count: 0 };

/** Under which of its figures a passage has a share: "210 of 754" ends with the figure that the comment stands behind. */
function keyOf({ stated }: Passage, { start, span }: Quantity): number {
  if (stated.has(start)) return start;
  const ends = [...stated].find(([, all]) =>
    all.some((one) => one.derived !== undefined && one.to === span.to),
  );
  return ends?.[0] ?? start;
}

/** Undefined for what something changed by. */
function roleOf({ text }: Passage, { start, span }: Quantity): Mention['role'] | undefined {
  const [lead, rest] = [text.slice(Math.max(0, start - 40), start), text.slice(span.to)];
  const isTarget = new RegExp(String.raw`${TARGET.source}(?: \w+){0,2} *$`, 'i').test(lead);
  if (isTarget || /^ (?:target|goal)\b/i.test(rest)) return 'target';
  return isAmount(`${lead}${FIGURE}${rest.slice(0, 40)}`, lead.length) ? undefined : 'actual';
}

/** The time that the words around a figure give it: that of its sentence, where that names one alone, and what heads its column. */
function timesAround({ passage, clauses, place }: Reading, own: Clause): Pick<Mention, 'time' | 'before'> {
  const sentence = clauses.filter(({ sentence }) => sentence === own.sentence);
  const [from, to] = [sentence[0]?.from ?? 0, sentence.at(-1)?.to ?? 0];
  const times = [...passage.times];
  const within = times.flatMap(([at, time]) => (at >= from && at < to ? [time] : []));
  const heads = headTimes(place);
  const named = within.length > 0 ? within : heads;
  const time: Time | undefined = named.length > 1 ? { kind: 'other' } : named[0];
  return { time, before: times.flatMap(([at, before]) => (at < from ? [before] : [])) };
}

function headTimes({ cell, prose }: Place): readonly Time[] {
  if (cell === undefined) return [];
  const heads = [cell.heads?.cells[cell.column], cell.row.cells[0]];
  return heads.flatMap((head) =>
    head === undefined || head.prose === prose ? [] : timesIn(head.prose.text).map(({ time }) => time),
  );
}

/** Whether what heads a cell says that it is of a part, or of others: "North locality", "England". */
function isOfPart({ cell, prose }: Place): boolean {
  if (cell === undefined) return false;
  const heads = [cell.heads?.cells[cell.column], cell.row.cells[0]];
  return heads.some((head) => head !== undefined && head.prose !== prose && namesPart(head.prose.text));
}
