import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { DataComment } from './data.ts';
import { isMarker } from './yamlLines.ts';
import { looseDirective, secondDocument } from './yamlProblems.ts';

/** What stands before the data: comments, directives, a line `---`. */
export interface DocumentStart {
  /** Where the data may begin: the start of a line, except when they begin beside the marker. */
  readonly from: number;
  /** Whether the data begin beside the marker. */
  readonly inline: boolean;
  readonly problems: readonly Problem[];
  readonly comments: readonly DataComment[];
}

const NO_DATA = /^[ \t]*(?:#|$)/;

/** Looks at the lines before the data. Directives are skipped: they change nothing in how texts are read. */
export function documentStart(text: string): DocumentStart {
  const comments: DataComment[] = [];
  let directive: Span | undefined;
  let marked = false;
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const isStart: boolean = !marked && text.startsWith('---', at) && isMarker(text, at);
    const isDirective = !marked && text[at] === '%';
    const words = isStart ? at + 3 : at;
    const hasData = !isDirective && !NO_DATA.test(text.slice(words, end));
    if (isStart) directive = undefined;
    if (hasData) return { from: words, inline: isStart, problems: loose(directive), comments };
    if (isDirective) directive ??= { from: at, to: end };
    else addComment(comments, text, words, end);
    marked ||= isStart;
    at = end + 1;
  }
  return { from: text.length, inline: false, problems: loose(directive), comments };
}

/** The problem of data behind the end of the first document, at the line that ends it. */
export function furtherDocument(text: string, end: number): readonly Problem[] {
  for (let at = end; at < text.length; ) {
    const stop = lineEnd(text, at);
    if (!NO_DATA.test(text.slice(isMarker(text, at) ? at + 3 : at, stop))) {
      return [secondDocument({ from: end, to: lineEnd(text, end) })];
    }
    at = stop + 1;
  }
  return [];
}

function loose(directive: Span | undefined): readonly Problem[] {
  return directive === undefined ? [] : [looseDirective(directive)];
}

function addComment(comments: DataComment[], text: string, from: number, to: number): void {
  const at = text.indexOf('#', from);
  if (at >= 0 && at < to) comments.push({ span: { from: at, to }, text: text.slice(at, to) });
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
