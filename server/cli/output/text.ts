import type { Related } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { DEFAULT_COLUMNS, type Io } from '../io.ts';
import type { FileText } from '../position.ts';
import type { Checked, FileResult, Output, Told, Unchecked } from '../result.ts';
import { changeLines } from './changes.ts';
import type { Paint, Style } from './colours.ts';
import { DocumentTable } from './documents.ts';
import { type Excerpt, excerpt, type Mark } from './excerpt.ts';
import { placeName } from './place.ts';
import { visible } from './screen.ts';
import { type Counts, summarise } from './summary.ts';

/** How a place is underlined. */
interface Marking {
  readonly mark: string;
  readonly style: Style;
}

const RELATED: Marking = { mark: '-', style: 'mark' };
const MOST_REASONS = 2;
/** What stands beside an excerpt, but for the number of its line. */
const SIDE = 5;

/** Findings for people: each with its place in the text and the places that it rests on. */
export class TextOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #width: number;
  readonly #texts = new Map<string, FileText>();
  readonly #documents = new DocumentTable();

  constructor(io: Io, paint: Paint) {
    this.#io = io;
    this.#paint = paint;
    this.#width = Math.max(40, io.columns ?? DEFAULT_COLUMNS);
  }

  readonly file = (result: FileResult): void => {
    this.#documents.add(result);
    if (!result.checked) {
      this.#io.err(uncheckedLines(result, this.#paint));
      return;
    }
    // What was imported is no part of a pack: no other document refers to it, and there may be hundreds.
    if (result.text.origin === undefined) this.#texts.set(result.file, result.text);
    const guess = guessLine(result, this.#paint);
    if (guess !== undefined) this.#io.out(`${guess}\n\n`);
    const changes = changeLines(result.text.origin?.changes ?? []);
    if (changes.length > 0) this.#io.out(`${changes.join('\n')}\n\n`);
    for (const finding of result.findings) this.#io.out(`${this.#finding(finding, result).join('\n')}\n\n`);
  };

  readonly end = (counts: Counts): void => {
    const table = this.#documents.lines(this.#io.columns);
    if (table.length > 0) this.#io.out(`${table.join('\n')}\n\n`);
    // Of no file at all there is nothing to sum up.
    if (counts.files + counts.unchecked + counts.unknown > 0) this.#io.out(`${summarise(counts)}\n`);
  };

  #finding(finding: Told, { file, text }: Checked): readonly string[] {
    const related = finding.related.map((one) => ({ one, text: this.#textOf(one, text) }));
    const gutter = gutterOf([finding.span, ...finding.related.map(({ span }) => span)], text);
    const near = related.filter((place) => place.text === text).map(({ one }) => one.span);
    const main = excerpt(text.text, finding.span, this.#room(gutter), near);
    const seen = new Set(near.filter((_, index) => main.others[index] !== undefined));
    return [
      head(finding, file, text, this.#paint),
      `  ${visible(finding.message)}`,
      ...this.#excerpt(main, text, gutter, { mark: '^', style: finding.severity }),
      ...related.flatMap(({ one, text: other }) => {
        const line = this.#see(one, other, file);
        if (other === undefined || seen.has(one.span)) return [line];
        const shown = excerpt(other.text, one.span, this.#room(gutter));
        return [line, ...this.#excerpt(shown, other, gutter, RELATED)];
      }),
      // To be put where something is to be written takes an editor.
      ...finding.fixes
        .filter(({ asks }) => asks !== true)
        .map((fix) => `  ${this.#paint('dim', 'fix:')} ${visible(fix.title)}`),
    ];
  }

  #see({ path, span, message }: Related, text: FileText | undefined, file: string): string {
    const name = path ?? file;
    const place = text === undefined ? visible(name) : placeName(name, text, span);
    return `  see ${this.#paint('bold', place)}: ${visible(message)}`;
  }

  #room(gutter: number): number {
    return this.#width - gutter - SIDE;
  }

  #excerpt(
    { line, shown, mark, others, lastLine }: Excerpt,
    { hasLines }: FileText,
    gutter: number,
    own: Marking,
  ): readonly string[] {
    const side = (number: string) => this.#paint('dim', `  ${number.padStart(gutter)} |`);
    const places = [
      ...others.flatMap((other) => (other === undefined ? [] : { ...other, ...RELATED })),
      // The place itself comes last, so that it is seen where others overlap it.
      { ...mark, ...own },
    ];
    const on = lastLine === undefined || !hasLines ? '' : this.#paint('dim', ` to line ${lastLine}`);
    return [
      `${side(hasLines ? String(line) : '')} ${shown}`.trimEnd(),
      `${side('')} ${this.#marks(places)}${on}`,
    ];
  }

  #marks(places: readonly (Mark & Marking)[]): string {
    const columns: (Marking | undefined)[] = [];
    for (const place of places) {
      for (let column = place.at; column < place.at + place.width; column += 1) columns[column] = place;
    }
    let line = '';
    for (let from = 0; from < columns.length; ) {
      const place = columns[from];
      let to = from + 1;
      while (to < columns.length && columns[to] === place) to += 1;
      const length = to - from;
      line += place === undefined ? ' '.repeat(length) : this.#paint(place.style, place.mark.repeat(length));
      from = to;
    }
    return line;
  }

  /** Another document's text is known when it has been checked before. */
  #textOf({ path }: Related, own: FileText): FileText | undefined {
    return path === undefined ? own : this.#texts.get(path);
  }
}

/** One line for each finding, and nothing at all when nothing is found. */
export class QuietOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;

  constructor(io: Io, paint: Paint) {
    this.#io = io;
    this.#paint = paint;
  }

  readonly file = (result: FileResult): void => {
    if (!result.checked) {
      if (result.fails) this.#io.err(uncheckedLines(result, this.#paint));
      return;
    }
    for (const finding of result.findings) {
      const { file, text } = result;
      // Where there are no lines to look in, the words are what one looks for.
      const quote = text.hasLines ? '' : text.quote(finding.span);
      const words = quote === '' ? '' : this.#paint('dim', `  [${visible(quote)}]`);
      this.#io.out(`${head(finding, file, text, this.#paint)}  ${visible(finding.message)}${words}\n`);
    }
  };

  readonly end = (counts: Counts): void => {
    if (counts.filesWithFindings > 0) this.#io.out(`${summarise(counts)}\n`);
  };
}

