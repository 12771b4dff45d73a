import { elementsOf, readXml } from '../office/xml.ts';
import { rootTag } from './names.ts';
import { spliced } from './splice.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The name of the part that says what another part refers to. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What says of a part that it refers to nothing. */
export const NO_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;

/** The list of content types with the part of the comments, which it may have already. */
export function withContentType(xml: string, part: string): string {
  const name = `/${part}`;
  const known = childrenOf(xml).some(({ attributes }) => sameName(attributes.PartName, name));
  if (known) return xml;
  return withLast(xml, 'Override', `PartName="${name}" ContentType="${CONTENT_TYPE}"`);
}

export function withoutContentType(xml: string, part: string): string {
  return without(xml, (attributes) => sameName(attributes.PartName, `/${part}`));
}

/** The list of relationships with one to the comments, which are in the same folder. */
export function withRelationship(xml: string, target: string, strict: boolean): string {
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument'
    : 'http://schemas.openxmlformats.org/officeDocument/2006';
  const taken = childrenOf(xml).map(({ attributes }) =>
    Number(/^rId(\d+)$/.exec(attributes.Id ?? '')?.[1] ?? 0),
  );
  const id = `rId${Math.max(0, ...taken) + 1}`;
  return withLast(xml, 'Relationship', `Id="${id}" Type="${base}/relationships/comments" Target="${target}"`);
}

export function withoutRelationship(xml: string, id: string): string {
  return without(xml, ({ Id }) => Id === id);
}

function without(xml: string, isMeant: (attributes: Readonly<Record<string, string>>) => boolean): string {
  const gone = childrenOf(xml).filter(({ attributes }) => isMeant(attributes));
  return spliced(
    xml,
    gone.map(({ from, to }) => ({ from, to, text: '' })),
  );
}

function childrenOf(xml: string) {
  const read = readXml(xml);
  return read.ok ? elementsOf(read.root) : [];
}

function sameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** Puts an element behind all others, with the prefix that the first element has. */
function withLast(xml: string, name: string, attributes: string): string {
  const root = rootTag(xml);
  const colon = /^<([\w.-]+:)/.exec(root)?.[1] ?? '';
  const put = `<${colon}${name} ${attributes}/>`;
  if (!root.endsWith('/>')) {
    const at = xml.lastIndexOf('</');
    return spliced(xml, [{ from: at, to: at, text: put }]);
  }
  const from = xml.indexOf(root);
  const rootName = /^<([\w.:-]+)/.exec(root)?.[1] ?? '';
  return spliced(xml, [{ from, to: from + root.length, text: `${root.slice(0, -2)}>${put}</${rootName}>` }]);
}
