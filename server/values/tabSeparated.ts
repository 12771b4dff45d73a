/**
 * Rows of tab-separated values as spreadsheets put them on the clipboard: a value with a tab, a line end or a quotation
 * mark in it stands in quotes. Takes time that grows with the text alone.
 */
export function readTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedValue(text, at) : undefined;
    const end = quoted?.end ?? endOfValue(text, at);
    row.push(quoted?.value ?? text.slice(at, end));
    at = end + 1;
    if (text[end] === '\t') {
      if (at === text.length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function endOfValue(text: string, from: number): number {
  const end = /[\t\r\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

/** A value in quotes, which ends before a tab, a line end or the end of the text; undefined where the quotes are words. */
function quotedValue(
  text: string,
  from: number,
): { readonly value: string; readonly end: number } | undefined {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') {
      const isEnd = quote + 1 === text.length || /[\t\r\n]/.test(text[quote + 1] ?? '');
      return isEnd ? { value: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 } : undefined;
    }
    at = quote + 2;
  }
}
