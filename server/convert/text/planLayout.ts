import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { readHeaderRow } from './columnNames.ts';
import { isFigureLine } from './figureCells.ts';
import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';
import type { LabelReader, PlanLabel } from './planLabels.ts';
import { breaksOff, startsLower } from './prose.ts';
import type { BoxReader } from './statusBoxes.ts';

/** A stretch of a plan: a section that the framework names, or the page of one workstream. */
export type PlanPart = SectionPart | PagePart;

export interface SectionPart {
  readonly kind: 'section';
  readonly role: SectionRole;
  readonly label: PlanLabel;
  readonly from: number;
  readonly to: number;
}

export interface PagePart {
  readonly kind: 'page';
  /** The lines of its heading; none when nothing stands above its fields. */
  readonly title: readonly number[];
  readonly labels: ReadonlyMap<number, PlanLabel>;
  readonly from: number;
  readonly to: number;
}

export interface PlanReaders {
  readonly lines: readonly Line[];
  readonly vocabulary: Vocabulary;
  readonly open: SectionRole;
  readonly labels: LabelReader;
  readonly boxes: BoxReader;
}

/** Cuts a plan into its cover, sections and pages. A page begins where a field comes that the one before has had. */
export function layOut(readers: PlanReaders): readonly PlanPart[] {
  return new LayoutReader(readers).read();
}

interface Start {
  /** Where the part begins: at its title or name. */
  readonly at: number;
  readonly section: { readonly role: SectionRole; readonly label: PlanLabel } | undefined;
  readonly title: readonly number[];
  readonly labels: Map<number, PlanLabel>;
}

class LayoutReader {
  readonly #readers: PlanReaders;
  readonly #starts: Start[] = [];
  readonly #seen = new Set<string>();

  constructor(readers: PlanReaders) {
    this.#readers = readers;
  }

