import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { readMonth, readPeriod } from '../../values/periods.ts';
import { hasBareItems, withBareItems, withLetteredItems } from './bareItems.ts';
import { readBlocks } from './blockReader.ts';
import type { Block } from './blocks.ts';
import { withBoxesApart } from './boxLines.ts';
import type { MonthOfYear } from './columnYears.ts';
import { readDashboard } from './dashboard.ts';
import { Emitter } from './emit.ts';
import { type FieldMatch, fieldReader } from './fieldLines.ts';
import { writeFrontMatter } from './frontMatter.ts';
import type { Imported } from './imported.ts';
import { judgementReader } from './judgement.ts';
import { blanked, type Line, readLines } from './lines.ts';
import { markItems } from './lists.ts';
import type { ImportNote } from './note.ts';
import { LabelReader } from './planLabels.ts';
import { layOut, type PlanPart, type PlanReaders, type SectionPart } from './planLayout.ts';
import { readPage } from './planPage.ts';
import { runningHeads } from './runningHeads.ts';
import { BoxReader } from './statusBoxes.ts';
import { fieldNotes, readTitleBlock, type TitleBlock, writeTitle } from './titleBlock.ts';
import { BlockWriter } from './writeBlocks.ts';

/** The section of a framework of which there is one for each workstream, with its status; undefined when documents have no pages. */
export function pageRole({ openRoles }: Vocabulary): SectionRole | undefined {
  return openRoles.find(
    ({ def, parent }) =>
      parent === undefined && def.repeated && def.fields.some(({ type }) => type === 'status'),
  );
}

/**
 * Turns a plan that is reported page by page into Markdown: its cover, the table of statuses, and for each
 * workstream the fields, the blocks, the actions and the table of measures.
 */
export function importPlan(source: string, vocabulary: Vocabulary, open: SectionRole): Imported {
  return new PlanImport(source, vocabulary, open).run();
}

class PlanImport {
  readonly #source: string;
  readonly #vocabulary: Vocabulary;
  readonly #readers: PlanReaders;
  readonly #parts: readonly PlanPart[];
  readonly #bare: boolean;
  readonly #notes: ImportNote[] = [];

  constructor(source: string, vocabulary: Vocabulary, open: SectionRole) {
    this.#source = source;
    this.#vocabulary = vocabulary;
    const all = readLines(source);
    const heads = runningHeads(all);
    this.#notes.push(...heads.notes);
    const statuses = open.def.fields.filter(({ type }) => type === 'status');
    const lines = withBoxesApart(blanked(all, heads.gone), statuses, vocabulary.framework);
    const boxes = new BoxReader(statuses, vocabulary.framework, lines);
    this.#readers = { lines, vocabulary, open, boxes, labels: new LabelReader(lines, vocabulary, open) };
    this.#parts = layOut(this.#readers);
    this.#bare = hasBareItems(lines);
  }

