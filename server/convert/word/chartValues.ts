import { numberOf } from './properties.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAY = 86_400_000;
/** The day before the first of Excel's count, as it counts after the leap day that 1900 never had. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel keeps fifteen digits; what is beyond them is how machines keep fractions. */
const DIGITS = 12;

/** A figure as a chart shows it by its format, such as "0%", "#,##0.0" and "mmm yyyy"; else with the digits that it has. */
export function formatValue(raw: string, format: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  // The first section is that of what is not negative; signs in brackets and quotes say nothing of the figure itself.
  const bare = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]|_.|\*./g, '');
  const code = bare.replace(/"([^"]*)"/g, '');
  if (/[dmy]/i.test(code) && !/[0#]/.test(code)) return formatDate(value, code.toLowerCase());
  const shown = /([#0,]*[#0])(?:\.([0#]+))?/.exec(code);
  const isPercent = code.includes('%');
  const scaled = isPercent ? value * 100 : value;
  if (shown === null) return String(Number(scaled.toPrecision(DIGITS))) + (isPercent ? '%' : '');
  const decimals = shown[2]?.length ?? 0;
  const fixed = scaled.toFixed(Math.min(decimals, 20));
  const optional = /#+$/.exec(shown[2] ?? '')?.[0].length ?? 0;
  const text = optional > 0 ? fixed.replace(new RegExp(`\\.?0{1,${optional}}$`), '') : fixed;
  const [whole = '', fraction] = text.split('.');
  const thousands = shown[1]?.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const grouped = fraction === undefined ? thousands : `${thousands}.${fraction}`;
  const currency = /[£$€]/.exec(`${format.split(';')[0]}`)?.[0] ?? '';
  return `${currency}${grouped}${isPercent ? '%' : ''}`;
}

/** A day by a format of days, months and years; others are left out, since charts show none. */
function formatDate(value: number, code: string): string {
  const days = numberOf(String(Math.floor(value)));
  if (days === undefined || days < 1 || days > 2_958_465) return String(value);
  const date = new Date(DAY_ZERO + days * DAY);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const year = String(date.getUTCFullYear());
  const day = date.getUTCDate();
  return code.replace(/d+|m+|y+/g, (part) => {
    if (part.startsWith('y')) return part.length > 2 ? year : year.slice(2);
    if (part.startsWith('d')) return part.length > 1 ? String(day).padStart(2, '0') : String(day);
    if (part.length > 2) return part.length > 3 ? month : month.slice(0, 3);
    return String(date.getUTCMonth() + 1).padStart(part.length, '0');
  });
}
