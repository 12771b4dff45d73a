import { blockSpan, type PlacedBlock } from '../../model/block.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Table } from '../../syntax/block.ts';
import { sameAddress } from '../../text/address.ts';
import { firstWords, plain } from '../plain.ts';
import { footnoteText } from './footnotes.ts';
import type { Shown, Thing } from './thing.ts';

/** As much of a text as one reads beside the pointer. */
const MOST = 300;

/** What a document at `path` has to show of what others speak of: a place, a footnote, itself. */
export function shownIn(path: string, report: Report, thing: Thing): Shown | undefined {
  if (thing.kind === 'place') return thing.at === undefined ? undefined : placeShown(report, thing.at);
  if (thing.kind === 'file') return sameAddress(thing.path) === sameAddress(path) ? whole(report) : undefined;
  if (thing.kind !== 'footnote') return undefined;
  const note = footnoteText(report, thing);
  return note && { markdown: firstWords(note.text, MOST), span: note.span };
}

/** A document by its title and what kind it is. */
function whole({ title, vocabulary }: Report): Shown | undefined {
  const lines = [title === undefined ? [] : `**${plain(title)}**`, vocabulary?.framework.title ?? []].flat();
  return lines.length === 0 ? undefined : { markdown: lines.join('\n\n'), span: { from: 0, to: 0 } };
}

function placeShown(report: Report, at: number): Shown | undefined {
  const { blocks } = report.model;
  const index = blocks.findIndex(({ from, block }) => from === at && block.kind !== 'comment');
  const placed = blocks[index];
  if (placed === undefined) return undefined;
  const { heading, number, caption } = placed.block;
  const span = blockSpan(placed);
  if (heading !== undefined) {
    const section = report.sections.find((one) => one.heading === placed);
    return { markdown: sectionText(heading.prose.text, section), span };
  }
  const text = firstWords(wordsOf(placed), MOST);
  if (caption !== undefined) {
    const table = placed.block.tables[0] ?? blocks[index + 1]?.block.tables[0];
    return { markdown: [`**${text}**`, ...(table ? [sizeText(table)] : [])].join('\n\n'), span };
  }
  return { markdown: number === undefined ? text : `**${plain(number.text)}** ${text}`, span };
}

/** A heading with the first words below it: of a section that has none of its own, the sections in it are not read. */
function sectionText(title: string, section: Section | undefined): string {
  const words = (section?.own ?? []).map(wordsOf).join(' ').trim();
  const first = section?.own.flatMap(({ block }) => block.tables)[0];
  const below = words === '' ? first && sizeText(first) : firstWords(words, MOST);
  return [`**${plain(title.trim())}**`, ...(below === undefined ? [] : [below])].join('\n\n');
}

function wordsOf({ block }: PlacedBlock): string {
  return block.kind === 'comment' || block.kind === 'code'
    ? ''
    : block.leaves.map(({ prose }) => prose.text).join(' ');
}

/** `A table of 3 rows: Measure, Target, Actual.` */
function sizeText({ rows }: Table): string {
  const [head] = rows;
  const count = Math.max(0, rows.length - 1);
  const names = (head?.cells ?? []).map(({ prose }) => prose.text.trim()).filter((name) => name !== '');
  const columns = names.length === 0 ? '' : `: ${firstWords(names.join(', '), MOST)}`;
  return `A table of ${count} ${count === 1 ? 'row' : 'rows'}${columns}`;
}
