import type { Sheet, Workbook } from '../../text/workbook.ts';
import { LIMITS } from './limits.ts';
import { openParts } from './parts.ts';
import { readSharedStrings } from './strings.ts';
import { readFormats } from './styles.ts';
import { readWorkbookParts } from './workbookParts.ts';
import { readWorksheet } from './worksheet.ts';

/** Reads what the cells of a workbook show. Formulas are not evaluated, macros not run, other files not opened. */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  const zip = await openParts(bytes);
  const { sheets: known, strings, styles, from1904 } = await readWorkbookParts(zip);
  const around = {
    strings: strings === undefined ? [] : await readSharedStrings(zip, strings),
    formats: styles === undefined ? [] : await readFormats(zip, styles),
    from1904,
  };
  const sheets: Sheet[] = [];
  let left: number = LIMITS.cells;
  for (const part of known) {
    const sheet = await readWorksheet(zip, part, around, left);
    left -= sheet.rows.reduce((sum, { cells }) => sum + cells.length, 0);
    sheets.push(sheet);
  }
  return { sheets };
}
