import type { Finding, Related } from '../../text/problem.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { DEFAULT_COLUMNS, type Io } from '../io.ts';
import { positionAt } from '../position.ts';
import type { Checked, FileResult, Output, Unchecked } from '../result.ts';
import type { Paint, Style } from './colours.ts';
import { excerpt } from './excerpt.ts';
import { visible } from './screen.ts';
import { type Counts, summarise } from './summary.ts';

/** Findings for people: each with its place in the text and the places that it rests on. */
export class TextOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #width: number;
  readonly #texts = new Map<string, SourceText>();

  constructor(io: Io, paint: Paint) {
    this.#io = io;
    this.#paint = paint;
    this.#width = Math.max(40, io.columns ?? DEFAULT_COLUMNS);
  }

  readonly file = (result: FileResult): void => {
    if (!result.checked) {
      this.#io.err(uncheckedLines(result, this.#paint));
      return;
    }
    this.#texts.set(result.file, result.text);
    for (const finding of result.findings) this.#io.out(`${this.#finding(finding, result).join('\n')}\n\n`);
  };

  readonly end = (counts: Counts): void => {
    this.#io.out(`${summarise(counts)}\n`);
  };

  #finding(finding: Finding, { file, text }: Checked): readonly string[] {
    const related = finding.related.map((one) => ({ one, text: this.#textOf(one, text) }));
    const lines = [finding.span, ...related.map(({ one }) => one.span)].map(
      (span) => positionAt(text, span.from).line,
    );
    const gutter = Math.max(3, ...lines.map((line) => String(line).length));
    const title = head(finding, file, text, this.#paint);
    return [
      title,
      `  ${visible(finding.message)}`,
      ...this.#excerpt(text, finding.span, gutter, '^', finding.severity),
      ...related.flatMap(({ one, text: other }) => this.#related(one, other, file, gutter)),
      ...finding.fixes.map((fix) => `  ${this.#paint('dim', 'fix:')} ${visible(fix.title)}`),
    ];
  }

  #related(one: Related, text: SourceText | undefined, file: string, gutter: number): readonly string[] {
    const shown = visible(one.path ?? file);
    if (text === undefined) return [`  see ${this.#paint('bold', shown)}: ${visible(one.message)}`];
    const place = this.#paint('bold', `${shown}:${placeOf(text, one.span)}`);
    return [`  see ${place}: ${visible(one.message)}`, ...this.#excerpt(text, one.span, gutter, '-', 'mark')];
  }

  #excerpt(text: SourceText, span: Span, gutter: number, mark: string, style: Style): readonly string[] {
    const { line, shown, blanks, marks, lastLine } = excerpt(text, span, this.#width - gutter - 5);
    const side = (number: string) => this.#paint('dim', `  ${number.padStart(gutter)} |`);
    const on = lastLine === undefined ? '' : this.#paint('dim', ` to line ${lastLine}`);
    return [
      `${side(String(line))} ${shown}`.trimEnd(),
      `${side('')} ${' '.repeat(blanks)}${this.#paint(style, mark.repeat(marks))}${on}`,
    ];
  }

  /** Another document's text is known when it has been checked before. */
  #textOf({ path }: Related, own: SourceText): SourceText | undefined {
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
      this.#io.out(`${head(finding, result.file, result.text, this.#paint)}  ${visible(finding.message)}\n`);
    }
  };

  readonly end = (counts: Counts): void => {
    if (counts.filesWithFindings > 0) this.#io.out(`${summarise(counts)}\n`);
  };
}

function head({ span, severity, rule }: Finding, file: string, text: SourceText, paint: Paint): string {
  const place = paint('bold', `${visible(file)}:${placeOf(text, span)}`);
  return `${place}  ${paint(severity, severity)}  ${paint('dim', rule)}`;
}

function placeOf(text: SourceText, span: Span): string {
  const { line, column } = positionAt(text, span.from);
  return `${line}:${column}`;
}

function uncheckedLines({ file, line, problem, fails }: Unchecked, paint: Paint): string {
  const place = line === undefined ? visible(file) : `${visible(file)}:${line}`;
  const what = paint(fails ? 'error' : 'hint', 'not checked');
  return `${paint('bold', place)}  ${what}\n  ${visible(problem)}\n\n`;
}
