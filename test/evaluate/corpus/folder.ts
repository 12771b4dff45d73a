import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Published reports as their inspectorate made them. None of them is part of the project, and they may not be there. */
const FOLDER = '../shared/corpus';

/** What kind of report a file is by its name, which has the day of its publication at its end. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^send-/, 'ofsted-send-area-2023'],
  [/-2013\.pdf$/, 'ofsted-looked-after-2013'],
  [/-201[4-7]\.pdf$/, 'ofsted-sif-2013'],
  [/-20(?:1[89]|2\d)\.pdf$/, 'ofsted-ilacs-inspection'],
];

/** The names of the reports; undefined where there are none. */
export function corpus(): readonly string[] | undefined {
  if (!existsSync(FOLDER)) return undefined;
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.pdf'))
    .sort();
}

export const NO_CORPUS = `The published PDFs are left out, since there is no ${FOLDER}.`;

/** The file of a report. */
export function pathOf(name: string): string {
  return path.join(FOLDER, name);
}

/** The framework that a report follows, by its name. */
export function expectedFramework(name: string): string | undefined {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** What another program read in some of the reports: a row for each, by the name of the file. */
export function otherReadings(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const file = path.join(FOLDER, 'judgements.csv');
  if (!existsSync(file)) return new Map();
  const [head = [], ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((row) => row.split(','));
  return new Map(
    rows.map((cells) => [
      cells[0] ?? '',
      Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])),
    ]),
  );
}
