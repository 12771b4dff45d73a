import { relationshipsOf } from '../office/package.ts';
import type { Zip } from '../office/zip.ts';
import { LIMITS, Unreadable } from './limits.ts';
import { readPart } from './parts.ts';

/** Where the parts of a workbook lie, by what the workbook itself says. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Whether days are counted from 1904, as on old Macintoshes, and not from 1900. */
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** Reads which sheets there are, in their order. Sheets of charts are passed over, and other files never looked at. */
export async function readWorkbookParts(zip: Zip): Promise<WorkbookParts> {
  const root = (await relationshipsOf(zip, '')).find(({ type }) => type === 'officeDocument');
  const path = root?.external === false ? root.target : 'xl/workbook.xml';
  if (!zip.has(path) || path.startsWith('word/') || path.startsWith('ppt/')) {
    throw new Unreadable('The file is no Excel workbook: there is none in it.');
  }
  const related = (await relationshipsOf(zip, path)).filter(({ external }) => !external);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readPart(zip, path, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || sheets.length >= LIMITS.sheets) return;
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = related.find((one) => one.id === id && one.type === 'worksheet');
      if (target === undefined) return;
      const isHidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: attributes.name ?? '', path: target.target, isHidden });
    },
  });
  const of = (type: string) => related.find((one) => one.type === type)?.target;
  return { sheets, from1904, strings: of('sharedStrings'), styles: of('styles') };
}
