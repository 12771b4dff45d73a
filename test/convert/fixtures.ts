import { readFileSync } from 'node:fs';
import type { Fence } from '../harness/fixture.ts';

/** A text, the Markdown that it becomes, and what the importer says of it. */
export interface ImportCase {
  readonly name: string;
  readonly source: string;
  readonly markdown: Fence;
  readonly notes: Fence | undefined;
}

/**
 * The cases of a literate test: under each heading of the second level a `txt` or `html` fence, an `md` fence, and a
 * `notes` fence where they matter. In `txt`, `⇥` stands for a tab and `␌` for a page break, to be seen.
 */
export function readImportCases(file: string): readonly ImportCase[] {
  return readCases(file).map(({ name, fences }) => {
    const source = fences.find(({ info }) => info === 'txt' || info === 'html');
    const markdown = fences.find(({ info }) => info === 'md');
    if (source === undefined || markdown === undefined)
      throw new Error(`${file}: "${name}" has no txt or html, or no md.`);
    const text = source.text.replaceAll('⇥', '\t').replaceAll('␌', '\f');
    return { name, source: text, markdown, notes: fences.find(({ info }) => info === 'notes') };
  });
}

/** The cases of a literate test with the fences under each heading of the second level. */
export function readCases(
  file: string,
): readonly { readonly name: string; readonly fences: readonly Fence[] }[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const starts = [...lines.keys()].filter(
    (index) => lines[index]?.startsWith('## ') && !inFence(lines, index),
  );
  return starts.map((start, position) => ({
    name: lines[start]?.slice(3) ?? '',
    fences: readFences(lines, start, starts[position + 1] ?? lines.length),
  }));
}

function inFence(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).filter((line) => line.startsWith('````')).length % 2 === 1;
}

function readFences(lines: readonly string[], from: number, to: number): readonly Fence[] {
  const fences: Fence[] = [];
  for (let index = from; index < to; index += 1) {
    const info = /^````(\w+)$/.exec(lines[index] ?? '')?.[1];
    if (info === undefined) continue;
    let end = index + 1;
    while (end < to && lines[end] !== '````') end += 1;
    fences.push({ info, text: lines.slice(index + 1, end).join('\n'), lines: { from: index + 1, to: end } });
    index = end;
  }
  return fences;
}
