import { CONTENTS_LEFT_OUT } from '../text/contents.ts';
import { plainText } from './joinWords.ts';
import type { OutPart, ParagraphPart, Part } from './parts.ts';
import { piecesOf } from './parts.ts';

const TITLE = /^(?:(?:table|list)\s+of\s+)?contents?(?:\s+page)?:?$/i;

/** Takes lists of contents out, be they marked as such or only set so: a title, and lines that end in page numbers. */
export function withoutContents(pages: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  const all = pages.flatMap((parts, page) => parts.map((part) => ({ part, page })));
  const gone = new Set<Part>();
  for (const [index, { part }] of all.entries()) {
    if (part.kind !== 'paragraph' || !TITLE.test(plainText(part.pieces))) continue;
    const entries = entriesBehind(all.slice(index + 1).map((one) => one.part));
    if (entries === undefined) continue;
    for (const entry of [part, ...entries]) gone.add(entry);
  }
  const out: Part[][] = pages.map(() => []);
  for (const { part, page } of all) {
    const parts = out[page] ?? [];
    const last = parts.at(-1);
    const isOut = gone.has(part) || (part.kind === 'out' && part.message === CONTENTS_LEFT_OUT);
    if (!isOut) parts.push(part);
    else if (last?.kind === 'out' && last.message === CONTENTS_LEFT_OUT)
      parts[parts.length - 1] = { ...last, pieces: [...last.pieces, ...piecesOf(part)] };
    else parts.push({ kind: 'out', pieces: piecesOf(part), message: CONTENTS_LEFT_OUT } satisfies OutPart);
  }
  return out;
}

/** The entries below a title, none where an own list was marked; undefined when nothing of the kind follows. */
function entriesBehind(parts: readonly Part[]): readonly Part[] | undefined {
  const entries: Part[] = [];
  let lastPage = 0;
  for (const part of parts) {
    if (part.kind === 'out' && part.message === CONTENTS_LEFT_OUT) return entries;
    if (part.kind === 'out' || part.kind === 'figure') continue;
    const page = part.kind === 'paragraph' ? pageOfEntry(part) : undefined;
    if (page === undefined || page < lastPage) break;
    lastPage = page;
    entries.push(part);
  }
  return entries.length > 1 ? entries : undefined;
}

/** The page number that a line ends in, behind dots or at the margin. */
function pageOfEntry({ pieces }: ParagraphPart): number | undefined {
  const last = pieces.at(-1);
  const before = pieces.at(-2);
  if (last === undefined) return undefined;
  const digits = /(?:^|[.…\s])(\d{1,3})$/.exec(last.item.text)?.[1];
  if (digits === undefined) return undefined;
  const isApart =
    before !== undefined &&
    last.item.text === digits &&
    last.item.x - (before.item.x + before.item.width) > last.item.size * 1.5;
  return isApart || /\.{4,}|…{2,}|(?:\. ){4,}/.test(plainText(pieces)) ? Number(digits) : undefined;
}
