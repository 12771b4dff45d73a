import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Emitter } from '../text/emit.ts';
import type { GroupReader } from '../text/groups.ts';
import { plainJoint } from '../text/headings.ts';
import { inline } from '../text/inline.ts';
import type { JudgementReader } from '../text/judgement.ts';
import type { Line } from '../text/lines.ts';
import { readMarker } from '../text/marker.ts';
import type { ImportNote } from '../text/note.ts';
import type {
  Flow,
  FlowBlock,
  FlowFootnote,
  FlowParagraph,
  FlowPicture,
  FlowTable,
  ListMark,
} from './flow.ts';
import { lineAt } from './flowLines.ts';
import { type FlowHeading, type FlowHeadings, looksStyled } from './headings.ts';
import { writeInline } from './inlineMarks.ts';
import { ListLevels } from './listLevels.ts';
import { boxedText } from './tableGrid.ts';
import type { Top } from './top.ts';
import { writeTable } from './writeTable.ts';

/** What recognises the parts of a document of one framework. */
export interface FlowReaders {
  readonly vocabulary: Vocabulary;
  readonly judgements: JudgementReader;
  readonly groups: GroupReader;
  readonly headings: FlowHeadings;
  /** A line for each block. */
  readonly lines: readonly Line[];
}

const HEAD_LEFT_OUT = 'The head of a table with a single judgement, which became a heading, was left out.';
const TEXT = { lineBreak: '\n', emphasis: true, blockStart: true };
const NOTE = { lineBreak: ' ', emphasis: true };

/** Writes the blocks of a document as Markdown. */
export class FlowWriter {
  readonly notes: ImportNote[] = [];
  readonly #out: Emitter;
  readonly #flow: Flow;
  readonly #readers: FlowReaders;
  readonly #lists = new ListLevels();
  /** Footnotes of items of the list that is open. */
  readonly #waiting: FlowFootnote[] = [];

  constructor(out: Emitter, flow: Flow, readers: FlowReaders) {
    this.#out = out;
    this.#flow = flow;
    this.#readers = readers;
  }

  write({ used, title }: Top): void {
    const { blocks } = this.#flow;
    for (let index = 0; index < blocks.length; index += 1) {
      if (title?.before === index) title.write(this.#out);
      const block = blocks[index];
      if (block === undefined || used.has(index)) continue;
      const heading = this.#readers.headings.at(index);
      if (heading !== undefined) {
        this.#heading(heading, block);
        index += heading.blocks - 1;
      } else this.#block(block, index);
    }
    this.#endLists();
  }

  #block(block: FlowBlock, index: number): void {
    switch (block.kind) {
      case 'paragraph':
        this.#paragraph(block, this.#readers.lines[index]);
        break;
      case 'table':
        this.#table(block);
        break;
      case 'footnote':
        this.#footnote(block);
        break;
      case 'picture':
        this.#picture(block);
        break;
      case 'leftOut':
        this.notes.push({ span: block.span, message: block.message, kind: 'dropped' });
    }
  }

  #heading({ level, match, leftOut }: FlowHeading, block: FlowBlock): void {
    this.#endLists();
    for (const span of leftOut) this.notes.push({ span, message: HEAD_LEFT_OUT, kind: 'dropped' });
    const label = block.kind === 'paragraph' ? block.list : undefined;
    const name = match?.name ?? (block.kind === 'paragraph' ? [block.span] : []);
    this.#separate();
    this.#out.insert(`${'#'.repeat(level)} `, label?.span?.from ?? name[0]?.from);
    if (label?.ordered === true) {
      if (label.span === undefined) this.#out.insert(`${label.label} `);
      else {
        this.#out.copy(label.span);
        this.#out.insert(' ');
      }
    }
    this.#heads(name);
    if (match !== undefined && match.judgement.length > 0) {
      const joint = inline(this.#flow.text, match.joint);
      // A heading that is a sentence stays one.
      if (/\p{L}/u.test(joint.text)) {
        this.#out.insert(' ');
        this.#out.inline(joint, { heading: true });
        this.#out.insert(' ');
      } else this.#out.insert(plainJoint(this.#flow.text, match));
      this.#heads(match.judgement);
    }
    this.#out.insert('\n');
  }

