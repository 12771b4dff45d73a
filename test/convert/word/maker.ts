import { zipOf } from '../../harness/zipOf.ts';

const OFFICE = 'http://schemas.openxmlformats.org';
const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
  `xmlns:c="${OFFICE}/drawingml/2006/chart"`,
  `xmlns:dgm="${OFFICE}/drawingml/2006/diagram"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part that the text refers to: the element that it is, and what it is called in relationships and types. */
const PARTS = {
  styles: { root: 'w:styles', type: 'styles', content: `${MAIN}.styles+xml` },
  numbering: { root: 'w:numbering', type: 'numbering', content: `${MAIN}.numbering+xml` },
  footnotes: { root: 'w:footnotes', type: 'footnotes', content: `${MAIN}.footnotes+xml` },
  endnotes: { root: 'w:endnotes', type: 'endnotes', content: `${MAIN}.endnotes+xml` },
  comments: { root: 'w:comments', type: 'comments', content: `${MAIN}.comments+xml` },
  header: { root: 'w:hdr', type: 'header', content: `${MAIN}.header+xml` },
  footer: { root: 'w:ftr', type: 'footer', content: `${MAIN}.footer+xml` },
  chart: {
    root: 'c:chartSpace',
    type: 'chart',
    content: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  },
  diagram: {
    root: 'dgm:dataModel',
    type: 'diagramData',
    content: 'application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml',
  },
} as const;

/** The insides of the parts of a document; `relationships` are further ones, to files that `files` has. */
export interface DocxParts extends Partial<Record<keyof typeof PARTS, string>> {
  readonly body: string;
  readonly relationships?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly main?: string;
}

/** A Word document of parts that are written by hand. Each part's relationship has the part's name as its id. */
export async function docxOf(parts: DocxParts): Promise<Uint8Array> {
  return zipOf(docxFiles(parts));
}

/** The files of a document with nothing but text. */
export async function docxParts(body: string): Promise<Readonly<Record<string, string | Uint8Array>>> {
  return docxFiles({ body });
}

function docxFiles({
  body,
  relationships = '',
  files = {},
  main = 'word/document.xml',
  ...parts
}: DocxParts): Readonly<Record<string, string | Uint8Array>> {
  const own = Object.entries(PARTS).flatMap(([key, { root, type, content }]) => {
    const inside = parts[key as keyof typeof PARTS];
    return inside === undefined ? [] : [{ key, type, content, text: rooted(root, inside) }];
  });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const types = own.map(
    ({ key, content }) => `<Override PartName="/${folder}${key}.xml" ContentType="${content}"/>`,
  );
  const relations = own.map(
    ({ key, type }) =>
      `<Relationship Id="${key}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${key}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${MAIN}.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    [main]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${rooted('w:document', `<w:body>${body}</w:body>`)}`,
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: `<Relationships>${relations.join('')}${relationships}</Relationships>`,
    ...Object.fromEntries(own.map(({ key, text }) => [`${folder}${key}.xml`, text])),
    ...files,
  };
}

function rooted(name: string, inside: string): string {
  return `<${name} ${NAMESPACES}>${inside}</${name}>`;
}

/** A paragraph of plain text. */
export function paragraphOf(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
