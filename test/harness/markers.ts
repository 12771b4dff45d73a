import { type Finding, SEVERITIES, type Severity } from '../../server/text/problem.ts';
import type { Span } from '../../server/text/span.ts';

/**
 * What a fixture expects of the line above a mark. Marks are taken out before the text is parsed:
 *
 *     Paragraph 13 comes twice.
 *               ^^ warning structure/paragraph-numbering "comes twice"
 *               related "13"
 *
 * - `^^^^` marks the columns that it stands below.
 * - `<~~~` marks from column 0 on, as many columns as it has characters.
 * - `|^` marks a place of no width: where the `|` stands.
 * - The message in quotation marks may be left out, or be a part of the whole.
 * - `related "text"` below a mark names the text of another place that the finding rests on; lines of that
 *   kind must be complete, or left out altogether.
 * - A mark may be dressed as a comment: `<!-- ^^^ error a/b -->`, `# ^^^ error a/b`.
 * - A finding that goes on over several lines is marked on its first line, to the line's end.
 */
export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string | undefined;
  readonly related: readonly string[] | undefined;
  /** The lines of the mark as they were written. */
  readonly written: readonly string[];
}

const MARK = new RegExp(
  String.raw`^\s*(?:<!--\s*|#\s*)?(?<arrow>\^+|<~+|\|\^)\s+(?<severity>${SEVERITIES.join('|')})\s+` +
    String.raw`(?<rule>[a-z-]+/[a-z-]+)(?:\s+"(?<message>.*)")?\s*(?:-->\s*)?$`,
);
const RELATED = /^\s*(?:<!--\s*|#\s*)?related "(?<text>.*)"\s*(?:-->\s*)?$/;

/** A text without its marks, and the marks by their places in it. */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let lineFrom = 0;
  for (const line of marked.split('\n')) {
    const mark = MARK.exec(line);
    const related = RELATED.exec(line)?.groups?.text;
    const last = marks.at(-1);
    if (mark !== null && lines.length > 0) marks.push(readMark(mark, line, lineFrom));
    else if (related !== undefined && last !== undefined)
      marks[marks.length - 1] = extended(last, related, line);
    else {
      lineFrom += (lines.at(-1)?.length ?? -1) + 1;
      lines.push(line);
    }
  }
  return { text: lines.join('\n'), marks };
}

function readMark(match: RegExpExecArray, line: string, lineFrom: number): Mark {
  const { arrow = '', severity, rule = '', message } = match.groups ?? {};
  const from = lineFrom + (arrow.startsWith('<') ? 0 : line.indexOf(arrow));
  return {
    rule,
    severity: severity as Severity,
    span: { from, to: arrow === '|^' ? from : from + arrow.length },
    message,
    related: undefined,
    written: [line],
  };
}

function extended(mark: Mark, related: string, line: string): Mark {
  return { ...mark, related: [...(mark.related ?? []), related], written: [...mark.written, line] };
}

/**
 * The text with a mark for every finding. Marks that hold keep the words they have; so the outcome is the
 * text that was marked, when that expects just what was found.
 */
export function writeMarks(text: string, findings: readonly Finding[], marks: readonly Mark[]): string {
  const open = [...findings];
  const written: { readonly at: number; readonly lines: readonly string[] }[] = [];
  for (const mark of marks) {
    const index = open.findIndex((finding) => holds(mark, finding, text));
    if (index < 0) continue;
    open.splice(index, 1);
    written.push({ at: mark.span.from, lines: mark.written });
  }
  for (const finding of open) written.push({ at: finding.span.from, lines: freshMark(finding, text) });
  let lineFrom = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const from = lineFrom;
      lineFrom += line.length + 1;
      return [line, ...written.filter(({ at }) => from <= at && at < lineFrom).flatMap(({ lines }) => lines)];
    })
    .join('\n');
}

function holds(mark: Mark, finding: Finding, text: string): boolean {
  const span = onFirstLine(finding.span, text);
  const related = finding.related.map((place) => excerpt(text, place.span));
  return (
    mark.rule === finding.rule &&
    mark.severity === finding.severity &&
    mark.span.from === span.from &&
    mark.span.to === span.to &&
    finding.message.includes(mark.message ?? '') &&
    (mark.related === undefined || mark.related.join('\n') === related.join('\n'))
  );
}

function freshMark(finding: Finding, text: string): readonly string[] {
  const { from, to } = onFirstLine(finding.span, text);
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  const arrow = to === from ? '|^' : '^'.repeat(to - from);
  return [
    `${indent}${arrow} ${finding.severity} ${finding.rule} "${finding.message}"`,
    ...finding.related.map((place) => `${indent}related "${excerpt(text, place.span)}"`),
  ];
}

/** The stretch of a span that stands on the line where it begins. */
export function onFirstLine({ from, to }: Span, text: string): Span {
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? to : Math.min(to, end) };
}

function excerpt(text: string, span: Span): string {
  const { from, to } = onFirstLine(span, text);
  const words = text.slice(from, to);
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
}