function gutterOf(spans: readonly Span[], text: FileText): number {
  if (!text.hasLines) return 0;
  return Math.max(3, ...spans.map(({ from }) => String(text.at(from).line).length));
}

function head({ span, severity, rule }: Told, file: string, text: FileText, paint: Paint): string {
  const place = paint('bold', placeName(file, text, span));
  return `${place}  ${paint(severity, severity)}  ${paint('dim', rule)}`;
}

/** By which framework a file is read that does not name one, and why. */
function guessLine({ file, framework, text }: Checked, paint: Paint): string | undefined {
  const reasons = text.origin?.reasons;
  if (framework === undefined || reasons === undefined) return undefined;
  // The first say most; for programs there are all.
  const why = reasons.length === 0 ? '' : `: ${reasons.slice(0, MOST_REASONS).join(' ')}`;
  return `${paint('bold', visible(file))}  read as ${visible(framework + why)}`;
}

/** That a file was not checked, or whatever else should have been done with it, and why. */
export function uncheckedLines(
  { file, line, problem, fails }: Unchecked,
  paint: Paint,
  words = 'not checked',
): string {
  const place = line === undefined ? visible(file) : `${visible(file)}:${line}`;
  const what = paint(fails ? 'error' : 'hint', words);
  return `${paint('bold', place)}  ${what}\n  ${visible(problem)}\n\n`;
}