  read(): readonly PlanPart[] {
    const { lines, labels } = this.#readers;
    let index = 0;
    while (index < lines.length) {
      const label = labels.at(index);
      index = label === undefined ? index + 1 : this.#label(label, index);
    }
    return this.#starts.map((start, position): PlanPart => {
      const to = this.#starts[position + 1]?.at ?? lines.length;
      if (start.section !== undefined) return { kind: 'section', ...start.section, from: start.at, to };
      return { kind: 'page', title: start.title, labels: start.labels, from: start.at, to };
    });
  }

  /** Takes a name that stands at `index` and gives the index from which to read on. */
  #label(label: PlanLabel, index: number): number {
    const { target } = label;
    const page = this.#starts.at(-1)?.section === undefined ? this.#starts.at(-1) : undefined;
    if (target.kind === 'section' && target.role.parent === undefined)
      return this.#section(label, target.role, index);
    if (target.kind === 'section') {
      const known = [...(page?.labels.values() ?? [])].some((other) => isSection(other, target.role));
      if (page === undefined || known) return index + 1;
      page.labels.set(index, label);
      return label.next;
    }
    const ids = idsOf(label);
    // The period of the plan as a whole stands above the pages, under the same name.
    const isDocumentField =
      target.kind === 'field' && target.def.type !== 'status' && target.def.type !== 'block';
    if (page === undefined && isDocumentField) return label.next;
    if (page === undefined || ids.some((id) => this.#seen.has(id))) this.#page(index, page);
    for (const id of ids) this.#seen.add(id);
    this.#starts.at(-1)?.labels.set(index, label);
    return label.next;
  }

  #section(label: PlanLabel, role: SectionRole, index: number): number {
    const { lines, vocabulary } = this.#readers;
    const isNew = !this.#starts.some(({ section }) => section?.role === role);
    const onPage = this.#starts.some(({ section }) => section === undefined);
    const table = role.def.tables.flatMap(({ table }) => vocabulary.framework.tables.get(table) ?? [])[0];
    const hasTable =
      table !== undefined && nearHeader(lines, label.next, (at) => readHeaderRow(lines, at, table));
    if (!isNew || (onPage && !hasTable)) return index + 1;
    this.#starts.push({ at: index, section: { role, label }, title: [], labels: new Map() });
    return hasTable ? this.#behindHeader(label.next, table) : label.next;
  }

  #behindHeader(from: number, table: Parameters<typeof readHeaderRow>[2]): number {
    const { lines } = this.#readers;
    for (let at = from; at < lines.length; at += 1) {
      const header = readHeaderRow(lines, at, table);
      if (header !== undefined) return header.next;
    }
    return from;
  }

  #page(index: number, before: Start | undefined): void {
    this.#seen.clear();
    const ahead = this.#idsFrom(index);
    const early = before === undefined ? [] : this.#behindLast(before, ahead);
    const first = early[0]?.[0] ?? index;
    const title = this.#titleAbove(first);
    for (const [at, label] of early) {
      before?.labels.delete(at);
      for (const id of idsOf(label)) this.#seen.add(id);
    }
    this.#starts.push({ at: title[0] ?? first, section: undefined, title, labels: new Map(early) });
  }

  /**
   * Fields behind the last block of a page that the next page lacks belong to that one, when a title stands above
   * them: not every page has the field with which it begins.
   */
  #behindLast(page: Start, ahead: ReadonlySet<string>): readonly (readonly [number, PlanLabel])[] {
    const labels = [...page.labels];
    const lastField = this.#readers.open.def.fields.at(-1);
    const last = labels.findLastIndex(
      ([, { target }]) => target.kind === 'section' || (target.kind === 'field' && target.def === lastField),
    );
    const early = last < 0 ? [] : labels.slice(last + 1);
    const [first] = early;
    const isNew = early.every(([, label]) => idsOf(label).every((id) => !ahead.has(id)));
    return first !== undefined && isNew && this.#titleAbove(first[0]).length > 0 ? early : [];
  }

  /** The fields from a line on, up to the first that comes again. */
  #idsFrom(index: number): ReadonlySet<string> {
    const { lines, labels } = this.#readers;
    const ids = new Set<string>();
    for (let at = index; at < lines.length; at += 1) {
      const label = labels.at(at);
      if (label === undefined) continue;
      const own = idsOf(label);
      if (own.some((id) => ids.has(id))) return ids;
      for (const id of own) ids.add(id);
      at = label.next - 1;
    }
    return ids;
  }

  /** The lines directly above the first field of a page: what is no row, no box and no item. */
  #titleAbove(index: number): readonly number[] {
    const { lines } = this.#readers;
    const title: number[] = [];
    let at = index - 1;
    while (at >= 0 && lines[at]?.text === '') at -= 1;
    while (title.length < 6 && this.#canBeTitle(at)) {
      title.unshift(at);
      // The first line of a page has a blank before it, and nothing above it belongs to it.
      if ((lines[at]?.indent ?? 0) > 0) break;
      at -= 1;
      if (lines[at]?.text === '') at = this.#acrossGap(at, title[0] ?? index);
    }
    return title;
  }

  /** A title may go on behind a blank line, when it breaks off above it. */
  #acrossGap(blank: number, first: number): number {
    const { lines } = this.#readers;
    let at = blank;
    while (at >= 0 && lines[at]?.text === '') at -= 1;
    const above = lines[at]?.text ?? '';
    const goesOn = above.endsWith(':') || breaksOff(above) || startsLower(lines[first]?.text ?? '');
    return goesOn && above.length > 12 ? at : -1;
  }

  #canBeTitle(index: number): boolean {
    const { lines, labels, boxes } = this.#readers;
    const line = lines[index];
    const start = this.#starts.at(-1);
    if (line === undefined || line.text === '' || line.text.length > 300) return false;
    if (start !== undefined && (index < start.at || index < (start.section?.label.next ?? 0))) return false;
    if (boxes.isBox(line) || boxes.isMark(line) || labels.at(index) !== undefined) return false;
    if (readMarker(line).bullet !== undefined || !/\p{L}{3}/u.test(line.text)) return false;
    if (isFigureLine(line)) return false;
    return normaliseName(line.text) !== '' && !/[.;]$/.test(line.text.slice(0, -1));
  }
}

/** The fields that a name is of; none for a section. */
function idsOf({ target }: PlanLabel): readonly string[] {
  if (target.kind === 'section') return [];
  return target.kind === 'field' ? [target.def.id] : target.statuses.map(({ def }) => def.id);
}

function isSection({ target }: PlanLabel, role: SectionRole): boolean {
  return target.kind === 'section' && target.role === role;
}

/** Whether a header stands within a few lines. */
function nearHeader(lines: readonly Line[], from: number, read: (at: number) => unknown): boolean {
  let left = 6;
  for (let at = from; at < lines.length && left > 0; at += 1) {
    if (lines[at]?.text === '') continue;
    if (read(at) !== undefined) return true;
    left -= 1;
  }
  return false;
}
