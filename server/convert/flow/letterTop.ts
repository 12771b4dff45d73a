import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { HeadingReader } from '../text/headings.ts';
import { headNotes, writeHead } from '../text/importLetter.ts';
import { inline } from '../text/inline.ts';
import { readLetterHead } from '../text/letterHead.ts';
import type { Line } from '../text/lines.ts';
import type { Flow } from './flow.ts';
import type { Top } from './top.ts';

/** Reads the date, the addressee and the subject of a letter, which become its front matter and its title. */
export function readLetterTop(
  flow: Flow,
  lines: readonly Line[],
  vocabulary: Vocabulary,
  reader: HeadingReader,
): Top {
  const split = splitAddress(lines, flow.text);
  const head = readLetterHead(split.lines, vocabulary, reader);
  const used = new Set<number>();
  for (const [index, parts] of split.parts.entries()) {
    if (parts.length > 0 && parts.every((part) => head.used.has(part))) used.add(index);
  }
  const [first] = head.subject;
  return {
    write: (out) => writeHead(out, flow.text, head, vocabulary),
    used,
    title: first && {
      before: flow.blocks.findIndex((block) => block.kind === 'paragraph' && block.span.from > first.from),
      write: (out) => {
        out.insert('\n# ', first.from);
        out.inline(inline(flow.text, head.subject), { heading: true });
        out.insert('\n');
      },
    },
    notes: headNotes(flow.text, head),
  };
}

interface Split {
  readonly lines: readonly Line[];
  /** Of each block, which of the lines it became. */
  readonly parts: readonly (readonly number[])[];
}

/** An address may be one paragraph with line breaks, each of which begins a line here. */
function splitAddress(all: readonly Line[], source: string): Split {
  const lines: Line[] = [];
  const parts = all.map(({ from, to, ...line }) => {
    const own: number[] = [];
    let start = from;
    for (const words of source.slice(from, to).split('\n')) {
      own.push(lines.length);
      const text = words.trim();
      const at = start + words.length - words.trimStart().length;
      lines.push({ ...line, from: at, to: at + text.length, text, raw: text, start: at });
      start += words.length + 1;
    }
    return own;
  });
  return { lines, parts };
}
