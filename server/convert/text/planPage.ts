import type { TableDef } from '../../framework/framework.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { readActionTable } from './actionTable.ts';
import type { Block, FieldsBlock, GridCell } from './blocks.ts';
import type { MonthOfYear } from './columnYears.ts';
import { boxNotes, type TextReader } from './dashboard.ts';
import type { Line } from './lines.ts';
import { readMetrics } from './metrics.ts';
import type { ImportNote } from './note.ts';
import type { NamedField, PlanLabel } from './planLabels.ts';
import type { PagePart, PlanReaders } from './planLayout.ts';
import type { BoxReader, OpenBoxes } from './statusBoxes.ts';
import { insertedCell, sourceCell } from './writeCells.ts';

/** What a page was read as. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

export interface PageContext {
  readonly source: string;
  readonly readers: PlanReaders;
  readonly text: TextReader;
  readonly reported: MonthOfYear | undefined;
}

/** Reads the page of one workstream: its heading, its fields, its blocks and the sections below. */
export function readPage(part: PagePart, context: PageContext): Page {
  return new PageReader(part, context).read();
}

/** A block of a page: what stands below one name. */
interface Stretch {
  readonly label: PlanLabel | undefined;
  readonly lines: Line[];
  readonly from: number;
  to: number;
}

class PageReader {
  readonly #part: PagePart;
  readonly #context: PageContext;
  readonly #reader: BoxReader;
  readonly #notes: ImportNote[] = [];
  readonly #boxes: { readonly fields: readonly NamedField[]; readonly boxes: OpenBoxes }[] = [];
  readonly #values: { readonly name: readonly Span[]; readonly value: Span | undefined }[] = [];
  readonly #stretches: Stretch[] = [];

  constructor(part: PagePart, context: PageContext) {
    this.#part = part;
    this.#context = context;
    const { lines, boxes } = context.readers;
    // A box may stand behind its name on the same line.
    const rests = [...part.labels.values()].flatMap(({ rest }) => rest ?? []);
    this.#reader = boxes.within([...lines.slice(part.from, part.to), ...rests]);
  }

