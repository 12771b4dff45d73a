import type { PlacedBlock } from './block.ts';
import type { NewSection } from './editing.ts';
import { type Model, metaText } from './model.ts';
import { bodyLines, quoted, sectionLines } from './yamlWriting.ts';

/**
 * A document in Markdown written as data: the fields of its front matter, and its sections with their text. What is
 * read from the one is read from the other.
 * @param markdown the text that the model was read from, LF line ends
 */
export function asData(model: Model, markdown: string): string {
  const headings = model.blocks.filter(({ block }) => block.heading !== undefined);
  const title = headings[0]?.block.heading?.level === 1 ? headings[0] : undefined;
  const sections = headings.filter((heading) => heading !== title);
  const front =
    model.written === undefined ? '' : frontMatter(markdown.slice(model.written.from, model.written.to));
  const behind = model.written === undefined ? 0 : closingEnd(markdown, model.written.to);
  const first = sections[0]?.from ?? markdown.length;
  const opening = openingText(markdown, behind, first, title);
  const own = title === undefined || hasTitle(model) ? '' : `title: ${quoted(headingText(title))}\n`;
  const body = opening === '' ? '' : `${bodyLines(opening, '').replace(/^ {2}/gm, '')}\n`;
  const list = nested(sections, markdown, 0)
    .sections.map((section) => sectionLines(section, 2))
    .join('');
  return `${front}${own}${body}${list === '' ? '' : `sections:\n${list}`}`;
}

function frontMatter(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '---');
  const fields = lines.join('\n').trim();
  return fields === '' ? '' : `${fields}\n`;
}

function closingEnd(markdown: string, from: number): number {
  const close = /^(?:---)?[ \t]*\n(?:---[ \t]*\n)?/.exec(markdown.slice(from));
  return from + (close?.[0].length ?? 0);
}

function hasTitle(model: Model): boolean {
  return model.meta.some(({ key, value }) => key === 'title' && metaText(value) !== '');
}

/** What stands before the first section, but for the title. */
function openingText(markdown: string, from: number, to: number, title: PlacedBlock | undefined): string {
  if (title === undefined || title.from >= to) return markdown.slice(from, to).trim();
  const before = markdown.slice(from, title.from).trim();
  const behind = markdown.slice(title.from + title.block.source.length, to).trim();
  return [before, behind].filter((text) => text !== '').join('\n\n');
}

interface Nested {
  readonly sections: readonly NewSection[];
  readonly next: number;
}

/** The sections from one on that stand deeper than a level. */
function nested(headings: readonly PlacedBlock[], markdown: string, start: number, above = 1): Nested {
  const sections: NewSection[] = [];
  let index = start;
  for (let placed = headings[index]; placed !== undefined; placed = headings[index]) {
    const level = placed.block.heading?.level ?? 1;
    if (level <= above && start > 0) break;
    const from = placed.from + placed.block.source.length;
    const to = headings[index + 1]?.from ?? markdown.length;
    const below = nested(headings, markdown, index + 1, level);
    sections.push({
      heading: headingText(placed),
      number: placed.block.heading?.number,
      body: markdown.slice(from, to).replace(/^\n+|\s+$/g, ''),
      sections: below.sections,
    });
    index = below.next;
  }
  return { sections, next: index };
}

/** The heading as it is written, without its marks and its number. */
function headingText({ block }: PlacedBlock): string {
  const [line = ''] = block.source.split('\n');
  const text = line.replace(/^#{1,6}\s+/, '').replace(/\s+#+\s*$/, '');
  const number = block.heading?.number;
  return number !== undefined && text.startsWith(number)
    ? text.slice(number.length).replace(/^[.)]?\s+/, '')
    : text;
}
