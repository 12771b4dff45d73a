import { parse } from 'yaml';
import { escaped } from './maker.ts';

/** A document of ours as an author has it who never saw Markdown: its fields as lines below the title, its text as it is shown. */
export function htmlOf(markdown: string, labelOf: (field: string) => string | undefined): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const fields: Readonly<Record<string, unknown>> = parse(front, { schema: 'failsafe' });
  const isLetter = fields.addressee !== undefined;
  const blocks = htmlBlocks(body.split('\n'));
  const head = isLetter ? letterHead(fields) : reportHead(fields, labelOf);
  // A letter's subject stands below "Dear Director"; a report's fields stand below its title.
  const all = isLetter
    ? [...head, ...blocks.slice(0, 1), ...subjectOf(fields, body), ...blocks.slice(1)]
    : [...blocks.slice(0, 1), ...head, ...blocks.slice(1)];
  return `<html><body>\n${all.join('\n')}\n</body></html>`;
}

const NOT_SHOWN = new Set(['framework', 'title', 'acronyms', 'status', 'audience']);

function reportHead(
  fields: Readonly<Record<string, unknown>>,
  labelOf: (field: string) => string | undefined,
) {
  return Object.entries(fields).flatMap(([id, value]) => {
    const label = labelOf(id);
    return NOT_SHOWN.has(id) || label === undefined
      ? []
      : [`<p><b>${escaped(label)}:</b> ${escaped(shown(value))}</p>`];
  });
}

/** A letter has its day and whom it is to at the top, without labels. */
function letterHead({ date, addressee }: Readonly<Record<string, unknown>>): readonly string[] {
  const lines = Array.isArray(addressee) ? addressee.map(String) : [];
  return [
    `<p>${shown(date)}</p>`,
    ...(lines.length > 0 ? [`<p>${lines.map(escaped).join('<br>')}</p>`] : []),
  ];
}

/** The subject, where the text has no line of its own with it. */
function subjectOf({ subject }: Readonly<Record<string, unknown>>, body: string): readonly string[] {
  const isThere = body.split('\n').some((line) => line.replace(/^# |\*\*/g, '') === subject);
  return subject === undefined || isThere ? [] : [`<p><b>${escaped(String(subject))}</b></p>`];
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shown).join(' to ');
  return String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year: string, month: string, day: string) => {
    return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  });
}

/** The blocks of a text of headings, paragraphs, lists and tables. */
function htmlBlocks(lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (line.trim() === '' || /^<!--.*-->$/.test(line)) at += 1;
    else if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      blocks.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
      at += 1;
    } else {
      const isTable = line.startsWith('|');
      const isList = ITEM.test(line);
      const end = endOf(lines, at, isTable, isList);
      const own = lines.slice(at, end);
      if (isTable) blocks.push(tableOf(own));
      else if (isList) blocks.push(...listOf(own));
      else blocks.push(`<p>${inline(own.join(' '))}</p>`);
      at = end;
    }
  }
  return blocks;
}

const ITEM = /^(?:[-*]|(\d+)\.) +(.*)$/;

function endOf(lines: readonly string[], from: number, isTable: boolean, isList: boolean): number {
  let at = from + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isTable) {
      if (!line.startsWith('|')) break;
    } else if (isList) {
      const next = lines[at + 1] ?? '';
      if (line.trim() === '' ? !/^ /.test(next) && !ITEM.test(next) : !/^ /.test(line) && !ITEM.test(line))
        break;
    } else if (line.trim() === '' || /^(?:#{1,6} |\|)/.test(line) || ITEM.test(line)) break;
  }
  return at;
}

/** A list, or several where bullets and numbers take turns. */
function listOf(lines: readonly string[]): readonly string[] {
  const lists: { tag: string; items: string[][] }[] = [];
  /** Of the label before an item's words. */
  let width = 2;
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item !== null) width = item[0].length - (item[2] ?? '').length;
    if (item === null) {
      lists
        .at(-1)
        ?.items.at(-1)
        ?.push(line.replace(/^ {1,4}/, (blanks) => blanks.slice(width)));
      continue;
    }
    const tag = item[1] === undefined ? 'ul' : 'ol';
    if (lists.at(-1)?.tag.slice(0, 2) !== tag)
      lists.push({ tag: tag === 'ol' ? `ol start="${item[1]}"` : tag, items: [] });
    lists.at(-1)?.items.push([item[2] ?? '']);
  }
  return lists.map(({ tag, items }) => {
    const inside = items.map(
      (own) =>
        `<li>${htmlBlocks(own)
          .join('\n')
          .replace(/^<p>(.*)<\/p>/, '$1')}</li>`,
    );
    return `<${tag}>${inside.join('\n')}</${tag.slice(0, 2)}>`;
  });
}

function tableOf(lines: readonly string[]): string {
  const rows = lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim().replaceAll('\\|', '|'))),
    );
  const [head = [], ...body] = rows;
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table border="1"><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`;
}

function inline(text: string): string {
  return escaped(text)
    .replace(/&lt;br ?\/?&gt;/g, '<br>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(?<![\w*])\*(?! )(.+?)\*(?!\w)/g, '<i>$1</i>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\\([\\`*_[\]#+.!-])/g, '$1');
}
