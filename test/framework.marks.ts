import { deepEqual } from 'node:assert/strict';
import type { Problem } from '../server/text/problem.ts';

// Carets below a line mark the expected span; the message stands behind them.
const MARK = /^( *)(\^+) (.+)$/;

/** What a case is about: the words of its first line. */
export function nameOf(marked: string): string {
  return marked.slice(2, marked.indexOf('\n'));
}

/** The text without its marks, and the problems that the marks stand for. */
export function unmarked(marked: string): { readonly text: string; readonly expected: readonly Problem[] } {
  const lines: string[] = [];
  const expected: Problem[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of marked.trimEnd().split('\n')) {
    const [, indent = '', carets = '', message] = MARK.exec(line) ?? [];
    if (message === undefined) {
      lines.push(line);
      lineStart = next;
      next += line.length + 1;
    } else {
      const from = lineStart + indent.length;
      expected.push({ span: { from, to: from + carets.length }, message });
    }
  }
  return { text: lines.join('\n'), expected };
}

/** Holds what a check says of a marked text to its marks, in order. */
export function expectProblems(marked: string, check: (text: string) => readonly Problem[]): void {
  const { text, expected } = unmarked(marked);
  const shown = (problems: readonly Problem[]) =>
    problems.map(({ span, message }) => `${text.slice(span.from, span.to)} @${span.from}: ${message}`);
  deepEqual(shown(check(text)), shown(expected));
}
