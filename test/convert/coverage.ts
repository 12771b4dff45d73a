import type { Imported } from '../../server/convert/text/imported.ts';

/** The words of a source that are neither in the Markdown nor under a note. */
export function lostWords(source: string, { markdown, notes }: Imported): readonly string[] {
  const wanted = [...source];
  let rest = source;
  for (const { kind, span, message } of notes) {
    // A field's label becomes a key, letters become words; what was dropped is gone. All else must be there.
    if (kind !== 'dropped' && !/was read as|joined to words|in full/.test(message)) continue;
    rest = rest.slice(0, span.from) + ' '.repeat(span.to - span.from) + rest.slice(span.to);
  }
  const found = count([...words(markdown), ...markedFigures(markdown)]);
  return wanted.length === 0 ? [] : words(rest).filter((word) => !take(found, word));
}

/** Figures with the mark of a footnote against them, as a PDF may have both: "2002" where the Markdown has "200[^2]". */
function markedFigures(markdown: string): readonly string[] {
  return [...markdown.matchAll(/(\p{N}+)\[\^(\p{N}+)\]/gu)].map(
    ([, figure = '', mark = '']) => figure + mark,
  );
}

/** Places at which the map is wrong: text that differs from the source it claims, or that was carried over twice. */
export function coverageFaults(source: string, { markdown, places }: Imported): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<number>();
  const bodyFrom = bodyStart(markdown);
  let last = 0;
  for (let at = 0; at < markdown.length; at += 1) {
    const { from, to } = places.toSource({ from: at, to: at + 1 });
    if (from < 0 || to > source.length || from > to) faults.push(`${at}: ${from} to ${to}`);
    if (to - from > 1) faults.push(`${at} is ${to - from} long`);
    if (to - from !== 1) continue;
    if (markdown[at] !== source[from]) faults.push(`${at}: ${markdown[at]} is ${source[from]}`);
    if (at >= bodyFrom && seen.has(from)) faults.push(`${from} comes twice`);
    if (at >= bodyFrom) seen.add(from);
    last = at;
  }
  if (last > 0 && places.toSource({ from: 0, to: markdown.length }).to > source.length)
    faults.push('the whole');
  return faults;
}

/** Behind the front matter and the title, which both hold the title. */
function bodyStart(markdown: string): number {
  const end = markdown.indexOf('\n---\n', 3) + 5;
  return /^\n# .*\n/.exec(markdown.slice(end)) === null ? end : markdown.indexOf('\n', end + 2);
}

/** A figure that is set against a word, as the mark of a footnote is, is a word of its own. */
function words(text: string): readonly string[] {
  return text.match(/\p{L}+|\p{N}+/gu) ?? [];
}

function count(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, word: string): boolean {
  const left = counts.get(word) ?? 0;
  counts.set(word, left - 1);
  return left > 0;
}
