import type { PdfItem, PdfLink, PdfPage } from '../page.ts';
import { bulletRuns } from './dots.ts';
import { type Run, tidy } from './line.ts';

// Boxes and ticks as the symbol fonts of word processors have them, in the range for private use. The second of each
// pair is what is seen.
const SYMBOLS = new Map(
  [
    ...[
      '\uF06F☐',
      '\uF071☐',
      '\uF0A8☐',
      '\uF072☐',
      '\uF0A3☐',
      '\uF0FE☑',
      '\uF052☑',
      '\uF0FD☒',
      '\uF078☒',
      '\uF053☒',
    ],
    ...[
      '\uF0FC✓',
      '\uF050✓',
      '\uF0FB✗',
      '\uF04F✗',
      '\uF0B7•',
      '\uF0A7▪',
      '\uF06E■',
      '\uF06C●',
      '\uF0D8➢',
      '\uF0E8➔',
    ],
    ...['\uF02D-', '\uF0B0°', '\uF0BE—', '\uF020 '],
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const PRIVATE = /[\uF020-\uF0FF]/g;

/** What a text shows, where a symbol font has only its own number for it. */
export function shownText(text: string): string {
  return tidy(text.replace(PRIVATE, (symbol) => SYMBOLS.get(symbol) ?? symbol));
}

/** The words of a page that run from left to right, and those that do not, as they were drawn. */
export function readRuns(
  page: PdfPage,
  at: number,
): { readonly runs: readonly Run[]; readonly turned: readonly Run[] } {
  const runs: Run[] = [];
  const turned: Run[] = [];
  for (const item of page.items) {
    const run = runOf(item, at);
    if (run.text === '') continue;
    if (item.turned) turned.push({ ...run, x2: run.x1 + run.size });
    else runs.push(run);
  }
  for (const { text, left, right, bottom, top } of page.fields) {
    const shown = shownText(text);
    const size = Math.min(Math.max(bottom - top, 1), 12);
    const face = { size, bold: false, italic: false, href: undefined, page: at };
    if (shown !== '') runs.push({ text: shown, x1: left, x2: right, y: bottom - 0.25 * size, ...face });
  }
  const bullets = bulletRuns(runs, page.drawing?.dots ?? []);
  return { runs: withLinks([...runs, ...bullets], page.links), turned };
}

function runOf({ text, x, y, width, size, bold, italic, spaced }: PdfItem, page: number): Run {
  return {
    text: shownText(text),
    x1: x,
    x2: x + Math.max(width, 0),
    y,
    size: Math.round(size * 100) / 100,
    bold,
    italic,
    href: undefined,
    page,
    spaced,
  };
}

const MOST_LINKS = 500;

/** Runs with where the links upon them lead, cut where a link begins or ends. */
function withLinks(runs: readonly Run[], links: readonly PdfLink[]): readonly Run[] {
  return links.slice(0, MOST_LINKS).reduce((all, link) => all.flatMap((run) => linked(run, link)), runs);
}

function linked(run: Run, { left, top, right, bottom, url }: PdfLink): readonly Run[] {
  const height = run.y - run.size * 0.3;
  if (height < top || height > bottom || run.x2 <= left || run.x1 >= right) return [run];
  const [before, rest] = cutAt(run, left);
  const [inside, behind] = rest === undefined ? [undefined, undefined] : cutAt(rest, right);
  return [before, inside === undefined ? undefined : { ...inside, href: url }, behind].filter(
    (part) => part !== undefined,
  );
}

/** A run in two at the blank that is nearest to a place; one of them is undefined where it is nearest to an end. */
export function cutAt(run: Run, x: number): readonly [Run | undefined, Run | undefined] {
  const letter = (run.x2 - run.x1) / Math.max(1, run.text.length);
  const places = [0, ...[...run.text.matchAll(/ /g)].map(({ index }) => index), run.text.length];
  const meant = (x - run.x1) / (letter || 1);
  const place = places.reduce((best, one) => (Math.abs(one - meant) < Math.abs(best - meant) ? one : best));
  return cutRun(run, place);
}

/** A run in two behind so many of its characters; the blank between them is in neither. */
export function cutRun(run: Run, length: number): readonly [Run | undefined, Run | undefined] {
  if (length <= 0) return [undefined, run];
  if (length >= run.text.length) return [run, undefined];
  const letter = (run.x2 - run.x1) / run.text.length;
  const rest = run.text.slice(length);
  const blanks = rest.length - rest.trimStart().length;
  return [
    { ...run, text: run.text.slice(0, length), x2: run.x1 + length * letter, spaced: false },
    { ...run, text: rest.trimStart(), x1: run.x1 + (length + blanks) * letter },
  ];
}
