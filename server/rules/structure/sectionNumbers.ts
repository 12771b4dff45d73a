import { placeSpan } from '../../model/block.ts';
import { openingNumbers } from '../../report/openings.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { monthNamed } from '../../values/calendar.ts';
import { type Slip, slips } from './numberSequence.ts';

/** A section with a number in a sequence: `3.2` is the second of the sequence `3.`. */
export interface NumberedSection {
  readonly section: Section;
  /** As written: `3.2`, `B`. */
  readonly text: string;
  /** What comes before the last part: `3.`; empty for plain numbers. */
  readonly prefix: string;
  readonly number: number;
  /** The number's own place in the document; undefined where it is not part of the heading's words. */
  readonly place: Span | undefined;
}

/** Where to show what is wrong with a section's number. */
export function numberSpan({ section, place }: NumberedSection): Span {
  return place ?? headingSpan(section);
}

const FIGURES = /^((?:\d{1,2}\.)*)(\d{1,2})$/;

/** The sections below each heading that have numbers, in the order of the document. */
export function numberedSections(
  report: Report,
): ReadonlyMap<Section | undefined, readonly NumberedSection[]> {
  const found = new Map<Section | undefined, NumberedSection[]>();
  for (const section of report.sections) {
    const numbered = readNumber(section);
    if (numbered === undefined) continue;
    const group = found.get(section.parent);
    if (group === undefined) found.set(section.parent, [numbered]);
    else group.push(numbered);
  }
  for (const [parent, group] of found) {
    // "2 years on" and "12 children" open with figures too: without a sign behind it only a sequence from 1 on counts.
    const counted = group.some((one) => isBare(one) && one.number === 1);
    found.set(parent, counted ? group : group.filter((one) => !isBare(one)));
  }
  return found;
}

/** The number of a section that is written in figures. */
export function readNumber(section: Section): NumberedSection | undefined {
  const { heading } = section;
  const [, prefix, last] = FIGURES.exec(heading?.block.heading?.number ?? '') ?? [];
  if (heading === undefined || prefix === undefined || last === undefined) return undefined;
  const { numberSpan: span, prose } = heading.block.heading ?? {};
  const text = prefix + last;
  const behind = /^\d+ ([\p{L}]+)/u.exec(prose?.text ?? '')?.[1] ?? '';
  if (prefix === '' && monthNamed(behind.toLowerCase()) !== undefined) return undefined;
  const place = span && placeSpan(heading, span);
  return { section, text, prefix, number: Number(last), place };
}

/** Whether the number has no sign of one: `12 children`, but not `12. Children` or `Section 12: Children`. */
function isBare({ section, prefix, text }: NumberedSection): boolean {
  const written = section.heading?.block.heading?.prose.text ?? '';
  return prefix === '' && written.startsWith(`${text} `);
}

/** The appendices by their letters or numbers, in the order of the document. */
export function appendices(report: Report): readonly NumberedSection[] {
  return report.sections.flatMap((section) => {
    const caption = section.heading?.block.caption;
    if (caption?.kind !== 'appendix' || !/^(?:[A-Z]|\d{1,2})$/.test(caption.name)) return [];
    const letter = /[A-Z]/.test(caption.name);
    const number = letter ? caption.name.charCodeAt(0) - 64 : Number(caption.name);
    return [{ section, text: caption.name, prefix: letter ? 'A' : '', number, place: undefined }];
  });
}

/** Numbers that go on from one another. Where they begin at 1 again, behind another number, a new sequence begins. */
export function runs(group: readonly NumberedSection[]): readonly (readonly NumberedSection[])[] {
  const open = new Map<string, NumberedSection[]>();
  const all: NumberedSection[][] = [];
  for (const one of group) {
    const run = open.get(one.prefix);
    if (run !== undefined && !(one.number === 1 && (run.at(-1)?.number ?? 1) > 1)) {
      run.push(one);
      continue;
    }
    const fresh = [one];
    open.set(one.prefix, fresh);
    all.push(fresh);
  }
  return all;
}

/** The faults of numbers that may begin anywhere, where some go on from one another and so are a sequence. */
export function slipsOf(run: readonly NumberedSection[]): readonly Slip[] {
  const base = (run[0]?.number ?? 1) - 1;
  const used = new Set(run.map(({ number }) => number));
  const goesOn = run.some(({ number }) => used.has(number + 1));
  const found = slips(run.map(({ number }) => ({ number: number - base }))).map((slip) => ({
    ...slip,
    expected: slip.expected + base,
    next: slip.next === undefined ? undefined : slip.next + base,
  }));
  return goesOn ? found : found.filter((slip) => isTwin(run, slip));
}

/** The first of a run with the number of the one at `index`, where that stands before it. */
export function twinOf(run: readonly NumberedSection[], index: number): NumberedSection | undefined {
  const first = run.findIndex(({ number }) => number === run[index]?.number);
  return first < index ? run[first] : undefined;
}

/** Whether the number was there before. */
export function isTwin(run: readonly NumberedSection[], { index }: Slip): boolean {
  return twinOf(run, index) !== undefined;
}

/** The numbers that headings, paragraphs and lines of a document open with; read when one is first asked for. */
export class OpeningNumbers {
  readonly #report: Report;
  #numbers: ReadonlySet<string> | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  has(number: string): boolean {
    this.#numbers ??= new Set(this.#report.model.blocks.flatMap(({ block }) => openingNumbers(block)));
    return this.#numbers.has(number);
  }
}
