import type { MeasureDef, MeasureUnit } from '../../framework/framework.ts';
import { periodText } from '../../numbers/mention/notePeriods.ts';
import { readPassage, readText } from '../../numbers/passage.ts';
import type { Report } from '../../report/report.ts';
import { compareDates } from '../../values/calendar.ts';
import type { QuantityKind } from '../../values/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { senseText } from '../hover/measure.ts';
import { type Draft, value } from './item.ts';
import { lastMonths, nextHeading } from './periods.ts';

/** A comment that is opened behind words, up to the cursor: the id of a measure, or what comes behind one. */
const OPENED = /^(.*\S) ?<!--[ \t]*(?:([a-z\d-]+)[,:]?[ \t]+)?([\w/-]*)$/;
/** No figure needs more to be read. */
const LONGEST = 120;

/** What a comment right behind a figure may name: the measures of the document, and behind one of them its times. */
export function figureNoteDrafts({ report, input }: Analysis, offset: number): readonly Draft[] {
  const line = input.text.lineAt(offset);
  const [before, behind] = [line.text.slice(0, offset - line.from), line.text.slice(offset - line.from)];
  const found = OPENED.exec(before.slice(-LONGEST));
  if (found === null) return [];
  const [, words = '', id, typed = ''] = found;
  const kind = kindOfFigure(words);
  if (kind === undefined) return [];
  const rest = /^[\w/-]*/.exec(behind)?.[0].replace(/-+$/, '').length ?? 0;
  const place = {
    span: { from: offset - typed.length, to: offset + rest },
    isOpen: !behind.includes('-->'),
  };
  if (id === undefined) return measureDrafts(report, kind, place);
  const def = report.measures.defs.find((own) => own.id === id);
  return def === undefined ? [] : periodDrafts(report, def, place);
}

/** The kind of the figure that words end with, be it emphasised. */
function kindOfFigure(words: string): QuantityKind | undefined {
  const text = words.replace(/[*_~]+$/, '');
  const last = readPassage(readText(text)).at(-1)?.quantity;
  return last?.span.to === text.length ? last.kind : undefined;
}

interface Place {
  readonly span: Draft['span'];
  /** Whether the comment is still to be closed. */
  readonly isOpen: boolean;
}

const UNITS: Readonly<Partial<Record<QuantityKind, readonly MeasureUnit[]>>> = {
  percentage: ['percent', 'ratio'],
  count: ['count', 'days'],
  money: ['currency'],
  rate: ['rate'],
  duration: ['days'],
};

/** The measures that are defined, those first that are counted as the figure is. */
function measureDrafts({ measures }: Report, kind: QuantityKind, { span, isOpen }: Place): readonly Draft[] {
  const isFitting = ({ unit }: MeasureDef) => unit === undefined || UNITS[kind]?.includes(unit) === true;
  const fitting = measures.defs.filter(isFitting);
  return [...fitting, ...measures.defs.filter((def) => !isFitting(def))].map((def) => ({
    ...value(def.id, span, {
      detail: def.name,
      documentation: senseText(def).join('\n\n') || undefined,
      // The cursor stays before the end of the comment, where the time may be written.
      insert: isOpen ? `${def.id}$0 -->` : def.id,
    }),
    snippet: isOpen,
  }));
}

/** The times that the document has figures for, those of the measure first, and the one that is due next. */
function periodDrafts(report: Report, def: MeasureDef, { span, isOpen }: Place): readonly Draft[] {
  const texts = periodsOf(report, def);
  const next = nextHeading(texts.slice(0, 1));
  const offered = [...texts, ...(next === undefined || texts.includes(next) ? [] : [next])];
  return offered.map((text) =>
    value(text, span, {
      detail: text === next ? 'next period' : undefined,
      insert: isOpen ? `${text} -->` : text,
    }),
  );
}

/** What the document reports on, then the times of its tables, the newest first. */
function periodsOf(report: Report, def: MeasureDef): readonly string[] {
  const measured = report.sections.flatMap(({ content }) => content.measures);
  const own = measured.filter(({ name }) => report.measures.find(name.text) === def);
  const newest = (all: typeof measured) =>
    all
      .flatMap(({ steps }) => steps.flatMap(({ period }) => period ?? []))
      .sort((a, b) => compareDates(b.end, a.end))
      .flatMap((period) => periodText(period) ?? []);
  return [...new Set([...lastMonths(report.model, 1), ...newest(own), ...newest(measured)])];
}
