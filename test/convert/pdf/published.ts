import { byOffice } from '../word/office.ts';

/**
 * Headings are all larger than text, as designers set them. By themselves both programs set the fourth level as they set
 * a bold line, and what looks like a heading is read as one, with tags too.
 */
const HEADINGS = 'h3 { font-size: 16pt } h4 { font-size: 14pt }';

/** A page of HTML as it is published: a list of contents where it is long, and a running header and footer in print. */
export function publishedHtml(html: string, title: string): string {
  const styles = `
    @page { size: A4${isWide(html) ? ' landscape' : ''}; margin: 25mm 22mm;
      @top-left { content: ${JSON.stringify(title)}; font: 9pt sans-serif }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif } }
    body { font: 11.5pt/1.35 sans-serif } ${HEADINGS} table { border-collapse: collapse; width: 100% }
    td, th { ${isWide(html) ? 'font-size: 8pt; ' : ''}border: 1px solid #666; padding: 3px 5px; text-align: left; vertical-align: top }`;
  return withContents(html).replace(
    '<html>',
    () =>
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${styles}</style></head>`,
  );
}

const FEWEST_ENTRIES = 5;

/** A list of contents below the title, of documents with many sections. */
function withContents(html: string): string {
  const titles = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title = '']) => title);
  if (titles.length < FEWEST_ENTRIES || html.includes('<p>Dear ')) return html;
  const entries = titles.map((title, index) => `<p>${title} ${'.'.repeat(20)} ${2 + (index >> 1)}</p>`);
  return html.replace('<h2>', () => `<h2>Contents</h2>\n${entries.join('\n')}\n<h2>`);
}

/** Has LibreOffice write pages of HTML as PDFs with a running header and footer, with and without tags. By their names. */
export function pdfsByOffice(pages: ReadonlyMap<string, { readonly html: string; readonly title: string }>): {
  readonly tagged: ReadonlyMap<string, Uint8Array>;
  readonly untagged: ReadonlyMap<string, Uint8Array>;
} {
  const html = [...pages].map(([name, page]) => {
    // Without a width, and with large letters in many columns, a table runs off the page.
    const small = isWide(page.html) ? 'td p, th p, td, th { font-size: 7pt }' : '';
    const sized = withContents(page.html).replaceAll('<table ', '<table width="100%" ');
    return [
      `${name}.html`,
      sized.replace('<html>', `<html><head><style>${HEADINGS} ${small}</style></head>`),
    ] as const;
  });
  const texts = byOffice(Object.fromEntries(html), 'fodt', '--infilter=HTML (StarWriter)');
  const furnished = [...pages].map(([name, { html, title }]) => {
    const text = new TextDecoder().decode(texts.get(`${name}.html`));
    return [`${name}.fodt`, withFurniture(text, title, isWide(html))] as const;
  });
  const print = (tags: boolean): ReadonlyMap<string, Uint8Array> => {
    const options = { UseTaggedPDF: { type: 'boolean', value: String(tags) } };
    const made = byOffice(Object.fromEntries(furnished), `pdf:writer_pdf_Export:${JSON.stringify(options)}`);
    return new Map([...made].map(([name, bytes]) => [name.replace('.fodt', ''), bytes]));
  };
  return { tagged: print(true), untagged: print(false) };
}

const MOST_COLUMNS = 6;

/** Whether a table has so many columns that its document is set across the paper. */
function isWide(html: string): boolean {
  return [...html.matchAll(/<thead>.*?<\/thead>/g)].some(
    ([head]) => head.split('<th>').length > MOST_COLUMNS + 1,
  );
}

/** A text document of LibreOffice on A4 with the title above each page and "Page 3 of 12" below it. */
function withFurniture(document: string, title: string, wide: boolean): string {
  const [width, height] = wide ? ['297mm', '210mm'] : ['210mm', '297mm'];
  const header = `<style:header><text:p>${escaped(title)}</text:p></style:header>`;
  const footer =
    '<style:footer><text:p>Page <text:page-number>1</text:page-number> of <text:page-count>1</text:page-count></text:p></style:footer>';
  const edge = '<style:header-footer-properties fo:min-height="10mm" fo:margin-bottom="5mm"/>';
  const foot = '<style:header-footer-properties fo:min-height="10mm" fo:margin-top="5mm"/>';
  return document
    .replace(
      /<style:master-page ([^>]*?)\/>/g,
      `<style:master-page $1>${header}${footer}</style:master-page>`,
    )
    .replace(/<style:header-style\s*\/>/g, `<style:header-style>${edge}</style:header-style>`)
    .replace(/<style:footer-style\s*\/>/g, `<style:footer-style>${foot}</style:footer-style>`)
    .replace(/fo:page-width="[^"]*"/g, `fo:page-width="${width}"`)
    .replace(/fo:page-height="[^"]*"/g, `fo:page-height="${height}"`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
