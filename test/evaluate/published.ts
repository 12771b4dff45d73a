import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { normalise } from '../../server/text/normalise.ts';

/** A published document as text taken out of its PDF. None of them is part of the project, and any may not be there. */
export interface Published {
  readonly file: string;
  readonly framework: string;
  /** What the part is called, of a file that holds several documents. */
  readonly part?: string;
  /** Its first line and its last, counted from 1, where the file has other documents around it. */
  readonly lines?: readonly [first: number, last: number];
}

const FOLDER = '../shared/seeds';

const PACK = `${FOLDER}/scrutiny-pack-2020-agenda-minutes-chair-letter.txt`;

/** The published documents that a framework is there for. */
export const PUBLISHED: readonly Published[] = [
  { file: `${FOLDER}/ofsted-safeguarding-gloucestershire-2012.txt`, framework: 'ofsted-safeguarding-2012' },
  {
    file: `${FOLDER}/ofsted-monitoring-visit-gloucestershire-2018.txt`,
    framework: 'ofsted-monitoring-visit',
  },
  {
    file: `${FOLDER}/ofsted-contact-referral-gloucestershire-2010.txt`,
    framework: 'ofsted-contact-referral-2010',
  },
  { file: PACK, framework: 'committee-agenda', part: 'agenda', lines: [1, 84] },
  { file: PACK, framework: 'committee-minutes', part: 'minutes', lines: [85, 356] },
  { file: PACK, framework: 'committee-report', part: 'report', lines: [357, 656] },
  { file: PACK, framework: 'improvement-board-report', part: 'board-report', lines: [357, 656] },
  { file: PACK, framework: 'ofsted-monitoring-visit', part: 'letter', lines: [657, 848] },
  { file: `${FOLDER}/scrutiny-pack-2020-improvement-plan.txt`, framework: 'improvement-plan-dashboard' },
];

export function publishedHere(): readonly Published[] {
  return PUBLISHED.filter(({ file }) => existsSync(file));
}

/** The name of a published document among all documents. */
export function nameOf({ file, part }: Published): string {
  return part === undefined ? file : `${file}#${part}`;
}

/** A sentence that names the published documents that are left out; undefined when all are there. */
export function leftOut(): string | undefined {
  const missing = PUBLISHED.filter(({ file }) => !existsSync(file)).map(({ file }) => path.basename(file));
  return missing.length === 0 ? undefined : `Left out, since ${FOLDER} has it not: ${missing.join(', ')}.`;
}

/** The text of the document alone, with LF line ends. */
export function readPublished({ file, lines }: Published): string {
  const { text } = normalise(readFileSync(file, 'utf8'));
  if (lines === undefined) return text;
  const [first, last] = lines;
  return text
    .split('\n')
    .slice(first - 1, last)
    .join('\n');
}
