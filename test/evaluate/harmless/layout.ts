import type { TextEdit } from '../../../server/text/edit.ts';
import type { Random } from '../../incremental/random.ts';
import { type Change, insert, replace } from '../change.ts';
import type { Kind } from '../kind.ts';
import type { Landmarks } from '../landmarks.ts';
import { type Line, type Passage, readLines, type Texts } from '../places.ts';
import { edited, indentOf } from './edit.ts';

export const LAYOUT: readonly Kind<Texts>[] = [
  { name: 'paragraphs re-wrapped', draw: wrapped },
  { name: 'blank lines', draw: blankLines },
  { name: 'trailing blanks', draw: trailingBlanks },
  {
    name: 'CRLF',
    draw: (document) => ({ text: document.text.replaceAll('\n', '\r\n'), at: [], note: 'CRLF' }),
  },
  { name: 'bullets of another glyph', draw: otherBullets },
  { name: 'bold and italics', forms: ['markdown', 'yaml'], draw: emphasised },
  { name: 'nested list', draw: nestedList },
  { name: 'numbered list in a paragraph', draw: numberedList },
];

/** Layout of documents that have tables. */
export const TABLE_LAYOUT: readonly Kind<Texts>[] = [
  { name: 'table alignment', forms: ['markdown', 'yaml'], draw: tableAlignment },
];

/** Layout of texts that were taken out of another program. */
export const TEXT_LAYOUT: readonly Kind<Landmarks>[] = [
  { name: 'no tab at the end of rows', forms: ['text'], draw: tabsLost },
  { name: 'page number and running header', forms: ['text'], draw: furniture },
];

/** Lines of another length, as another program writes them; a paragraph goes on at its own indent. */
function wrapped(document: Texts, random: Random): Change {
  const width = 60 + random.below(60);
  const all = random.chance(0.3);
  const chosen = all ? document.prose : [random.pick(document.prose), random.pick(document.prose)];
  const edits = [...new Set(chosen)].flatMap(({ line }) => wrapEdits(document, line, width, random));
  return edited(document, edits, `wrapped at ${width}${all ? ' throughout' : ''}`);
}

function wrapEdits(
  document: Texts,
  line: { from: number; to: number },
  width: number,
  random: Random,
): readonly TextEdit[] {
  const text = document.text.slice(line.from, line.to);
  const hanging = /^ *(?:- |\d+\. )?/.exec(text)?.[0].length ?? 0;
  const lazy = document.form === 'markdown' && random.chance(0.3);
  const indent = document.form === 'text' ? '' : ' '.repeat(lazy ? indentOf(document, line).length : hanging);
  const edits: TextEdit[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/(?<=\S) (?=\S)/g)) {
    // A line that began with a number or a dash would be another paragraph or list.
    if (index - start < width || /^(?:[-+*•#|>]|\d+[.)]|\w\))/.test(text.slice(index + 1))) continue;
    edits.push(replace({ from: line.from + index, to: line.from + index + 1 }, `\n${indent}`));
    start = index;
  }
  return edits;
}

function blankLines(document: Texts, random: Random): Change {
  const empty = readLines(document.text).filter(({ text, from }) => text === '' && from > 0);
  const count = 1 + random.below(5);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(empty)));
  const edits = [...chosen].map(({ from }) => insert(from, '\n'.repeat(1 + random.below(3))));
  return edited(document, edits, `${edits.length} more empty lines`);
}

function trailingBlanks(document: Texts, random: Random): Change {
  const lines = readLines(document.text).filter(({ to }) => to < document.text.length);
  const chosen = lines.filter(() => random.chance(0.2));
  const edits = chosen.map(({ to }) => insert(to, random.pick([' ', '  ', '   '])));
  return edited(document, edits, `${edits.length} lines with trailing blanks`);
}

/** The items of lists under other signs. In the published text the sign also stands before numbered paragraphs. */
function otherBullets(document: Texts, random: Random): Change | undefined {
  const glyph =
    document.form === 'text'
      ? random.pick(['•', '◼', '–', '*', '▪', '\uf0b7', '·'])
      : random.pick(['*', '+']);
  const items = readLines(document.text)
    .filter(({ from }) => from > document.bodyFrom)
    .filter(({ text }) => /^ *- (?!\*\*|[a-z-]+: )\S/.test(text));
  const edits = items.map(({ from, text }) => {
    const at = from + text.indexOf('-');
    return replace({ from: at, to: at + 1 }, glyph);
  });
  return edits.length === 0 ? undefined : edited(document, edits, `bullets ${glyph}`);
}