  read(): Page {
    const { lines } = this.#context.readers;
    const title = this.#part.title;
    let index = title.length === 0 ? this.#part.from : (title.at(-1) ?? 0) + 1;
    this.#stretches.push({ label: undefined, lines: [], from: index, to: index });
    let inBox = false;
    while (index < this.#part.to) {
      const label = this.#part.labels.get(index);
      const line = lines[index];
      if (label !== undefined) index = this.#label(label);
      else if (line !== undefined) {
        const taken = this.#takesBox(line, inBox);
        if (line.text !== '') inBox = taken;
        this.#open.lines.push(taken ? { ...line, text: '', raw: '', to: line.from } : line);
        index += 1;
      }
      this.#open.to = index;
    }
    return { blocks: [this.#heading(), ...this.#fields(), ...this.#below()], notes: this.#notes };
  }

  get #open(): Stretch {
    const last = this.#stretches.at(-1);
    if (last !== undefined) return last;
    const first = { label: undefined, lines: [], from: this.#part.from, to: this.#part.from };
    this.#stretches.push(first);
    return first;
  }

  /** Lines of boxes belong to the last that was opened, until that is whole or a section begins. */
  #takesBox(line: Line, inBox: boolean): boolean {
    const boxes = this.#boxes.at(-1)?.boxes;
    const reader = this.#reader;
    if (boxes === undefined || this.#open.label?.target.kind === 'section') return false;
    const isMore = inBox
      ? reader.isBox(line) || reader.isMark(line)
      : reader.isBox(line) && !boxes.isComplete;
    if (!isMore) return false;
    boxes.lines.push(line);
    return true;
  }

  #label(label: PlanLabel): number {
    const { target, rest } = label;
    if (target.kind === 'statuses') this.#openBoxes(target.statuses, rest);
    else if (target.kind === 'field' && target.def.type === 'status')
      this.#openBoxes([{ def: target.def, name: label.name }], rest);
    else if (target.kind === 'field' && target.def.type !== 'block') return this.#value(label);
    else {
      const lines = rest === undefined ? [] : [rest];
      this.#stretches.push({ label, lines, from: label.next, to: label.next });
    }
    return label.next;
  }

  /** Names of statuses that follow each other share the boxes below. */
  #openBoxes(fields: readonly NamedField[], rest: Line | undefined): void {
    const last = this.#boxes.at(-1);
    const shared = last !== undefined && last.boxes.lines.length === 0 && rest === undefined;
    const all = [...(shared ? (this.#boxes.pop()?.fields ?? []) : []), ...fields];
    const boxes = this.#reader.open(all.map(({ def }) => def));
    this.#boxes.push({ fields: all, boxes });
    if (rest !== undefined) boxes.lines.push(rest);
  }

  #value({ rest, next, name }: PlanLabel): number {
    const { lines } = this.#context.readers;
    if (rest !== undefined) {
      this.#values.push({ name, value: rest });
      return next;
    }
    let at = next;
    while (at < this.#part.to && lines[at]?.text === '') at += 1;
    const line = lines[at];
    const isValue =
      line !== undefined && at < this.#part.to && !this.#part.labels.has(at) && line.text.length < 100;
    this.#values.push({ name, value: isValue ? line : undefined });
    return isValue ? at + 1 : next;
  }

  #heading(): Block {
    const { lines } = this.#context.readers;
    const name = this.#part.title.flatMap((index): Span[] => {
      const line = lines[index];
      return line === undefined ? [] : [{ from: line.from, to: line.to }];
    });
    return { kind: 'subheading', level: 2, name, otherwise: this.#context.readers.open.def.heading };
  }

  #fields(): readonly Block[] {
    const fields: FieldsBlock['fields'][number][] = [];
    for (const { boxes, fields: named } of this.#boxes) {
      const { statuses } = boxes;
      this.#notes.push(...boxNotes(boxes));
      named.forEach(({ name }, index) => {
        fields.push({ name, value: valueCell(statuses[index], boxes.lines[0]?.from ?? 0) });
      });
    }
    for (const { name, value } of this.#values) {
      fields.push({ name, value: valueCell(value, name.at(-1)?.to ?? 0) });
    }
    return fields.length === 0 ? [] : [{ kind: 'fields', fields }];
  }

  #below(): readonly Block[] {
    return this.#stretches.flatMap((stretch): readonly Block[] => {
      const { label, lines } = stretch;
      if (label === undefined) return this.#context.text(lines);
      const heading: Block = { kind: 'subheading', level: 3, name: label.name, otherwise: '' };
      const { target } = label;
      const role = target.kind === 'section' ? target.role : undefined;
      return [heading, ...(role === undefined ? this.#context.text(lines) : this.#section(role, stretch))];
    });
  }

  /** What stands below the name of a section that the framework gives a table. */
  #section(role: SectionRole, { lines, from, to, label }: Stretch): readonly Block[] {
    const { readers, text, source, reported } = this.#context;
    const table = this.#table(role);
    const rest = label?.rest === undefined ? [] : text([label.rest]);
    if (table?.kind === 'measures') {
      const metrics = readMetrics(from, to, { source, lines: readers.lines, table, reported, text });
      this.#notes.push(...metrics.notes);
      return [...rest, ...metrics.blocks];
    }
    if (table?.kind === 'actions') {
      const actions = readActionTable(from, to, { lines: readers.lines, table, text });
      this.#notes.push(...actions.notes);
      return [...rest, ...actions.blocks];
    }
    return text(lines);
  }

  #table(role: SectionRole): TableDef | undefined {
    const { tables } = this.#context.readers.vocabulary.framework;
    return role.def.tables.flatMap(({ table }) => tables.get(table) ?? [])[0];
  }
}

function valueCell(value: Span | undefined, place: number): GridCell {
  return value === undefined ? insertedCell('', place) : sourceCell([{ from: value.from, to: value.to }]);
}
