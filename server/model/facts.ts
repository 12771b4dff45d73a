import type { Comment, Leaf, SyntaxBlock } from '../syntax/block.ts';
import type { Prose } from '../syntax/prose.ts';
import { type Span, shift } from '../text/span.ts';
import { leadingNumber } from '../values/leadingNumber.ts';
import { readPageTail } from '../values/pageRange.ts';
import type { Block, Directive, Heading, Label, Numbering } from './block.ts';
import { captionOf, readReferences } from './references.ts';

const PLAIN_KINDS = new Set<Block['kind']>([
  'heading',
  'paragraph',
  'item',
  'table',
  'quote',
  'code',
  'comment',
]);
/** An anchor as Pandoc and others write it at the end of a heading: `{#scope}`. */
const ANCHOR_TAIL = /(?<!\s)\s*\{#[\w:.-]+\}\s*$/;
const DOTTED_NUMBER = /^(\d+(?:\.\d+)+)\.?(?=\s+\p{Lu})/u;
const SECTION_ID = /^id:\s*([\w-]+)$/;

/** All that can be said of a block without knowing its framework. */
export function readFacts(syntax: SyntaxBlock, lineStarts?: readonly number[]): Block {
  const [leaf] = syntax.leaves;
  const kind = PLAIN_KINDS.has(syntax.kind as Block['kind']) ? (syntax.kind as Block['kind']) : 'other';
  const { leaves, tables } = syntax;
  const heading =
    kind === 'heading' && leaf !== undefined ? readHeading(leaf.prose, syntax.level) : undefined;
  return {
    kind,
    source: syntax.source,
    leaves,
    heading,
    number: readNumber(syntax, leaf),
    marker: syntax.marker,
    first: syntax.first,
    tables,
    labels: kind === 'paragraph' || kind === 'item' ? readLabels(leaf) : [],
    directives: syntax.comments.flatMap(readDirective),
    notes: kind === 'comment' ? [] : syntax.comments.filter(isNote),
    links: syntax.links,
    footnotes: syntax.footnotes,
    references: readReferences({ kind, leaves, tables, heading }),
    caption: captionOf({ leaves, heading }),
    sectionId: syntax.comments
      .map((comment) => SECTION_ID.exec(comment.text)?.[1])
      .find((id) => id !== undefined),
    lineStarts,
  };
}

function isNote(comment: Comment): boolean {
  return readDirective(comment).length === 0 && !SECTION_ID.test(comment.text);
}

/** @param level 1 for the outermost heading. */
export function readHeading(prose: Prose, level: number): Heading {
  const number = leadingNumber(prose.text);
  const to = prose.text.length - (ANCHOR_TAIL.exec(prose.text)?.[0].length ?? 0);
  return {
    level,
    prose,
    number: number?.text,
    numberSpan: number && prose.sourceSpan(number.at, number.at + number.text.length),
    name: { from: Math.min(number?.length ?? 0, to), to },
    pages: readPages(prose.text.slice(0, to)),
  };
}

function readPages(text: string): Heading['pages'] {
  const tail = readPageTail(text);
  return tail?.end === text.trimEnd().length
    ? { range: tail.range, at: { from: tail.at, to: tail.end } }
    : undefined;
}

function readNumber(syntax: SyntaxBlock, leaf: Leaf | undefined): Numbering | undefined {
  if (syntax.marker?.number !== undefined) {
    const { from, to } = syntax.marker.span;
    return { text: syntax.marker.number, span: { from, to: to - 1 } };
  }
  if (syntax.kind !== 'paragraph' || leaf === undefined) return undefined;
  const match = DOTTED_NUMBER.exec(leaf.prose.text);
  if (match?.[1] === undefined) return undefined;
  return { text: match[1], span: leaf.prose.sourceSpan(0, match[1].length) };
}

const BOLD_LABEL = /^([^:]{1,80}?)\s*:$/;
/** Behind a name in bold a dash may part it from its value. */
const BOLD_DASH = /^\s*[–—-]\s+/;
const PLAIN_LABEL = /^([\p{L}][^:.;!?]{0,60}?):(?:\s|$)/u;

/** `**Name:** value`, `**Name**: value`, `**Name** – value`, or `Name: value`, each on a line of its own. */
function readLabels(leaf: Leaf | undefined): readonly Label[] {
  if (leaf === undefined) return [];
  return leaf.prose.lines().flatMap((line) => {
    const last = line.to === leaf.prose.text.length;
    return readLabel(leaf.prose, line, last ? leaf.span.to : leaf.prose.sourceOffset(line.to)) ?? [];
  });
}

/** @param end where the line ends in the source. */
function readLabel(prose: Prose, line: Span, end: number): Label | undefined {
  const text = prose.text.slice(line.from, line.to);
  const strong = prose.strong.find((span) => span.from === line.from && span.to <= line.to);
  if (strong !== undefined) {
    const behind = prose.text[strong.to] === ':' ? 1 : 0;
    const name = BOLD_LABEL.exec(prose.text.slice(strong.from, strong.to + behind))?.[1];
    if (name !== undefined) return label(prose, line, name, strong.to + behind, end, true);
    // A dash also follows any word that is stressed, so that such a line is a label only where its name is known.
    const dash = BOLD_DASH.exec(prose.text.slice(strong.to, line.to))?.[0];
    const stressed = prose.text.slice(strong.from, strong.to);
    if (dash !== undefined && !stressed.includes(':')) {
      return label(prose, line, stressed, strong.to + dash.length, end, false);
    }
    // Where more than the name is bold, as in `**Name: value**`, it is a line like one without bold.
    if (!prose.text.slice(strong.from, strong.to).includes(':')) return undefined;
  }
  const name = PLAIN_LABEL.exec(text)?.[1];
  return name === undefined
    ? undefined
    : label(prose, line, name, line.from + text.indexOf(':') + 1, end, false);
}

function label(prose: Prose, line: Span, name: string, behind: number, end: number, bold: boolean): Label {
  const rest = prose.text.slice(behind, line.to);
  const lead = rest.length - rest.trimStart().length;
  const value = rest.trim();
  return {
    name,
    nameSpan: prose.sourceSpan(line.from, line.from + name.length),
    value,
    // Behind a name without a value there may still be the marks that made it bold.
    valueSpan:
      value === '' ? { from: end, to: end } : prose.sourceSpan(behind + lead, behind + lead + value.length),
    bold,
  };
}

const DIRECTIVE = /^touchstone-(disable-next-line|disable|enable)\b([\s\S]*?)(?:\s--\s*([\s\S]*))?$/;

/** Reads `touchstone-disable-next-line some/rule -- reason`; any other comment says nothing. */
export function readDirective({ span, text, textAt }: Comment): readonly Directive[] {
  const match = DIRECTIVE.exec(text);
  if (match?.[1] === undefined) return [];
  const listAt = 'touchstone-'.length + match[1].length;
  const rules = [...(match[2] ?? '').matchAll(/[^\s,]+/g)].map((rule) => ({
    id: rule[0],
    span: shift({ from: rule.index, to: rule.index + rule[0].length }, textAt + listAt),
  }));
  const reason = match[3]?.trim();
  return [
    { action: match[1] as Directive['action'], span, rules, reason: reason === '' ? undefined : reason },
  ];
}
