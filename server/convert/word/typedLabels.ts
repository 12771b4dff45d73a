import type { DraftParagraph } from './reading.ts';

/** What labels of one list have in common, namely brackets, full stops and the kind of number, and where one stands in it. */
interface Reading {
  readonly form: string;
  readonly value: number;
  /** The numbers before the last one, such as "2." of "2.3". */
  readonly above: string;
}

/** A number, letter or bullet that was typed before a paragraph. */
interface TypedLabel {
  readonly paragraph: DraftParagraph;
  readonly label: string;
  /** How far behind the paragraph's start its words begin. */
  readonly end: number;
  readonly hasTab: boolean;
  /** Empty for a bullet; a letter may be a Roman number too. */
  readonly readings: readonly Reading[];
}

const NUMBER =
  /^(\(?)(\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxl]{2,6})(\.\)|[.):]?)([ \u00a0]*\t\s*|[ \u00a0]{1,8})(?=\S)/;
const BULLET = /^([•●▪■◦‣⁃∙·➢❖–—\-*o])([ \u00a0]*\t\s*|[ \u00a0]{1,8})(?=\S)/;
/** Signs that are nothing but bullets. */
const SURE = /^[•●▪■◦‣⁃∙➢❖]/;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/**
 * Makes labels of numbers and bullets that were typed before paragraphs, where they are used as such: bullets, and
 * numbers with the one before or behind them in the same form.
 */
export function findTypedLabels(paragraphs: readonly DraftParagraph[], text: string): void {
  const labels = paragraphs.map((paragraph) => readLabel(paragraph, text));
  const found = labels.filter((label) => label !== undefined);
  const sure = new Set(sureNumbers(found));
  let stack: string[] = [];
  for (const [index, typed] of labels.entries()) {
    // A list ends with a heading, and with text between; one with a label that the format counts is around this one.
    if (paragraphs[index]?.level !== undefined || typed === undefined) stack = [];
    if (typed === undefined) continue;
    if (!sure.has(typed) && !isBullet(typed, labels[index - 1], labels[index + 1])) continue;
    const form = typed.readings[0]?.form ?? typed.label;
    const known = stack.indexOf(form);
    stack = known < 0 ? [...stack, form] : stack.slice(0, known + 1);
    put(typed, stack.length - 1);
  }
}

function readLabel(paragraph: DraftParagraph, text: string): TypedLabel | undefined {
  if (paragraph.list !== undefined) return undefined;
  // Labels are short: what stands far behind is not looked at.
  const words = text.slice(paragraph.span.from, Math.min(paragraph.span.to, paragraph.span.from + 60));
  const bullet = BULLET.exec(words);
  if (bullet !== null) {
    const [all, label = '', blank = ''] = bullet;
    return { paragraph, label, end: all.length, hasTab: blank.includes('\t'), readings: [] };
  }
  const number = NUMBER.exec(words);
  if (number === null) return undefined;
  const [all, before = '', count = '', after = '', blank = ''] = number;
  const hasTab = blank.includes('\t');
  // "15 children" begins with no label, and "A child" neither.
  if (!hasTab && before + after === '' && !count.includes('.')) return undefined;
  if (after === ':' && !hasTab) return undefined;
  return {
    paragraph,
    label: before + count + after,
    end: all.length,
    hasTab,
    readings: readingsOf(before, count, after),
  };
}

function readingsOf(before: string, count: string, after: string): readonly Reading[] {
  const form = (kind: string): string => `${before}${kind}${after}`;
  if (/^\d/.test(count)) {
    const dot = count.lastIndexOf('.') + 1;
    const depth = count.split('.').length;
    return [{ form: form(`1${depth}`), value: Number(count.slice(dot)), above: count.slice(0, dot) }];
  }
  const letter = count.toLowerCase();
  const kind = count === letter ? 'a' : 'A';
  const readings: Reading[] = [];
  if (count.length === 1) readings.push({ form: form(kind), value: letter.charCodeAt(0) - 96, above: '' });
  if (/^[ivxl]+$/.test(letter))
    readings.push({ form: form(`${kind}i`), value: romanValue(letter), above: '' });
  return readings;
}

function romanValue(text: string): number {
  const worths = [...text].map((one) => ROMAN[one] ?? 0);
  return worths.reduce((sum, worth, index) => sum + (worth < (worths[index + 1] ?? 0) ? -worth : worth), 0);
}

/** The labels that the next or the last one of their form goes on from. */
function sureNumbers(found: readonly TypedLabel[]): readonly TypedLabel[] {
  const latest = new Map<string, { readonly typed: TypedLabel; readonly reading: Reading }>();
  const sure: TypedLabel[] = [];
  for (const typed of found) {
    for (const reading of typed.readings) {
      const before = latest.get(reading.form);
      latest.set(reading.form, { typed, reading });
      if (before === undefined) continue;
      const goesOn = before.reading.value + 1 === reading.value && before.reading.above === reading.above;
      // "2.1" goes on from "1.4" as well: the numbers above have moved on.
      const isNext = reading.above !== '' && reading.value === 1 && before.reading.above !== reading.above;
      if (goesOn || isNext) sure.push(before.typed, typed);
    }
  }
  return sure;
}

function isBullet(
  typed: TypedLabel,
  before: TypedLabel | undefined,
  behind: TypedLabel | undefined,
): boolean {
  if (typed.readings.length > 0) return false;
  return SURE.test(typed.label) || typed.label === before?.label || typed.label === behind?.label;
}

function put(typed: TypedLabel, depth: number): void {
  const { paragraph, label, end } = typed;
  const { from, to } = paragraph.span;
  paragraph.list = {
    depth,
    ordered: typed.readings.length > 0,
    label,
    span: { from, to: from + label.length },
  };
  paragraph.span = { from: from + end, to };
}
