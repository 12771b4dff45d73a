import { parse } from 'papaparse';
import type { SheetCell, SheetRow, Workbook } from '../../text/workbook.ts';
import { LIMITS } from './limits.ts';
import { shownText } from './shown.ts';

/** Reads comma-separated values; what parts them may also be a semicolon, a tab or a bar. */
export function readCsv(name: string, bytes: Uint8Array): Workbook {
  const text = textOf(bytes);
  const [, stated] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const { data } = parse<readonly string[]>(text, {
    delimiter: stated ?? (/\.tsv$/i.test(name) ? '\t' : separatorOf(text)),
    preview: LIMITS.rows + 1,
    skipEmptyLines: false,
  });
  const rows: SheetRow[] = [];
  let left: number = LIMITS.cells;
  data.slice(0, LIMITS.rows).forEach((values, index) => {
    const cells = left > 0 ? values.flatMap(cellOf) : [];
    left -= cells.length;
    const isStated = stated !== undefined && index === 0;
    if (cells.length > 0 && !isStated) rows.push({ number: index + 1, cells });
  });
  const isCut = data.length > LIMITS.rows || left <= 0;
  return { sheets: [{ name: '', isHidden: false, rows, isCut }] };
}

function cellOf(value: string, column: number): readonly SheetCell[] {
  const shown = shownText(value);
  return shown.text === '' || column >= LIMITS.columns ? [] : [{ column, ...shown }];
}

/** In the order in which they count where two are as likely: a comma may be the sign before decimals. */
const SEPARATORS = ['\t', ';', '|', ','];

/** What parts the values: what stands outside of quotes in the most of the first lines. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 4000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 20);
  const counts = SEPARATORS.map((sign) => lines.filter((line) => line.includes(sign)).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Excel writes its "CSV" in Windows-1252, and its "Unicode text" in UTF-16; what is neither is UTF-8. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009F]/g, fromWindows);
  }
}

/** What Windows-1252 has from 0x80 to 0x9F; a blank where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Node 20 takes Windows-1252 for Latin-1, which has signs for machines there. */
function fromWindows(character: string): string {
  return WINDOWS.charAt(character.charCodeAt(0) - 0x80);
}
