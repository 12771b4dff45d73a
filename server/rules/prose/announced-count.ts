import type { Block } from '../../model/block.ts';
import type { Anchor } from '../../report/contents.ts';
import type { Leaf } from '../../syntax/block.ts';
import { numberInWords } from '../../values/words.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type Announcement, announcementIn } from './announcements.ts';

export default defineRule({
  scope: 'section',
  summary: 'A list must have as many things as the sentence above it announces.',
  why: 'Where three are announced and four follow, one was added or lost, and nobody knows which count holds.',
  severity: 'warning',
  *check({ own }) {
    const blocks = own
      .map((block, index) => ({ block, index }))
      .filter(({ block }) => block.kind !== 'comment');
    for (const [at, { block, index }] of blocks.entries()) {
      const nested = nestedList(block);
      const lead = nested?.lead ?? block.leaves[0];
      if (lead === undefined || block.kind === 'heading' || block.kind === 'code' || lead.quoted) continue;
      const announced = announcementIn(lead.prose.text);
      if (announced === undefined) continue;
      const count =
        nested?.count ??
        itemsBelow(
          blocks.slice(at + 1).map((one) => one.block),
          block,
        );
      if (count !== undefined && count !== announced.count) yield finding(index, lead, announced, count);
    }
  },
});

/** The list in a numbered paragraph: the passage above it, and how many things it has. */
function nestedList({ leaves }: Block): { readonly lead: Leaf; readonly count: number } | undefined {
  const [lead, ...rest] = leaves;
  const things = rest.filter(({ depth, marker }) => depth === 1 && marker !== undefined);
  // Text between or behind the things may part the list in two.
  const isPlain = rest.every(({ depth }) => depth >= 1) && rest[0]?.marker !== undefined;
  return lead === undefined || things.length === 0 || !isPlain ? undefined : { lead, count: things.length };
}

/** How many things the list right below has; undefined without one, or where it may go on behind other text. */
function itemsBelow(below: readonly Block[], lead: Block): number | undefined {
  const [first] = below;
  if (lead.leaves.length !== 1 || first?.kind !== 'item' || !first.first) return undefined;
  const end = below.findIndex(({ kind, first: opens }, index) => index > 0 && (kind !== 'item' || opens));
  if (end < 0) return below.length;
  const [behind, next] = below.slice(end);
  const isOtherList =
    behind?.kind === 'item' && (behind.number === undefined) !== (first.number === undefined);
  const mayGoOn = !isOtherList && (behind?.kind !== 'paragraph' || next?.kind === 'item');
  return mayGoOn ? undefined : end;
}

function finding(block: number, { prose }: Leaf, announced: Announcement, count: number): Draft<Anchor> {
  const { from, to } = announced.number;
  const at: Anchor = { block, span: prose.sourceSpan(from, to) };
  const written = prose.text.slice(from, to);
  const right = likeWritten(count, written);
  const fix: DraftFix<Anchor> = {
    title: `Change "${written}" to "${right}"`,
    edits: (edit, place) => edit.replace(place(at), right),
  };
  return {
    at,
    message: `"${announced.words}" announces ${written.toLowerCase()}, but the list below has ${numberInWords(BigInt(count)) ?? count}. Change the number, or the list.`,
    fixes: [fix],
  };
}

/** A count in figures or in words, as another was written. */
function likeWritten(count: number, written: string): string {
  if (/\d/.test(written)) return String(count);
  const words = numberInWords(BigInt(count)) ?? String(count);
  return /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
