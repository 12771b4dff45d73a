import { textCell, type WrittenCell } from '../convert/sheet/written.ts';
import { readCell } from '../values/cell.ts';
import { readDate } from '../values/dates.ts';
import { formatDecimal } from '../values/decimal.ts';

/** A cell's words as what a spreadsheet can count with, where that says exactly the same; or else as the words. */
export function exportCell(text: string): WrittenCell {
  const cell = readCell(text);
  if (cell.kind === 'figure' && (cell.unit === 'number' || cell.unit === 'percent')) {
    const written = `${formatDecimal(cell.value).replaceAll(',', '')}${cell.unit === 'percent' ? '%' : ''}`;
    // £1.2m, 007 and +5 are more than their numbers.
    if (text.replace(/[\s,]/g, '').replace('−', '-') === written) {
      return { kind: 'number', value: cell.value, unit: cell.unit };
    }
  }
  const read = /\d/.test(text) ? readDate(text) : undefined;
  if (read?.exists === true && /^\d{1,2}\D|^\d{4}-/.test(text.trim()))
    return { kind: 'date', date: read.date };
  return textCell(text);
}
