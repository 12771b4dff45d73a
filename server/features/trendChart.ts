/** One time of a series: what it is called, and what was reached and aimed at, where there are figures for it. */
export interface TrendStep {
  readonly when: string;
  readonly actual: TrendFigure | undefined;
  readonly target: TrendFigure | undefined;
}

export interface TrendFigure {
  /** As written. */
  readonly text: string;
  readonly value: number;
}

/** A drawing with the words that stand for it where it cannot be seen. */
export interface Picture {
  readonly svg: string;
  readonly words: string;
}

const WIDTH = 260;
const HEIGHT = 90;
const SIDE = 10;
const TOP = 22;
const BOTTOM = HEIGHT - 24;
/** Older figures would only crowd so small a drawing. */
const MOST = 36;

// The picture does not know the editor's colours: these can be told from white and from a dark background alike.
const WORDS_COLOUR = '#767676';
const LINE_COLOUR = '#2f81f7';

/** Draws how a measure went: what was reached as a line with dots, what was aimed at dashed. Nothing to draw without two figures. */
export function trendChart(name: string, steps: readonly TrendStep[]): Picture | undefined {
  const shown = reported(steps).slice(-MOST);
  const known = shown.filter(({ actual }) => actual !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last === undefined) return undefined;
  const place = placing(shown);
  const words = wordsOf(name, known.length, first, last);
  const parts = [
    ...runsOf(shown, 'target').map((run) =>
      lineOf(run, place, ` stroke="${WORDS_COLOUR}" stroke-dasharray="4 3"`),
    ),
    ...runsOf(shown, 'actual').map((run) => lineOf(run, place, ` stroke="${LINE_COLOUR}" stroke-width="2"`)),
    ...runsOf(shown, 'actual').flatMap((run) => run.map((point) => dotOf(point, place))),
    label(first.actual?.text ?? '', SIDE, 12, 'start'),
    label(last.actual?.text ?? '', WIDTH - SIDE, 12, 'end'),
    label(first.when, SIDE, HEIGHT - 6, 'start'),
    label(last.when, WIDTH - SIDE, HEIGHT - 6, 'end'),
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`;
  return { svg: `${head}<title>${escaped(words)}</title>${parts.join('')}</svg>`, words };
}

/** The times from the first figure to the last: a table has columns for months before a measure began and still to come. */
function reported(steps: readonly TrendStep[]): readonly TrendStep[] {
  const has = ({ actual }: TrendStep) => actual !== undefined;
  return steps.slice(Math.max(0, steps.findIndex(has)), steps.findLastIndex(has) + 1);
}

function wordsOf(name: string, count: number, first: TrendStep, last: TrendStep): string {
  const aim = last.target === undefined ? '' : `; the target then was ${last.target.text}`;
  const [from, to] = [first, last].map(
    ({ actual, when }) => `${actual?.text}${when === '' ? '' : ` in ${when}`}`,
  );
  return `${name}: ${count} figures, from ${from} to ${to}${aim}`;
}

interface Point {
  readonly index: number;
  readonly value: number;
}

type Placing = (point: Point) => readonly [number, number];

/** The first time is on the left, and the least figure at the bottom. */
function placing(steps: readonly TrendStep[]): Placing {
  const values = steps.flatMap(({ actual, target }) => [actual, target].flatMap((one) => one?.value ?? []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least;
  const step = (WIDTH - 2 * SIDE) / Math.max(1, steps.length - 1);
  return ({ index, value }) => {
    const height = range === 0 ? 0.5 : (value - least) / range;
    return [SIDE + index * step, BOTTOM - height * (BOTTOM - TOP)];
  };
}

/** The stretches without a gap. */
function runsOf(steps: readonly TrendStep[], role: 'actual' | 'target'): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const [index, step] of steps.entries()) {
    const value = step[role]?.value;
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  }
  return runs.filter((run) => run.length > 0);
}

function lineOf(run: readonly Point[], place: Placing, style: string): string {
  const points = run.map((point) => place(point).map(shortly).join(','));
  return `<polyline fill="none"${style} points="${points.join(' ')}"/>`;
}

function dotOf(point: Point, place: Placing): string {
  const [x, y] = place(point);
  return `<circle cx="${shortly(x)}" cy="${shortly(y)}" r="2.5" fill="${LINE_COLOUR}"/>`;
}

function label(text: string, x: number, y: number, anchor: 'start' | 'end'): string {
  const style = `font-family="sans-serif" font-size="11" fill="${WORDS_COLOUR}"`;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${style}>${escaped(shortened(text))}</text>`;
}

/** Half of the width is room for so many letters. */
const LETTERS = 20;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}…` : text;
}

function shortly(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

function escaped(text: string): string {
  // Characters that no XML may have would keep all of it from being shown.
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[<>&"]/g, (one) => ENTITIES[one] ?? one);
}
