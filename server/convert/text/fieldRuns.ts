import type { FieldDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { HeadingReader } from './headings.ts';
import { type Line, restOf } from './lines.ts';
import { readMarker } from './marker.ts';
import type { WordedHeading } from './wordedHeadings.ts';

/** Labels with their values, one below the other: the cover of a report, who was present at a meeting. */
export interface FieldRun {
  readonly role: SectionRole;
  /** Whether the text has no heading for the section, so that its labels alone tell it. */
  readonly isImplied: boolean;
  readonly entries: readonly FieldEntry[];
  /** The index behind the last value. */
  readonly next: number;
}

export interface FieldEntry {
  readonly def: FieldDef;
  /** The label as the text has it, without its colon. */
  readonly name: readonly Span[];
  /** What stands behind it, up to the next label. */
  readonly lines: readonly Line[];
}

/** What tells where a run ends. */
export interface RunContext {
  readonly vocabulary: Vocabulary;
  readonly headings: HeadingReader;
  readonly worded: ReadonlyMap<number, WordedHeading> | undefined;
}

/** A label may be broken over so many lines of a narrow column. */
const MOST_LINES = 3;
const LONGEST_LABEL = 80;
/** Fewer labels than these may be words of a text. */
const FEWEST_IMPLIED = 3;

/** The runs of labels of a text, by the index of their first line: below the heading of their section, or where it has none. */
export function findFieldRuns(lines: readonly Line[], context: RunContext): ReadonlyMap<number, FieldRun> {
  const runs = new Map<number, FieldRun>();
  const heads = headIndexes(lines, context);
  for (const role of context.vocabulary.roles) {
    // What a list of labels gives is all that such a section holds.
    if (role.parent !== undefined || role.def.anyHeading || !isForm(role)) continue;
    const head = heads.find(({ roles }) => roles.includes(role));
    const isImplied = head === undefined && role.order === 0;
    if (head === undefined && !isImplied) continue;
    const from = head?.next ?? 0;
    const to = heads.find(({ at }) => at >= from)?.at ?? lines.length;
    const entries = readEntries(lines, from, to, role);
    const first = entries[0];
    if (first === undefined || (isImplied && entries.length < FEWEST_IMPLIED)) continue;
    runs.set(first.at, { role, isImplied, entries: entries.map(({ entry }) => entry), next: to });
  }
  return runs;
}

/** Whether a section is a form to fill in: it has several fields, none of which is a status or the pages of an item. */
function isForm({ def }: SectionRole): boolean {
  return def.fields.length > 2 && def.fields.every(({ type }) => type !== 'status' && type !== 'page-range');
}

interface Head {
  readonly at: number;
  readonly next: number;
  readonly roles: readonly SectionRole[];
}

function headIndexes(lines: readonly Line[], { headings, worded }: RunContext): readonly Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; ) {
    const known = headings.at(lines, at);
    const own = worded?.get(at);
    const role = own?.role;
    if (known !== undefined) heads.push({ at, next: at + known.lines, roles: known.roles });
    else if (own !== undefined)
      heads.push({ at, next: at + own.lines, roles: role === undefined ? [] : [role] });
    at = heads.at(-1)?.at === at ? (heads.at(-1)?.next ?? at + 1) : at + 1;
  }
  return heads;
}

function readEntries(
  lines: readonly Line[],
  from: number,
  to: number,
  role: SectionRole,
): readonly { readonly at: number; readonly entry: FieldEntry }[] {
  const labels: { readonly at: number; readonly label: RunLabel }[] = [];
  for (let at = from; at < to; ) {
    const label = labelAt(lines, at, to, role);
    const isNew = label !== undefined && !labels.some((other) => other.label.def === label.def);
    if (label !== undefined && isNew) labels.push({ at, label });
    at = label !== undefined && isNew ? label.next : at + 1;
  }
  return labels.map(({ at, label }, position) => {
    const end = labels[position + 1]?.at ?? to;
    const rest = label.rest === undefined ? [] : [label.rest];
    return {
      at,
      entry: { def: label.def, name: label.name, lines: [...rest, ...lines.slice(label.next, end)] },
    };
  });
}

interface RunLabel {
  readonly def: FieldDef;
  readonly name: readonly Span[];
  readonly rest: Line | undefined;
  readonly next: number;
}

/** The label that begins with the line at `at`: whole lines, or the first words of one. */
function labelAt(lines: readonly Line[], at: number, to: number, role: SectionRole): RunLabel | undefined {
  const line = lines[at];
  if (line === undefined || !/^\p{Lu}/u.test(line.text) || readMarker(line).bullet !== undefined)
    return undefined;
  const isApart = (lines[at - 1]?.text ?? '') === '' || line.indent > 0;
  const taken: Line[] = [];
  for (let next = at; next < to && taken.length < MOST_LINES; next += 1) {
    const one = lines[next];
    if (one === undefined || one.text === '' || one.text.length > LONGEST_LABEL) break;
    taken.push(one);
    const text = taken.map((part) => part.text).join(' ');
    const def = /[.,;]$/.test(text) ? undefined : role.fieldsByName.get(normaliseName(text));
    const isEnd = text.endsWith(':') || (lines[next + 1]?.text ?? '') === '';
    if (def !== undefined && (isApart || text.endsWith(':')) && (isEnd || isApart)) {
      return { def, name: taken.map(withoutColon), rest: undefined, next: next + 1 };
    }
  }
  return withRest(line, at, isApart, role);
}

/** The first words of a line, with their value behind a colon, or behind what was the edge of a cell. */
function withRest(line: Line, at: number, isApart: boolean, role: SectionRole): RunLabel | undefined {
  const colon = /^([^:]{2,80}?)\s*:\s+(?=\S)/.exec(line.text);
  const named = colon === null ? undefined : role.fieldsByName.get(normaliseName(colon[1] ?? ''));
  if (colon !== null && named !== undefined) return label(line, named, colon[1] ?? '', colon[0].length, at);
  const cells = /^(\S.{1,78}?)(?:\t|\s{2,})(?=\S)/.exec(line.text);
  const cell = cells === null ? undefined : role.fieldsByName.get(normaliseName(cells[1] ?? ''));
  if (cells !== null && cell !== undefined) return label(line, cell, cells[1] ?? '', cells[0].length, at);
  if (!isApart) return undefined;
  // Without a sign only the capital with which the value begins tells where the label ends.
  for (const { index } of [
    ...line.text.slice(0, LONGEST_LABEL).matchAll(/\s(?=["'“‘(]?[\p{Lu}\d£])/gu),
  ].reverse()) {
    const name = line.text.slice(0, index);
    const def = role.fieldsByName.get(normaliseName(name));
    if (def !== undefined) return label(line, def, name, index + 1, at);
  }
  return undefined;
}

function label(line: Line, def: FieldDef, name: string, length: number, at: number): RunLabel {
  return {
    def,
    name: [{ from: line.from, to: line.from + name.trimEnd().length }],
    rest: restOf(line, line.from + length),
    next: at + 1,
  };
}

function withoutColon({ from, text }: Line): Span {
  return { from, to: from + text.replace(/[\s:]+$/, '').length };
}
