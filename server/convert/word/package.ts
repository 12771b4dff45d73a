import { contentTypes, partText, type Relationship, relationshipsOf } from '../office/package.ts';
import { openZip, type Zip, type ZipProblem } from '../office/zip.ts';

/** The parts of a Word document. */
export interface WordPackage {
  readonly zip: Zip;
  /** The name of the part with the document's text. */
  readonly main: string;
  /** Its text, in which runs have their places. */
  readonly mainText: string;
  readonly relationships: readonly Relationship[];
}

export type WordOpened =
  | { readonly ok: true; readonly word: WordPackage }
  | { readonly ok: false; readonly problem: string };

const PROBLEMS: Readonly<Record<ZipProblem, string>> = {
  empty: 'The file is empty: it has no bytes. Save the document in Word again.',
  ole: 'This is an old Word file (.doc) or one with a password. Open it in Word, remove the password if it has one, and save it as a Word document (.docx).',
  noZip:
    'This is not a Word document (.docx), whatever its name says. Open it in the program that made it, and save it as a Word document (.docx).',
  truncated:
    'The file is damaged or only a part of it is here. Copy or download it again, or open it in Word and save it again.',
  locked: 'The file is protected with a password. Save it without one in Word.',
  tooLarge: 'The file unpacks to far more than any document holds, and was not read.',
  damaged: 'A part of the file is damaged. Open it in Word, which may repair it, and save it again.',
};
const NO_TEXT =
  'This is no Word document: the file holds no text of one. Save it as a Word document (.docx) in Word.';

/** Opens a Word document; macros are never run, and what lies outside the file is never looked at. */
export async function openWordPackage(bytes: Uint8Array): Promise<WordOpened> {
  const opened = await openZip(bytes);
  if (!opened.ok) return { ok: false, problem: PROBLEMS[opened.problem] };
  const { zip } = opened;
  const main = await mainPart(zip);
  if (main === undefined) return { ok: false, problem: await otherKind(zip) };
  const read = await zip.read(main);
  if (read?.ok === false) return { ok: false, problem: PROBLEMS[read.problem] };
  const mainText = (await partText(zip, main)) ?? '';
  return { ok: true, word: { zip, main, mainText, relationships: await relationshipsOf(zip, main) } };
}

/** The part with the document's text; by its kind, since nothing says what its name is. */
async function mainPart(zip: Zip): Promise<string | undefined> {
  const typeOf = await contentTypes(zip);
  const isMain = (name: string): boolean =>
    /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled\.main/i.test(
      typeOf(name) ?? '',
    );
  const [target] = (await relationshipsOf(zip, '')).flatMap(({ type, target, external }) =>
    type === 'officeDocument' && !external ? [target] : [],
  );
  if (target !== undefined && zip.has(target) && isMain(target)) return target;
  // A package whose own word is wrong is still read as long as one part is what a document is.
  return zip.names.find(isMain) ?? zip.names.find((name) => name === 'word/document.xml');
}

async function otherKind(zip: Zip): Promise<string> {
  const names = zip.names;
  if (names.some((name) => name.startsWith('xl/'))) return 'This is an Excel workbook, not a Word document.';
  if (names.some((name) => name.startsWith('ppt/')))
    return 'This is a PowerPoint presentation, not a Word document.';
  if (names.includes('content.xml') && names.includes('mimetype')) {
    return 'This is an OpenDocument file. Open it in its program, and save it as a Word document (.docx).';
  }
  return NO_TEXT;
}