function tableAlignment(document: Texts, random: Random): Change {
  const lines = readLines(document.text).filter(({ text }) => /^\s*\|.*\|$/.test(text));
  const form = random.below(4);
  const edits = lines.map((line) => replace(line, realigned(line, form)));
  return edited(document, edits, `table form ${form}`);
}

/** In a text a table is tabs; the last one of a row is often lost. */
function tabsLost(document: Landmarks): Change {
  const rows = document.rows.map(({ line }) => replace({ from: line.to - 1, to: line.to }, ''));
  return edited(document, rows, 'no tab at the end of rows');
}

function realigned({ text }: Line, form: number): string {
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const cells = text
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  const isRule = cells.every((cell) => /^:?-+:?$/.test(cell));
  const written = isRule ? cells.map(() => ['---', ':--', ':-:', '--:'][form] ?? '---') : cells;
  return form === 1 ? `${indent}|${written.join('|')}|` : `${indent}| ${written.join(' | ')} |`;
}

function emphasised(document: Texts, random: Random): Change | undefined {
  const prose = random.pick(document.prose);
  const text = document.text.slice(prose.line.from, prose.line.to);
  const places = [...text.matchAll(/(?<= )[a-z]{3,} [a-z]{3,}(?= [a-z])/g)];
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const mark = random.pick(['**', '*', '_', '***']);
  const from = prose.line.from + place.index;
  return edited(
    document,
    [replace({ from, to: from + place[0].length }, `${mark}${place[0]}${mark}`)],
    place[0],
  );
}

/** A line behind which a list can stand: a page may have cut the others off within a sentence. */
function finishedLine({ text, prose }: Texts, random: Random): Passage['line'] {
  return random.pick(prose.map(({ line }) => line).filter(({ to }) => '.!?'.includes(text.charAt(to - 1))));
}

function nestedList(document: Texts, random: Random): Change {
  const line = finishedLine(document, random);
  const indent = document.form === 'text' ? '' : `${indentOf(document, line)}   `;
  const inner = document.form === 'text' ? '  ' : `${indent}  `;
  const list = [
    `${indent}- work with families:`,
    `${inner}- early help in children's centres`,
    `${inner}- visits at home`,
    `${indent}- work with schools.`,
  ].join('\n');
  return edited(document, [insert(line.to, `\n\n${list}`)], 'nested list');
}

/** Steps within a paragraph have numbers of their own, which are no paragraph numbers. */
function numberedList(document: Texts, random: Random): Change {
  const line = finishedLine(document, random);
  const marks = random.pick([
    ['1.', '2.', '3.'],
    ['a)', 'b)', 'c)'],
    ['(i)', '(ii)', '(iii)'],
    ['1)', '2)', '3)'],
  ]);
  const isItem = /^ *(?:-|\d+\.) /.test(document.text.slice(line.from, line.to));
  // Below a plain paragraph four blanks would make code of it.
  const indent = document.form === 'text' ? ' ' : `${indentOf(document, line)}${isItem ? '    ' : ''}`;
  const items = ['hear the child', 'weigh the risk', 'agree on a plan'];
  const list = items.map((item, index) => `${indent}${marks[index]} ${item}`).join('\n');
  return edited(document, [insert(line.to, `\n\n${list}`)], `list ${marks.join(' ')}`);
}

/** What a page's edge leaves in the text between two paragraphs. */
function furniture(document: Texts, random: Random): Change {
  const empty = readLines(document.text).filter(({ text, from }) => text === '' && from > document.bodyFrom);
  const edits = [0, 1, 2].map((page) => {
    const share = Math.floor((empty.length * (page + 1)) / 4) + random.below(3);
    const at = empty[share]?.from ?? 0;
    return insert(at, `\n${page + 7}\nInspection of safeguarding: Gloucestershire\n`);
  });
  return edited(document, edits, 'page numbers and headers');
}
