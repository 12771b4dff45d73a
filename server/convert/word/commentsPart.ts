import type { Span } from '../../text/span.ts';
import { elementsOf, readXml, within, type XmlElement } from '../office/xml.ts';
import { namesOf, rootTag } from './names.ts';
import { type Splice, spliced } from './splice.ts';

/** Who comments, and when; the date as XML has it, such as "2026-03-31T09:00:00Z". */
export interface Commenter {
  readonly author: string;
  readonly initials: string;
  readonly date: string | undefined;
}

/** A paragraph of a comment. */
export interface CommentLine {
  readonly text: string;
  readonly bold?: boolean;
}

/** A comment that a document has already. */
export interface Comment extends Span {
  readonly id: number;
  readonly author: string;
  /** What other parts call its paragraphs by. */
  readonly paragraphs: readonly string[];
}

/** The comments of a document, none for a part that cannot be read. */
export function commentsIn(xml: string): readonly Comment[] {
  const read = readXml(xml);
  const elements = read.ok ? elementsOf(read.root) : [];
  return elements.flatMap((element) => (element.name === 'w:comment' ? commentOf(element) : []));
}

function commentOf(element: XmlElement): Comment {
  const { from, to, attributes } = element;
  return {
    from,
    to,
    id: Number(attributes['w:id']),
    author: attributes['w:author'] ?? '',
    paragraphs: within(element, 'w:p').flatMap((one) => one.attributes['w14:paraId'] ?? []),
  };
}

/** A part without comments, in the namespace of the document. */
export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;
}

/** The part with more comments behind those that it has. */
export function withMore(
  xml: string,
  more: readonly { readonly id: number; readonly lines: readonly CommentLine[] }[],
  commenter: Commenter,
): string {
  const { prefix } = namesOf(xml);
  const put = more.map(({ id, lines }) => commentXml(prefix, id, lines, commenter)).join('');
  const end = xml.lastIndexOf('</');
  const root = rootTag(xml);
  if (!root.endsWith('/>')) return spliced(xml, [{ from: end, to: end, text: put }]);
  const from = xml.indexOf(root);
  const opened = `${root.slice(0, -2)}>${put}</${prefix}comments>`;
  return spliced(xml, [{ from, to: from + root.length, text: opened }]);
}

/** What takes stretches out of a part. */
export function removals(spans: readonly Span[]): readonly Splice[] {
  return spans.map(({ from, to }) => ({ from, to, text: '' }));
}

function commentXml(
  w: string,
  id: number,
  lines: readonly CommentLine[],
  { author, initials, date }: Commenter,
): string {
  const when = date === undefined ? '' : ` ${w}date="${escaped(date)}"`;
  const paragraphs = lines.map(({ text, bold = false }, index) => {
    const mark = index === 0 ? `<${w}r><${w}annotationRef/></${w}r>` : '';
    const look = bold ? `<${w}rPr><${w}b/></${w}rPr>` : '';
    return `<${w}p>${mark}<${w}r>${look}<${w}t xml:space="preserve">${escaped(text)}</${w}t></${w}r></${w}p>`;
  });
  const who = `${w}author="${escaped(author)}"${when} ${w}initials="${escaped(initials)}"`;
  return `<${w}comment ${w}id="${id}" ${who}>${paragraphs.join('')}</${w}comment>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML, without what XML 1.0 has no place for: most control characters, halves of pairs. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
  );
}
