import { zipOf } from '../../harness/zipOf.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What of a workbook a test writes by hand, as Excel writes it. */
export interface ByHand {
  /** What stands in the part of a sheet, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  /** What stands in the part of shared strings. */
  readonly strings?: string;
  /** Patterns of the styles of cells from 1 on; a number is that of a format that comes with Excel. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  /** Parts that are there besides, by their names. */
  readonly more?: Readonly<Record<string, string>>;
  /** Relations of the workbook that are there besides. */
  readonly relations?: string;
}

/** A workbook with the parts that Excel would write. */
export function workbookByHand(made: ByHand): Promise<Uint8Array> {
  const names = Object.keys(made.sheets);
  const sheets = names.map((name, index) => {
    const state = made.hidden?.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const relations = [
    ...names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    relation('rIdF', 'styles', 'styles.xml'),
    made.relations ?? '',
  ];
  const properties = made.from1904 === true ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${made.strings ?? ''}</sst>`,
    'xl/styles.xml': stylesOf(made.formats ?? []),
    ...Object.fromEntries(
      Object.values(made.sheets).map((body, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${body}</worksheet>`,
      ]),
    ),
    ...made.more,
  });
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function stylesOf(formats: readonly (string | number)[]): string {
  const own = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${170 + index}" formatCode="${format}"/>`,
  );
  const xfs = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 170 + index}"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
}