  run(): Imported {
    const { lines } = this.#readers;
    const cover = this.#parts[0]?.from ?? lines.length;
    const block = withTitle(readTitleBlock(lines, cover, this.#vocabulary), lines.slice(0, cover));
    const title = { ...block, fields: this.#fields(block) };
    const before = this.#text(blanked(lines, title.used).slice(0, cover));
    const used = this.#usedBehind(cover, title.fields);
    const blocks = [...before, ...this.#parts.flatMap((part) => this.#part(part, title.fields, used))];

    const out = new Emitter(this.#source);
    writeFrontMatter(out, this.#source, title, this.#vocabulary);
    if (title.title.length > 0) writeTitle(out, this.#source, title);
    new BlockWriter(out, this.#source, this.#vocabulary, judgementReader(this.#vocabulary)).write(blocks);
    const { text, places } = out.finish();
    return { markdown: text, places, notes: [...fieldNotes(block), ...this.#notes] };
  }

  /** The fields of the cover, and those of the whole plan that stand further down, such as its period. */
  #fields(block: TitleBlock): readonly FieldMatch[] {
    const { lines } = this.#readers;
    const reader = fieldReader(this.#vocabulary);
    const found = [...block.fields];
    for (const line of lines) {
      for (const match of reader.read(line)) {
        const isPeriod = match.def.type === 'period' && match.value !== undefined;
        if (isPeriod && !found.some(({ def }) => def === match.def)) found.push(match);
      }
    }
    return found;
  }

  /** The lines behind the cover and before the first page that became fields of the document. */
  #usedBehind(cover: number, fields: readonly FieldMatch[]): ReadonlySet<number> {
    const { lines } = this.#readers;
    const end = this.#parts.find((part) => part.kind === 'page')?.from ?? lines.length;
    const used = new Set<number>();
    for (let index = cover; index < end; index += 1) {
      const line = lines[index];
      const field = fields.find(({ label }) => line !== undefined && label.from === line.from);
      if (field === undefined) continue;
      used.add(index);
      this.#notes.push(...fieldNotes({ fields: [field], again: [] }));
    }
    return used;
  }

  #part(part: PlanPart, fields: readonly FieldMatch[], used: ReadonlySet<number>): readonly Block[] {
    if (part.kind === 'section') return this.#section(part, used);
    const text = (lines: readonly Line[]) => this.#text(lines);
    const context = {
      source: this.#source,
      readers: this.#readers,
      text,
      reported: reportedMonth(this.#source, fields),
    };
    const { blocks, notes } = readPage(part, context);
    this.#notes.push(...notes);
    return blocks;
  }

  #section({ role, label, to }: SectionPart, used: ReadonlySet<number>): readonly Block[] {
    const lines = blanked(this.#readers.lines, used);
    const heading: Block = {
      kind: 'subheading',
      level: role.depth + 2,
      name: label.name,
      otherwise: role.def.heading,
    };
    const text = (own: readonly Line[]) => this.#text(own);
    if (role.def.statusSummary) {
      const dashboard = readDashboard(role, label.next, to, { ...this.#readers, lines }, text);
      this.#notes.push(...(dashboard?.notes ?? []));
      if (dashboard !== undefined) return [heading, ...dashboard.blocks];
    }
    const own = lines.slice(label.next, to);
    return [heading, ...this.#text(label.rest === undefined ? own : [label.rest, ...own])];
  }

  /** Reads lines of words as paragraphs and items. */
  #text(lines: readonly Line[]): readonly Block[] {
    const marked = withLetteredItems(this.#bare ? withBareItems(lines) : lines);
    const vocabulary = this.#vocabulary;
    const readers = {
      vocabulary,
      judgements: judgementReader(vocabulary),
      headings: { at: () => undefined },
      groups: { read: () => undefined },
    };
    return markItems(this.#source, readBlocks(this.#source, marked, readers));
  }
}

const LONGEST_TITLE = 120;

/** The first line as the title, where nothing else is: on the cover of a plan it may have a comma or a date. */
function withTitle(block: TitleBlock, lines: readonly Line[]): TitleBlock {
  const index = lines.findIndex(({ text }) => text !== '');
  const line = lines[index];
  const isTitle = line !== undefined && line.text.length <= LONGEST_TITLE && /\p{L}{3}/u.test(line.text);
  if (block.title.length > 0 || !isTitle || block.used.has(index) || /[.:;]$/.test(line.text)) return block;
  return {
    ...block,
    title: [{ from: line.from, to: line.to }],
    used: new Set([...block.used, index]),
  };
}

/** The last month of the period that a plan reports on. */
function reportedMonth(source: string, fields: readonly FieldMatch[]): MonthOfYear | undefined {
  for (const { def, value } of fields) {
    if (def.type !== 'period' || value === undefined) continue;
    const text = source.slice(value.from, value.to);
    const end = text.split(/\s(?:to|until|[-–—])\s/iu).at(-1) ?? text;
    return readPeriod(text)?.end ?? readMonth(end.replace(/^\d{1,2}(?:st|nd|rd|th)?\s+/i, ''));
  }
  return undefined;
}
