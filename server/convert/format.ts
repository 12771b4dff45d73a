/** The formats that documents come in from elsewhere. */
export type SourceFormat = 'text' | 'pdf' | 'word' | 'html';

const ENDINGS: readonly (readonly [RegExp, SourceFormat])[] = [
  [/\.(?:txt|text)$/i, 'text'],
  [/\.pdf$/i, 'pdf'],
  [/\.(?:docx|docm)$/i, 'word'],
  [/\.(?:html?|xhtml)$/i, 'html'],
];

/** The format that a file has by its name; undefined for one that is not imported. */
export function formatByName(name: string): SourceFormat | undefined {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}

/** What people call a file of that format. */
export const FORMAT_NAMES: Readonly<Record<SourceFormat, string>> = {
  text: 'text file',
  pdf: 'PDF',
  word: 'Word document',
  html: 'page of HTML',
};

const ENDING: Readonly<Record<SourceFormat, string>> = {
  text: '.txt',
  pdf: '.pdf',
  word: '.docx',
  html: '.html',
};

/** How far a PDF may have other bytes before its own, as its standard's readers allow. */
const PDF_HEAD = 1024;

/** What is wrong with the bytes of a file for the format that its name gives, where that can be told at once. */
export function formatFault(format: SourceFormat, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'The file is empty: there is nothing to read.';
  const found = formatByBytes(bytes);
  if (found === undefined || found === format) return undefined;
  return `By its name this is a ${FORMAT_NAMES[format]}, but it holds a ${FORMAT_NAMES[found]}. Give it a name that ends in "${ENDING[found]}".`;
}

/** The format that bytes cannot be mistaken in; text and HTML may be anything. */
export function formatByBytes(bytes: Uint8Array): SourceFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEAD));
  if (head.startsWith('PK\x03\x04')) return head.includes('word/') ? 'word' : undefined;
  if (/^[^\S\0]*%PDF-\d/.test(head)) return 'pdf';
  return undefined;
}

/** Larger files are pictures of pages for the most part, and would fill the memory. */
const MOST_BYTES = 100_000_000;

/** What to say of a file that is too large to be read; undefined for any other. */
export function tooManyBytes(bytes: number): string | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  const megabytes = (count: number) => `${Math.ceil(count / 1e6)} MB`;
  return `The file is too large to be read: it has ${megabytes(bytes)}, and up to ${megabytes(MOST_BYTES)} can be. Split it into smaller files.`;
}
