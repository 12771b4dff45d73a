import type { Random } from '../../../incremental/random.ts';
import { type Change, insert, replace } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import type { PlanLandmarks } from '../landmarks.ts';
import type { FigurePlace } from '../series.ts';

export const MEASURES: readonly Kind<PlanLandmarks>[] = [
  { name: 'months written in another way', forms: ['markdown'], draw: otherMonths },
  { name: 'figure that was not taken', draw: notTaken },
  { name: 'blank months with a dash', forms: ['markdown'], draw: dashes },
  { name: 'figures in another form', draw: otherForm },
  { name: 'measure not repeated', forms: ['markdown'], draw: notRepeated },
  { name: 'measure more', draw: more },
  { name: 'measure renamed', draw: renamed },
  { name: 'rounding that holds', draw: rounded },
];

const LONG = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** All months of a table, or of all of them. */
function otherMonths(document: PlanLandmarks, random: Random): Change {
  const metrics = document.grids.filter(({ kind }) => kind === 'metrics');
  const chosen = random.chance(0.5) ? metrics : [random.pick(metrics)];
  const form = random.below(6);
  const edits = chosen.flatMap(({ head }) =>
    (head[0]?.cells ?? []).slice(2).map(({ span, text }, index) => {
      const [short = '', year = ''] = text.split(' ');
      const month = LONG.findIndex((name) => name.startsWith(short));
      const two = String(month + 1).padStart(2, '0');
      const first = index === 0 || short === 'Jan';
      const forms = [
        `${short} ${year.slice(2)}`,
        `${LONG[month]} ${year}`,
        `${year}-${two}`,
        `${short}-${year.slice(2)}`,
        `${LONG[month]} ${year.slice(2)}`,
        first ? `${short} ${year}` : short,
      ];
      return replace(span, forms[form] ?? text);
    }),
  );
  return edited(document, edits, `months of form ${form}`);
}

function pickFigure({ series }: PlanLandmarks, random: Random, form: RegExp): FigurePlace {
  return random.pick(series.flatMap(({ figures }) => figures).filter(({ text }) => form.test(text)));
}

function notTaken(document: PlanLandmarks, random: Random): Change {
  const rows = document.series.filter(({ role, figures }) => role === 'actual' && figures.length > 6);
  const figures = random.pick(rows).figures.filter(({ text }) => /\d/.test(text));
  const { span, text, month } = random.pick(figures.slice(1));
  const words = random.pick(['N/A', 'n/a', 'N/a', 'NA']);
  return edited(document, [replace(span, words)], `${month}: ${text} to ${words}`);
}

/** Cells that are empty say so with a dash, all of a table's. */
function dashes(document: PlanLandmarks, random: Random): Change | undefined {
  const { rows } = random.pick(document.grids.filter(({ kind }) => kind === 'metrics'));
  const dash = random.pick(['–', '-', '—', 'N/A']);
  const edits = rows.flatMap(({ cells }) =>
    cells.filter(({ text }) => text === '').map(({ span }) => replace(span, dash)),
  );
  return edits.length === 0 ? undefined : edited(document, edits, `${edits.length} blanks as ${dash}`);
}

function otherForm(document: PlanLandmarks, random: Random): Change {
  const { span, text, month } = pickFigure(document, random, /^\d\d%$/);
  const number = text.replace('%', '');
  const words = random.pick([`${number}.0%`, `${number} %`, `${number}.00%`]);
  return edited(document, [replace(span, words)], `${month}: ${words}`);
}

/** An empty cell below a measure's name continues it. */
function notRepeated(document: PlanLandmarks, random: Random): Change {
  const pairs = document.series.filter(
    ({ measure, role, section }, index, all) =>
      role === 'actual' && all[index - 1]?.measure === measure && all[index - 1]?.section === section,
  );
  const chosen = random.chance(0.5) ? pairs : [random.pick(pairs)];
  return edited(
    document,
    chosen.map(({ name }) => replace(name, '')),
    `${chosen.length} names not repeated`,
  );
}

const MORE: readonly (readonly [string, readonly string[]])[] = [
  ['Change in spending on agency staff since last year', ['104%', '112%', '97%']],
  ['Caseload against the limit', ['92%', '101%', '108%']],
  ['Rate of children in care per 10,000', ['55.8', '56.1', '57']],
  ['Spending on placements', ['£773,936.83', '£780,000', '£791,004.10']],
  ['Average days from referral to first visit', ['4.5', '4', '3.8']],
  ['Referrals seen in time', ['40/44', '38/41', '45/45']],
  ['Referrals seen in time (number and share)', ['40 (91%)', '38 (93%)', '45 (100%)']],
];

function more(document: PlanLandmarks, random: Random): Change {
  const last = document.series.filter(({ figures }) => figures.length > 10).at(-1);
  const [name, figures] = random.pick(MORE);
  if (last === undefined) throw new Error('There is no measure.');
  if (document.form === 'yaml') {
    const told = figures.map((figure, index) => `2020-0${index + 3}: '${figure}'`).join(', ');
    const words = `\n          - measure: ${name}\n            actual: { ${told} }`;
    return edited(document, [insert(last.span.to, words)], name);
  }
  const blank = Array.from({ length: 11 }, () => ' |').join('');
  const words = `\n| ${name} | Actual |${blank} ${figures.join(' | ')} |`;
  return edited(document, [insert(last.span.to, words)], name);
}

function renamed(document: PlanLandmarks, random: Random): Change | undefined {
  const { measure } = random.pick(document.series);
  const all = document.series.filter((one) => one.measure === measure);
  if (/cumulative/.test(measure)) return undefined;
  const other = random.pick(['Plans reviewed in time', 'Share of visits in which the child was seen alone']);
  const names = [...new Map(all.map(({ name }) => [name.from, name])).values()];
  return edited(
    document,
    names.map((name) => replace(name, other)),
    `${measure}: ${other}`,
  );
}

const ROUNDED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/69\.7%/g, ['70%', '69.72%', 'about 70%']],
  [/(?<=teams \()57%/g, ['56.8%', '56.82%', 'nearly 57%']],
  [/28%(?= of children in care were)/g, ['27.7%', '27.72%']],
];

function rounded(document: PlanLandmarks, random: Random): Change {
  const [form, others] = random.pick(ROUNDED);
  const words = random.pick(others);
  const edits = [...document.text.matchAll(form)].map(({ index, 0: now }) =>
    replace({ from: index, to: index + now.length }, words),
  );
  return edited(document, edits, words);
}
