/** A paragraph of a page, set in one line. */
export interface PdfLine {
  readonly tag: 'H1' | 'H2' | 'P';
  /** Letters of Latin-1. */
  readonly text: string;
}

const SIZES: Readonly<Record<PdfLine['tag'], number>> = { H1: 20, H2: 15, P: 9 };
/** The catalogue, the pages, the font and the root of the structure stand before all else. */
const FIRST_PAGE = 5;

/** A small PDF with a structure, as word processors write it; it needs nothing of Node. */
export function taggedPdf(pages: readonly (readonly PdfLine[])[]): Uint8Array {
  const page = (index: number) => FIRST_PAGE + 2 * index;
  const firstElement = FIRST_PAGE + 2 * pages.length;
  const elements = pages.flatMap((lines, index) =>
    lines.map(({ tag }, id) => `<< /Type /StructElem /S /${tag} /P 4 0 R /Pg ${page(index)} 0 R /K ${id} >>`),
  );
  const numbers = elements.map((_, index) => firstElement + index);
  let used = 0;
  const parents = pages.map((lines, index) => {
    const own = numbers.slice(used, used + lines.length).map(reference);
    used += lines.length;
    return `${index} [${own.join(' ')}]`;
  });
  return file([
    '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => reference(page(index))).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /StructTreeRoot /K [${numbers.map(reference).join(' ')}] /ParentTree << /Nums [${parents.join(' ')}] >> >>`,
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents ${index} /Resources << /Font << /F 3 0 R >> >> /Contents ${reference(page(index) + 1)} >>`,
      stream(lines.map(drawn).join('\n')),
    ]),
    ...elements,
  ]);
}

function drawn({ tag, text }: PdfLine, id: number): string {
  const words = text.replace(/[\\()]/g, '\\$&');
  return `/${tag} << /MCID ${id} >> BDC BT /F ${SIZES[tag]} Tf 60 ${760 - 30 * id} Td (${words}) Tj ET EMC`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function reference(object: number): string {
  return `${object} 0 R`;
}

function file(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(text + table + end, (letter) => letter.charCodeAt(0));
}
