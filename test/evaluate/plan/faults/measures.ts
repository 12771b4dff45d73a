import type { Random } from '../../../incremental/random.ts';
import { type Change, change, replace } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import type { PlanLandmarks } from '../landmarks.ts';
import type { FigurePlace, Series } from '../series.ts';

export const MEASURE_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'unreadable figure', rule: 'table/unreadable-cell', draw: unreadable },
  { name: 'share above 100%', rule: 'measure/out-of-range', draw: tooLarge },
  { name: 'plain number among percentages', rule: 'measure/unit-mismatch', draw: withoutSign },
  { name: 'percentage among plain numbers', rule: 'measure/unit-mismatch', draw: withSign },
  { name: 'target row that stops', rule: 'measure/missing-target', draw: targetsStop },
  { name: 'hole in the figures', rule: 'measure/missing-actual', draw: hole },
  { name: 'running total that falls', rule: 'measure/out-of-range', draw: falls },
];

const PLAIN_SHARE = /^\d+(?:\.\d+)?%$/;
const PLAIN_COUNT = /^\d+$/;

function isShareRow({ figures }: Series): boolean {
  return figures.filter(({ text }) => PLAIN_SHARE.test(text)).length > 3;
}

/** A figure of some row, of a form. */
function pickFigure(
  { series }: PlanLandmarks,
  random: Random,
  form: RegExp,
  wanted: (row: Series) => boolean,
): { readonly row: Series; readonly figure: FigurePlace } {
  const row = random.pick(
    series.filter((one) => wanted(one) && one.figures.some(({ text }) => form.test(text))),
  );
  return { row, figure: random.pick(row.figures.filter(({ text }) => form.test(text))) };
}

function note({ measure, role }: Series, { month }: FigurePlace, words: string): string {
  return `${measure}, ${role}, ${month}: ${words}`;
}

function unreadable(document: PlanLandmarks, random: Random): Change | undefined {
  const { row, figure } = pickFigure(document, random, /\d/, () => true);
  const { text, span } = figure;
  const wrong = random.pick([
    text.replace('0', 'O'),
    text.replace('1', 'l'),
    `${text}?`,
    `${text}%%`,
    text.replace(/^(\d+)%$/, '%$1'),
    text.replace(/^(\d)(\d)%$/, '$1.$2.0%'),
  ]);
  if (wrong === text || wrong === '1%%') return undefined;
  const written = document.form === 'yaml' && wrong.startsWith('%') ? `'${wrong}'` : wrong;
  return change(document.text, [replace(span, written)], [span], note(row, figure, wrong));
}

function tooLarge(document: PlanLandmarks, random: Random): Change {
  const { row, figure } = pickFigure(document, random, PLAIN_SHARE, isShareRow);
  const wrong = random.pick([`${figure.text.replace('%', '')}0%`, '101%', '190%', '106%'] as const);
  const large = Number.parseFloat(wrong) > 100 ? wrong : '110%';
  return change(document.text, [replace(figure.span, large)], [figure.span], note(row, figure, large));
}

function withoutSign(document: PlanLandmarks, random: Random): Change {
  const { row, figure } = pickFigure(document, random, PLAIN_SHARE, isShareRow);
  const wrong = figure.text.replace('%', '');
  return change(document.text, [replace(figure.span, wrong)], [figure.span], note(row, figure, wrong));
}

function withSign(document: PlanLandmarks, random: Random): Change {
  const isCounts = ({ figures }: Series) => figures.filter(({ text }) => PLAIN_COUNT.test(text)).length > 3;
  const { row, figure } = pickFigure(document, random, PLAIN_COUNT, isCounts);
  const wrong = `${figure.text}%`;
  return change(document.text, [replace(figure.span, wrong)], [figure.span], note(row, figure, wrong));
}

/** The targets of a measure end some months before its figures do. */
function targetsStop(document: PlanLandmarks, random: Random): Change | undefined {
  const row = random.pick(document.series.filter((one) => one.role === 'target' && isShareRow(one)));
  const actual = document.series.find((one) => one.measure === row.measure && one.role === 'actual');
  const reported = actual?.figures.filter(({ text }) => /\d/.test(text)).at(-1);
  const from = 2 + random.below(row.figures.length - 4);
  const gone = row.figures.slice(from);
  // Where the figures have ended too nothing is missed.
  if (reported === undefined || !gone.some(({ month }) => month === reported.month)) return undefined;
  if (!row.figures.slice(0, from).some(({ text }) => /\d/.test(text))) return undefined;
  const edits = gone.map(({ cleared }) => cleared);
  const words = `no targets from ${gone[0]?.month}`;
  return change(document.text, edits, [row.span], `${row.measure}: ${words}`, /target/);
}

function hole(document: PlanLandmarks, random: Random): Change | undefined {
  const row = random.pick(document.series.filter(({ role }) => role === 'actual'));
  const told = row.figures.filter(({ text }) => /\d/.test(text));
  if (told.length < 5) return undefined;
  const figure = random.pick(told.slice(1, -1));
  return change(document.text, [figure.cleared], [row.span], note(row, figure, 'blank'), /figure/);
}

function falls(document: PlanLandmarks, random: Random): Change | undefined {
  const row = random.pick(
    document.series.filter(({ role, measure }) => role === 'actual' && measure.includes('(cumulative)')),
  );
  const told = row.figures.filter(({ text }) => PLAIN_COUNT.test(text));
  const figure = random.pick(told.slice(0, -1));
  const next = told[told.indexOf(figure) + 1];
  if (next === undefined) return undefined;
  const wrong = String(Number(next.text) + 1 + random.below(9));
  // Twice as much and more is how a year begins afresh.
  if (Number(next.text) < 20) return undefined;
  const at = [figure.span, next.span];
  return change(document.text, [replace(figure.span, wrong)], at, note(row, figure, wrong), /fall/);
}
