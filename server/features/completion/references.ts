import { blockSpan } from '../../model/block.ts';
import type { ReferenceKind } from '../../model/reference.ts';
import type { TextSlot } from '../../model/slot.ts';
import { headingsBySlug } from '../../model/slug.ts';
import type { Report } from '../../report/report.ts';
import { Targets } from '../../report/targets.ts';
import type { Span } from '../../text/span.ts';
import type { Asked, Draft } from './item.ts';
import { value } from './item.ts';

const NOUN =
  /(?<![\p{L}\d])([Pp]aragraphs?|[Pp]aras?\.?|[Ss]ections?|[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:es)?|[Tt]ables?|[Ff]igures?|[Cc]harts?)\s+(?:[\dA-Z.]+(?:, | and | to | or ))*([\d.]*|[A-Z]?\d*)$/u;
/** "This section says" tells of no other place, and "the table shows" needs no number. */
const OF_ITSELF = /\b(?:this|that|the|each|every|a|an|next|last|previous|following|final|first|another)\s+$/i;

const KINDS: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/^para/i, 'paragraph'],
  [/^sect/i, 'section'],
  [/^(?:appendi|annex)/i, 'appendix'],
  [/^table/i, 'table'],
  [/^(?:figure|chart)/i, 'figure'],
];

/** Numbers behind "paragraph", "section", "Table": those that the document has. */
export function referenceDrafts(report: Report, slot: TextSlot, asked: Asked): readonly Draft[] {
  const before = slot.line.slice(0, slot.cursor);
  const [whole, noun = '', typed = ''] = NOUN.exec(before) ?? [];
  const kind = KINDS.find(([pattern]) => pattern.test(noun))?.[1];
  if (whole === undefined || kind === undefined) return [];
  // Behind a blank nobody has asked yet: only what is sure to be a reference is worth a list.
  if (
    !asked.explicit &&
    (OF_ITSELF.test(before.slice(0, -whole.length)) || !/^(?:para|sect|[A-Z])/.test(noun))
  ) {
    return [];
  }
  const rest = /^[\w.]*(?<!\.)/.exec(slot.line.slice(slot.cursor))?.[0].length ?? 0;
  const span = { from: slot.from + slot.cursor - typed.length, to: slot.from + slot.cursor + rest };
  const places = [...placesOf(new Targets(report), kind)].sort(([, a], [, b]) => a - b);
  return places.map(([name, at]) =>
    value(name, span, { kind: 'reference', detail: noun, documentation: wordsAt(report, at) }),
  );
}

function placesOf(targets: Targets, kind: ReferenceKind): readonly (readonly [string, number])[] {
  if (kind === 'paragraph') return [...targets.paragraphs()];
  // A section counts only with a dot in its number: others are a law's.
  if (kind === 'section')
    return [...targets.headings(), ...targets.paragraphs()].filter(([name]) => name.includes('.'));
  return [...targets.captions()].flatMap(([caption, at]) =>
    caption.startsWith(`${kind} `) ? [[caption.slice(kind.length + 1), at] as const] : [],
  );
}

const SHOWN = 200;

/** The first words of the block at `at`. */
function wordsAt({ model }: Report, at: number): string | undefined {
  const placed = model.blocks.find(({ from }) => from === at);
  const text = placed?.block.leaves[0]?.prose.text;
  if (text === undefined || text === '') return undefined;
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
  return short.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

const LINK = /\]\(([^()\s]*)$/;
const FOOTNOTE = /\[\^([^\]\s]*)$/;
const DEFINED = /^[ \t]*\[\^([^\]\s]+)\]:[ \t]*(.*)$/gm;

/** What is written of a link's destination before the cursor; undefined where none is begun. */
export function linkBegun(before: string): string | undefined {
  return LINK.exec(before)?.[1];
}

/** Where a link may lead: to headings of the document, to other files, to headings of those. */
export function linkDrafts(
  report: Report,
  slot: TextSlot,
  { files = [], headings = [] }: Asked,
): readonly Draft[] {
  const typed = linkBegun(slot.line.slice(0, slot.cursor));
  if (typed === undefined) return [];
  const rest = /^[^()\s]*/.exec(slot.line.slice(slot.cursor))?.[0].length ?? 0;
  const span = { from: slot.from + slot.cursor - typed.length, to: slot.from + slot.cursor + rest };
  const offer = (link: string, words: string | undefined) =>
    value(link, span, { kind: 'reference', detail: words });
  if (typed.indexOf('#') > 0) return headings.map(([link, words]) => offer(link, words));
  const own = [...headingsBySlug(report.model.blocks)].map(([slug, { block }]) =>
    offer(`#${slug}`, block.heading?.prose.text),
  );
  return typed.startsWith('#') ? own : [...own, ...files.map((file) => offer(file, undefined))];
}

/** The footnotes that the document has, behind `[^`. */
export function footnoteDrafts({ model }: Report, slot: TextSlot): readonly Draft[] {
  const typed = FOOTNOTE.exec(slot.line.slice(0, slot.cursor))?.[1];
  if (typed === undefined) return [];
  const behind = /^[^\]\s[]*\]?/.exec(slot.line.slice(slot.cursor))?.[0] ?? '';
  const isClosed = behind.endsWith(']');
  const span: Span = {
    from: slot.from + slot.cursor - typed.length,
    to: slot.from + slot.cursor + (isClosed ? behind.length - 1 : 0),
  };
  const notes = model.blocks.flatMap((placed) =>
    placed.block.source.includes('[^')
      ? [...model.text.slice(blockSpan(placed).from, blockSpan(placed).to).matchAll(DEFINED)]
      : [],
  );
  return notes.map(([, name = '', words]) =>
    value(name, span, { kind: 'reference', detail: words, insert: isClosed ? name : `${name}]` }),
  );
}
