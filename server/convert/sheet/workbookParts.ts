import { LIMITS, Unreadable } from './limits.ts';
import type { Parts } from './parts.ts';

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

/** Reads which sheets there are, in their order. Sheets of charts and dialogues are passed over. */
export async function readWorkbookParts(parts: Parts): Promise<WorkbookParts> {
  const root = (await readRelations(parts, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  if (!parts.has(path)) throw new Unreadable('The file is no Excel workbook: there is none in it.');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await parts.read(path, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || sheets.length >= LIMITS.sheets) return;
      const target = relations.find(({ id, type }) => id === attributes['r:id'] && type === 'worksheet');
      if (target === undefined) return;
      const isHidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: attributes.name ?? '', path: target.path, isHidden });
    },
  });
  const of = (type: string) => relations.find((relation) => relation.type === type)?.path;
  return { sheets, from1904, strings: of('sharedStrings'), styles: of('styles') };
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address, which is one for both editions of the standard. */
  readonly type: string;
  readonly path: string;
}

/** What leads out of the file is left out here, so that it is never followed. */
async function readRelations(parts: Parts, path: string, folder: string): Promise<readonly Relation[]> {
  const found: Relation[] = [];
  await parts.read(path, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship' || TargetMode === 'External' || found.length >= LIMITS.parts) return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(folder, Target) });
    },
  });
  return found;
}

/** The path of a part from that of the folder in which it is mentioned. */
function resolved(folder: string, target: string): string {
  const whole = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
