import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dumpReport } from '../../server/report/dump.ts';
import { reportOf } from '../harness/check.ts';
import { libraryWith } from '../harness/library.ts';
import { htmlOf } from './word/htmlOf.ts';

const library = libraryWith([]);
const FOLDERS = ['examples/library', 'examples/gloucestershire-2020', 'examples/safeguarding-2012'];

/** An example as its author has it in another program. */
export interface ExamplePage {
  readonly file: string;
  /** The file's name as one word. */
  readonly name: string;
  readonly markdown: string;
  readonly title: string;
  readonly html: string;
}

/** The examples that are one document each. */
export function examplePages(): readonly ExamplePage[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      // Word counts paragraphs by itself, so that none of its documents has numbers that are out of order.
      .filter((name) => name.endsWith('.md') && !/README|contradictions/.test(name))
      .map((name) => pageOf(path.posix.join(folder, name))),
  );
}

function pageOf(file: string): ExamplePage {
  const markdown = readFileSync(file, 'utf8');
  const { fieldsByName } = vocabularyOf(markdown);
  const labels = new Map([...fieldsByName.values()].map(({ id, label }) => [id, label]));
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Untitled';
  const name = file.replace(/\.md$/, '').replaceAll('/', '-');
  return { file, name, markdown, title, html: htmlOf(markdown, (id) => labels.get(id)) };
}

/** The vocabulary of the framework that a document names. */
export function vocabularyOf(markdown: string) {
  const id = /^framework: (.*)$/m.exec(markdown)?.[1] ?? '';
  const entry = library.get(id);
  assert.ok(entry, id);
  return entry.vocabulary;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * What is understood of a document, with days as ISO has them, and without what letters say in no line of theirs; a
 * letter's title is its subject.
 */
export function comparableDump(text: string): string {
  const dump = dumpReport(reportOf({ path: 'one.md', syntax: 'markdown', text }, library));
  const isLetter = /^ {2}addressee: /m.test(dump);
  return dump
    .split('\n')
    .filter((line) => !isLetter || !/^(?:title| {2}organisation| {2}visited| {2}copy): /.test(line))
    .join('\n')
    .replace(/\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g, (all, day: string, name: string, year: string) => {
      const month = MONTHS.indexOf(name) + 1;
      return month === 0 ? all : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    });
}
