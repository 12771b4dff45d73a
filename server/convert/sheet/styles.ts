import type { Zip } from '../office/zip.ts';
import { LIMITS } from './limits.ts';
import { readPart } from './parts.ts';

/** The formats that have a number and no pattern in the file, as they are shown in Britain. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"£"#,##0;-"£"#,##0'],
  [6, '"£"#,##0;-"£"#,##0'],
  [7, '"£"#,##0.00;-"£"#,##0.00'],
  [8, '"£"#,##0.00;-"£"#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '#,##0;-#,##0'],
  [42, '"£"#,##0;-"£"#,##0'],
  [43, '#,##0.00;-#,##0.00'],
  [44, '"£"#,##0.00;-"£"#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** Reads the pattern of each style that cells refer to by its number. */
export async function readFormats(zip: Zip, path: string): Promise<readonly string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isOfCells = false;
  await readPart(zip, path, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && own.size < LIMITS.strings) own.set(Number(numFmtId), formatCode ?? 'General');
      if (name === 'cellXfs') isOfCells = true;
      if (name !== 'xf' || !isOfCells || formats.length >= LIMITS.strings) return;
      const id = Number(numFmtId ?? 0);
      formats.push(own.get(id) ?? BUILT_IN.get(id) ?? 'General');
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}
