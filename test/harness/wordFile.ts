import { zipOf } from './zipOf.ts';

const OFFICE = 'http://schemas.openxmlformats.org';
const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A small Word document: a heading, and paragraphs below it. It needs nothing of Node. */
export function wordFile(heading: string, paragraphs: readonly string[]): Promise<Uint8Array> {
  const paragraph = (text: string, more = '') => `<w:p>${more}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const top = paragraph(heading, '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');
  const body = [top, ...paragraphs.map((text) => paragraph(text))].join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="${RELATIONS}"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}
