import type { Framework } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import { titleReader } from '../text/knownTitle.ts';
import { readLines } from '../text/lines.ts';
import type { Names } from './names.ts';
import type { Unit } from './units.ts';

const TITLE_UNITS = 40;

/** The titles near the beginning of a document by the frameworks whose documents are titled so. */
export function findTitles(units: readonly Unit[], names: Names): ReadonlyMap<string, string> {
  const head = units.slice(0, TITLE_UNITS);
  const text = head.map(({ text, apart }) => (apart ? `\n${text}` : text)).join('\n');
  const lines = readLines(text);
  const found = new Map<string, string>();
  for (const [framework, { vocabulary }] of names.entries) {
    const titles = titlesOf(vocabulary.framework);
    const first = new Set(titles.map(firstWord));
    const read = titleReader(titles);
    for (const [index, line] of lines.entries()) {
      if (!first.has('') && !first.has(firstWord(line.text))) continue;
      const title = read(lines, index);
      if (title === undefined) continue;
      found.set(framework, title.title.map(({ from, to }) => text.slice(from, to)).join(' '));
      break;
    }
  }
  return found;
}

function titlesOf({ title, titles }: Framework): readonly string[] {
  return [...titles, title, `${title}: [organisation]`];
}

const LONGEST_CALLED = 150;

/**
 * The frameworks for the kind of document that the first line near the beginning says that it is, each with that line:
 * "AGENDA".
 */
export function findKinds(units: readonly Unit[], names: Names): ReadonlyMap<string, string> {
  const kinds = [...names.entries].map(
    ([framework, { vocabulary }]) => [framework, normaliseName(vocabulary.framework.kind ?? '')] as const,
  );
  for (const { text, kind } of units.slice(0, TITLE_UNITS)) {
    if (kind === 'item' || text.length > LONGEST_CALLED || !/^\P{Ll}*\p{Lu}/u.test(text)) continue;
    const name = normaliseName(text);
    const found = kinds.filter(([, called]) => called !== '' && saysKind(name, called));
    if (found.length > 0) return new Map(found.map(([framework]) => [framework, text]));
  }
  return new Map();
}

/** "minutes of the meeting", "care home service inspection report": no "minutes were agreed". */
function saysKind(name: string, kind: string): boolean {
  return (
    name === kind ||
    name.startsWith(`${kind} of `) ||
    name.startsWith(`${kind} for `) ||
    name.endsWith(` ${kind}`)
  );
}

/** Empty for a title that begins with a name, and so with any word. */
function firstWord(title: string): string {
  return /^[\p{L}\p{N}]+/u.exec(title)?.[0].toLowerCase() ?? '';
}
