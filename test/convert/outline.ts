import type { Leaf, Marker, SyntaxBlock, Table } from '../../server/syntax/block.ts';
import { entryOf, plainValue } from '../../server/syntax/data.ts';
import { splitFrontMatter } from '../../server/syntax/frontMatter.ts';
import { readMarkdown } from '../../server/syntax/markdown.ts';
import { readYaml } from '../../server/syntax/yaml.ts';
import { SourceText } from '../../server/text/sourceText.ts';

/** Longer ones are told by the words that they begin and end with: enough to know them by, and no copy of them. */
const WHOLE = 8;
/** Headings and short cells are facts, and told whole. */
const WHOLE_CELL = 14;

/**
 * What a Markdown document is made of, a line each, in reading order: `title`, `field LABEL:`, `h2` to `h6`, `p`,
 * `item` with its bullet or number, `head` and `row` of a table, `note` for a footnote.
 * @param fields the fields that it may have, by their id and the label they are printed with
 */
export function outline(
  markdown: string,
  fields: readonly { readonly id: string; readonly label: string }[],
): readonly string[] {
  const text = SourceText.of(markdown);
  const front = splitFrontMatter(text);
  const meta = readYaml(front.data === undefined ? '' : text.slice(front.data.from, front.data.to)).root;
  const values = fields.flatMap(({ id, label }) => {
    const value = plainValue(entryOf(meta, id)?.value);
    if (value === undefined || value === null) return [];
    return [id === 'title' ? `title ${value}` : `field ${label}: ${value}`];
  });
  const body = readMarkdown(text, front.whole.to).blocks.flatMap(({ block }) => blockLines(block));
  // The title stands in the fields and as the first heading; only where these differ are there two.
  return [...values, ...body.filter((line, index) => index > 0 || line !== values[0])].map(plain);
}

/** With one way of writing what is printed in two, so that a key can be typed from sight. */
export function plain(line: string): string {
  return line.replace(/[‘’]/g, "'").replace(/[‐‑]/g, '-').replace(/\s+/g, ' ').trim();
}

function blockLines(block: SyntaxBlock): readonly string[] {
  const { kind, level, marker, leaves, tables, source } = block;
  const textOf = ({ span }: Leaf): string => shown(source.slice(span.from, span.to));
  const item = (leaf: Leaf, sign: Marker | undefined): string => {
    const label = sign?.number === undefined ? '-' : `${sign.number}.`;
    return `${'sub'.repeat(leaf.depth)}item ${cut(`${label} ${textOf(leaf)}`, WHOLE)}`;
  };
  // A page does not tell a line that ends on purpose from a paragraph: an address may be set as either.
  const paragraph = (leaf: Leaf): readonly string[] =>
    textOf(leaf)
      .split(' / ')
      .map((line) => `p ${cut(line, WHOLE)}`);
  const inItem = (leaf: Leaf): readonly string[] =>
    leaf.marker === undefined ? paragraph(leaf) : [item(leaf, leaf.marker)];
  switch (kind) {
    case 'heading':
      return leaves.map((leaf) => `${level === 1 ? 'title' : `h${level}`} ${textOf(leaf)}`);
    case 'item':
      return [
        ...leaves.flatMap((leaf, index) => (index === 0 ? [item(leaf, marker)] : inItem(leaf))),
        ...tables.flatMap((table) => tableLines(table, source)),
      ];
    case 'table':
      return tables.flatMap((table) => tableLines(table, source));
    case 'paragraph':
      return NOTE.test(source) ? [note(source)] : leaves.flatMap(paragraph);
    case 'definition':
      return [note(source)];
    default:
      return [`${kind} ${cut(source, WHOLE)}`];
  }
}

/** A footnote: Markdown has it for the definition of a link where it is one word, and for a paragraph elsewhere. */
const NOTE = /^\[\^([^\]]+)\]:/;

function note(source: string): string {
  return `note ${cut(shown(source.replace(NOTE, '$1')), WHOLE)}`;
}

function tableLines({ rows }: Table, source: string): readonly string[] {
  return rows.map(({ cells }, index) => {
    const texts = cells.map(({ span }) => {
      const text = shown(source.slice(span.from, span.to)).replaceAll(' / ', ' ');
      return cut(text, WHOLE_CELL);
    });
    return `${index === 0 ? 'head' : 'row'} ${texts.join(' | ')}`;
  });
}

/** What a reader sees, with a stroke where a line ends on purpose. Addresses are no prose, but are seen. */
function shown(markdown: string): string {
  return markdown
    .replace(/^#+ /, '')
    .replace(/<br>|\\?\n\s*/g, ' / ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>]*)>/g, '$1')
    .replace(/(?<!\\)[*_]+(?=\S)|(?<=\S)(?<!\\)[*_]+/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

function cut(text: string, whole: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length <= whole) return words.join(' ');
  return `${words.slice(0, 4).join(' ')} … ${words.slice(-3).join(' ')}`;
}
