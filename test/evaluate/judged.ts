import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Finding } from '../../server/text/problem.ts';
import { readLines } from './places.ts';
import { nameOf, publishedHere } from './published.ts';
import { type Subject, subject } from './subject.ts';

const EXAMPLES = 'examples';
export const JUDGED = 'test/judged/findings.yaml';

export const VERDICTS = ['right', 'wrong', 'arguable'] as const;

/** A finding as it is listed: without line numbers, which any edit above would change. */
export interface Listed {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** The words that the finding is shown at, at most a line; not given for a published PDF. */
  readonly quoted?: string;
  /** The heading that it stands below; in a published text, which has none that its form alone tells, the line; in a PDF the page. */
  readonly where: string;
}

export interface Judged extends Listed {
  readonly verdict: string;
  readonly reason: string;
}

/** Every finding on the examples and on the published documents, if these are there. */
export function allFindings(): readonly Listed[] {
  return documents().flatMap((file) => {
    const document = subject(file);
    return document.check(document.text).map((finding) => listed(document, file, finding));
  });
}

export function documents(): readonly string[] {
  const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|ya?ml)$/.test(name))
    .map((name) => path.posix.join(EXAMPLES, name.replaceAll(path.sep, '/')))
    .sort();
  return [...examples, ...publishedHere().map(nameOf)];
}

function listed({ form, text }: Subject, file: string, { rule, severity, message, span }: Finding): Listed {
  const lines = readLines(text);
  const line = lines.findLast(({ from }) => from <= span.from);
  const quoted = text.slice(span.from, Math.min(span.to, line?.to ?? span.to)).slice(0, 80);
  const where =
    form === 'text' ? `line ${line === undefined ? 1 : lines.indexOf(line) + 1}` : heading(text, span.from);
  return { file: path.basename(file), rule, severity, message, quoted, where };
}

const HEADING = /^(?:#+ | *- heading: )(.*)$/;

/** The last heading before a place. */
function heading(text: string, at: number): string {
  const before = readLines(text).filter(({ from }) => from <= at);
  return before.flatMap((line) => HEADING.exec(line.text)?.[1] ?? []).at(-1) ?? 'top';
}

export function readJudged(file: string = JUDGED): readonly Judged[] {
  const read: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(read) ? read : [];
}

function keyOf({ file, rule, severity, message, quoted, where }: Listed): string {
  return JSON.stringify([file, rule, severity, message, quoted, where]);
}

/** What one list has that the other has not; what stands in a list twice counts twice. */
export function missingFrom<T extends Listed>(wanted: readonly T[], there: readonly Listed[]): readonly T[] {
  const open = new Map<string, number>();
  for (const one of there) open.set(keyOf(one), (open.get(keyOf(one)) ?? 0) + 1);
  return wanted.filter((one) => {
    const left = open.get(keyOf(one)) ?? 0;
    open.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

/** Findings that nobody has judged yet, as entries to be filled in. */
export function unreadEntries(): string {
  return asEntries(missingFrom(allFindings(), readJudged()));
}

/** Findings as the lists of them are written, with a verdict and a reason to be filled in. */
export function asEntries(findings: readonly Listed[]): string {
  return findings
    .map((one) => {
      const lines = Object.entries({ ...one, verdict: '', reason: '' });
      return lines
        .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}`)
        .join('\n');
    })
    .join('\n\n');
}
