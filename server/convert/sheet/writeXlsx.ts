import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { WrittenSheet } from './written.ts';
import { sheetXml, xml } from './writtenSheet.ts';
import { Formats, stylesXml } from './writtenStyles.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The same workbook has the same bytes whenever it is written: no clock is asked. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * Writes an Excel workbook: a bold first row that stays in view, columns as wide as what they hold, numbers and days as
 * such. A text is a text, whatever it begins with.
 */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const formats = new Formats();
  const names = sheetNames(sheets);
  const pages = sheets.map((sheet) => sheetXml(sheet, formats));
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([`Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"`])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...names.map((_, index) => `Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"`),
        `Type="${OFFICE}/styles" Target="styles.xml"`,
      ]),
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${MAIN}">${stylesXml(formats)}</styleSheet>`],
    ...pages.map((page, index): readonly [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}">${page}</worksheet>`,
    ]),
  ];
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, text] of parts) {
    await writer.add(path, new TextReader(HEAD + text), { lastModDate: NO_TIME, extendedTimestamp: false });
  }
  return writer.close();
}

function contentTypes(sheets: number): string {
  const overrides = [
    `PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"`,
    `PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"`,
    ...Array.from(
      { length: sheets },
      (_, index) => `PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"`,
    ),
  ];
  const defaults = [
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"',
    'Extension="xml" ContentType="application/xml"',
  ];
  const body = [
    ...defaults.map((one) => `<Default ${one}/>`),
    ...overrides.map((one) => `<Override ${one}/>`),
  ];
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${body.join('')}</Types>`;
}

function relations(all: readonly string[]): string {
  const body = all.map((one, index) => `<Relationship Id="rId${index + 1}" ${one}/>`);
  return `<Relationships xmlns="${RELATIONS}">${body.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Names as Excel allows them: no more than 31 characters, none of `[]:*?/\`, each once. */
function sheetNames(sheets: readonly WrittenSheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const allowed = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31);
    const own = allowed === '' || taken.has(allowed.toLowerCase()) ? `Sheet${index + 1}` : allowed;
    taken.add(own.toLowerCase());
    return own;
  });
}