  #heads(spans: readonly Span[]): void {
    const style = { heading: true, lineBreak: ' ', emphasis: false };
    for (const [index, span] of spans.entries()) {
      if (index > 0) this.#out.insert(' ');
      writeInline(this.#out, this.#flow.text, span, this.#noteMarks(span), style);
    }
  }

  /** The marks of footnotes in a heading; emphasis there says nothing. */
  #noteMarks(span: Span): FlowParagraph['marks'] {
    const block = this.#flow.blocks.find(
      (one) => one.kind === 'paragraph' && one.span.from <= span.from && span.to <= one.span.to,
    );
    return block?.kind === 'paragraph' ? noteMarks(block) : [];
  }

  #paragraph(block: FlowParagraph, line: Line | undefined): void {
    const role = this.#readers.headings.role;
    const group = line === undefined || line.text === '' ? undefined : this.#readers.groups.read(line, role);
    if (group !== undefined) this.#group(group);
    else if (block.list !== undefined) this.#item(block, block.list);
    else this.#plain(block, line);
  }

  #group(span: Span): void {
    this.#endLists();
    this.#separate();
    this.#out.insert('**', span.from);
    this.#out.inline(inline(this.#flow.text, [span]), {});
    this.#out.insert(':**\n');
  }

  /** A paragraph without a label of its own; one that has its number among its words is a numbered one. */
  #plain(block: FlowParagraph, line: Line | undefined): void {
    if (line === undefined || line.text === '') return;
    const marker = readMarker(line);
    const isNumbered = this.#readers.vocabulary.framework.numbering !== 'none';
    if (marker.number !== undefined && marker.bullet === undefined && isNumbered && marker.text !== '') {
      const label = { depth: 0, ordered: true, label: `${marker.value ?? ''}.`, span: marker.number };
      const span = { from: marker.from, to: block.span.to };
      this.#item({ ...block, span, list: label }, label);
      return;
    }
    if (marker.bullet !== undefined && marker.number === undefined && marker.text !== '') {
      const glyph = { from: line.from, to: line.from + marker.bullet.length };
      const label = { depth: 0, ordered: false, label: marker.bullet, span: glyph };
      this.#item({ ...block, span: { from: marker.from, to: block.span.to }, list: label }, label);
      return;
    }
    this.#endLists();
    this.#separate();
    // A heading that is none of a section's stands out as one all the same.
    const isJudgement = this.#readers.judgements.isJudgement(line.text);
    const bold = looksStyled(block, line) && !isJudgement ? [{ span: block.span, bold: true }] : [];
    this.#words({ ...block, marks: bold.length > 0 ? [...bold, ...noteMarks(block)] : block.marks });
  }

  /** A paragraph that is numbered below its section, such as "2.3", which Markdown has no list for. */
  #numbered(block: FlowParagraph, list: ListMark): void {
    this.#endLists();
    this.#separate();
    if (list.span === undefined) this.#out.insert(list.label, block.span.from);
    else this.#out.copy(list.span);
    this.#out.insert(' ');
    this.#words(block);
  }

  #item(block: FlowParagraph, mark: ListMark): void {
    const list = this.#lists.outermost(mark);
    if (list.label === '') {
      this.#separate();
      this.#out.insert(' '.repeat(this.#lists.behind(list)), block.span.from);
      this.#words(block);
      return;
    }
    if (list.ordered && /^\d+(?:\.\d+)+\.?$/.test(list.label)) {
      this.#numbered(block, list);
      return;
    }
    const { indent, begins } = this.#lists.item(list);
    if (begins) this.#separate();
    const place = list.span?.from ?? block.span.from;
    const number = /^\(?\d{1,9}[.)]$/.test(list.label) && !list.label.startsWith('(');
    this.#out.insert(`${' '.repeat(indent)}${list.ordered && number ? '' : '- '}`, place);
    if (list.ordered) {
      if (list.span === undefined) this.#out.insert(list.label);
      else this.#out.copy(list.span);
      this.#out.insert(' ');
    } else if (list.span !== undefined) this.#glyph(list.span);
    this.#words(block);
  }

  /** A bullet of the source is the dash of the list; what says more, such as a ticked box, is kept. */
  #glyph(span: Span): void {
    if (!/[☐☑☒✓✔✗✘]/u.test(this.#flow.text.slice(span.from, span.to))) return;
    this.#out.copy(span);
    this.#out.insert(' ');
  }

  #words({ span, marks }: FlowParagraph): void {
    writeInline(this.#out, this.#flow.text, span, marks, TEXT);
    this.#out.insert('\n');
  }

  #table(table: FlowTable): void {
    const boxed = boxedText(table);
    if (boxed !== undefined) {
      for (const block of boxed) this.#paragraph(block, lineAt(this.#flow.text, block.span));
      return;
    }
    this.#endLists();
    this.#separate();
    const role: SectionRole | undefined = this.#readers.headings.role;
    writeTable(this.#out, this.#flow, table, { ...this.#readers, role });
  }

  /** A footnote stands behind the list whose item refers to it, since it would end it. */
  #footnote(note: FlowFootnote): void {
    if (this.#lists.isOpen) this.#waiting.push(note);
    else this.#writeFootnote(note);
  }

  #endLists(): void {
    this.#lists.end();
    for (const note of this.#waiting.splice(0)) this.#writeFootnote(note);
  }

  #writeFootnote({ id, label, blocks }: FlowFootnote): void {
    this.#separate();
    this.#out.insert('[^', label?.from ?? blocks[0]?.span.from);
    if (label === undefined) this.#out.insert(id);
    else this.#out.copy(withoutBrackets(this.#flow.text, label));
    this.#out.insert(']: ');
    for (const [index, { span, marks }] of blocks.entries()) {
      if (index > 0) this.#out.insert('\n\n    ');
      writeInline(this.#out, this.#flow.text, span, marks, NOTE);
    }
    this.#out.insert('\n');
  }

  #picture({ picture, at }: FlowPicture): void {
    const one = this.#flow.pictures[picture];
    if (one === undefined) return;
    const span = { from: at, to: at };
    const alt = one.alt.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
    if (one.file === undefined) {
      const what = alt === '' ? 'A picture' : `The picture "${alt}"`;
      this.notes.push({ span, message: `${what} could not be carried over.`, kind: 'dropped' });
      return;
    }
    if (alt === '') {
      const message = `The picture "${one.file.name}" has no alternative text: say in words what it shows.`;
      this.notes.push({ span, message, kind: 'kept' });
    }
    this.#endLists();
    this.#separate();
    this.#out.insert(`![${alt}](${one.file.name})\n`, at);
  }

  /** A blank line between two blocks. */
  #separate(): void {
    if (!this.#out.isEmpty) this.#out.insert('\n');
  }
}

/** The mark of a footnote without the brackets, or the stop, that its text has around it. */
function withoutBrackets(source: string, { from, to }: Span): Span {
  const shown = source.slice(from, to);
  const lead = /^[[(\s]*/.exec(shown)?.[0].length ?? 0;
  const tail = /[\])\s.]*$/.exec(shown)?.[0].length ?? 0;
  return lead + tail < shown.length ? { from: from + lead, to: to - tail } : { from, to };
}

function noteMarks({ marks }: FlowParagraph): FlowParagraph['marks'] {
  return marks.filter(({ note }) => note !== undefined);
}
