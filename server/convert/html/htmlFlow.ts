import type { Flow, FlowBlock, FlowParagraph, ListMark, Mark, Picture } from '../flow/flow.ts';
import { FlowText } from '../flow/flowText.ts';
import type { ImportNote } from '../text/note.ts';
import { Choice } from './choice.ts';
import { HtmlLists } from './htmlLists.ts';
import { addMark } from './htmlMarks.ts';
import { HtmlTable } from './htmlTable.ts';
import type { Attributes, ElementHandler } from './htmlTags.ts';
import { isNoteMark, leadsBack, noteHeld, noteReferred } from './notes.ts';
import { type Open, ROOT } from './openElement.ts';
import { pictureOf } from './pictures.ts';
import { BLOCKS, emphasisOf, headingLevel, isAround, isDocument, isHidden, shadeOf, UNSEEN } from './tags.ts';

interface OpenParagraph {
  readonly from: number;
  readonly level: number | undefined;
  readonly list: ListMark | undefined;
  readonly marks: Mark[];
  bold: boolean;
}

const LEFT_OUT = 'What stands around the document on the page, such as its menu, was left out.';

/** Gathers a document from the tags of a page as they come. It keeps a stack and never looks back, however deep tags go. */
export class HtmlFlow implements ElementHandler {
  readonly #text = new FlowText();
  readonly #blocks: FlowBlock[] = [];
  readonly #notes: ImportNote[] = [];
  readonly #pictures: Picture[] = [];
  readonly #behind: FlowBlock[] = [];
  readonly #open: Open[] = [ROOT];
  readonly #tables: HtmlTable[] = [];
  readonly #lists = new HtmlLists();
  #paragraph: OpenParagraph | undefined;
  #footnote:
    | { readonly id: string; label: Mark['span'] | undefined; readonly blocks: FlowParagraph[] }
    | undefined;
  #label: { text: string } | undefined;
  #level: number | undefined;
  #choice: Choice | undefined;
  /** Words of the page around the document, which are gathered to be left out together. */
  #aroundFrom: number | undefined;
  #space = false;
  /** How many tables are open in a cell, whose rows and cells are none of ours. */
  #inner = 0;

  open(name: string, attributes: Attributes): void {
    if (BLOCKS.has(name)) this.#endParagraph();
    const above = this.#top();
    const emphasis = emphasisOf(name, attributes);
    const unseen = above.unseen || UNSEEN.has(name) || isHidden(attributes);
    const isNote = noteHeld(attributes.id) !== undefined;
    const isOutside = isAround(name, attributes, above.inDocument) && !isNote;
    const around = above.around || (isOutside && this.#tables.length === 0);
    if (around && !above.around && !unseen) this.#aroundFrom = this.#text.length;
    this.#open.push({
      name,
      unseen,
      around,
      inDocument: above.inDocument || isDocument(name),
      bold: emphasis.bold ?? above.bold,
      italic: emphasis.italic ?? above.italic,
      href: name === 'a' ? attributes.href : above.href,
      label: above.label || /mso-list\s*:\s*ignore/i.test(attributes.style ?? ''),
      onClose: unseen ? undefined : this.#begin(name, attributes, around),
    });
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#endParagraph();
    if (this.#open.length < 2) return;
    const closed = this.#open.pop();
    closed?.onClose?.();
    if (closed?.around === true && !this.#top().around) this.#endAround();
  }

  words(data: string): void {
    const { unseen, label, name } = this.#top();
    if (unseen) return;
    if (label) {
      this.#label = { text: (this.#label?.text ?? '') + data };
      return;
    }
    if (this.#choice !== undefined) this.#choice.words(data);
    else if (name === 'pre' || name === 'textarea') this.#words(data.replaceAll('\r\n', '\n'));
    else this.#words(data.replace(/[ \t\r\n\f]+/g, ' '));
  }

  finish(): Flow {
    this.#endParagraph();
    return {
      text: this.#text.toString(),
      blocks: this.#blocks,
      pages: [],
      notes: this.#notes,
      pictures: this.#pictures,
    };
  }

  #top(): Open {
    return this.#open.at(-1) ?? ROOT;
  }

  /** What an element begins, and what is to be done when it ends. */
  #begin(name: string, attributes: Attributes, around: boolean): (() => void) | undefined {
    if (around) return undefined;
    const note = noteHeld(attributes.id);
    const isOuter = this.#footnote === undefined;
    const endNote = note !== undefined && isOuter && BLOCKS.has(name) ? this.#beginNote(note) : undefined;
    const end = this.#beginElement(name, attributes, note !== undefined);
    if (end === undefined) return endNote;
    return () => {
      end();
      endNote?.();
    };
  }

  #beginElement(name: string, attributes: Attributes, isNote: boolean): (() => void) | undefined {
    const level = headingLevel(name, attributes);
    if (level !== undefined) {
      this.#level = level;
      return () => {
        this.#level = undefined;
      };
    }
    switch (name) {
      case 'br':
        if (this.#paragraph !== undefined) this.#lineBreak();
        return undefined;
      case 'ul':
      case 'ol':
        this.#lists.open(name, attributes);
        return () => this.#lists.close();
      case 'li':
        if (!isNote) this.#lists.item(attributes);
        return () => this.#lists.endItem();
      case 'img':
        this.#picture(attributes);
        return undefined;
      case 'input':
        this.#field(attributes);
        return undefined;
      case 'select':
        this.#choice = new Choice();
        return () => this.#endChoice();
      case 'option':
        this.#choice?.option(attributes);
        return undefined;
      case 'p':
      case 'div':
        this.#lists.wordParagraph(attributes);
        return undefined;
      default:
        return this.#beginTablePart(name, attributes);
    }
  }

  #beginTablePart(name: string, attributes: Attributes): (() => void) | undefined {
    const table = this.#tables.at(-1);
    if (name === 'table') {
      // What is a table for the sake of its look alone parts its cells as paragraphs are.
      if (/^(?:presentation|none)$/i.test(attributes.role ?? '')) return undefined;
      // A table in a cell of another is text of that cell: a table of ours holds no other.
      if (table?.blocks !== undefined) {
        this.#inner += 1;
        return () => {
          this.#inner -= 1;
        };
      }
      this.#tables.push(new HtmlTable());
      return () => this.#endTable();
    }
    if (table === undefined || this.#inner > 0) return undefined;
    if (name === 'thead') {
      table.head(true);
      return () => table.head(false);
    }
    if (name === 'tr') {
      table.row();
      return () => table.endRow();
    }
    if (name !== 'td' && name !== 'th') return undefined;
    table.cell(name === 'th', attributes, shadeOf(attributes));
    return () => {
      this.#endParagraph();
      table.endCell();
    };
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const made = table.finish();
    if (made.rows.length > 0) this.#blocks.push(made);
    if (this.#tables.length === 0) this.#blocks.push(...this.#behind.splice(0));
  }

  #beginNote(id: string): () => void {
    const outer = this.#footnote;
    const note = { id, label: undefined, blocks: [] };
    this.#footnote = note;
    return () => {
      this.#endParagraph();
      this.#footnote = outer;
      this.#blocks.push({ kind: 'footnote', ...note });
      if (this.#tables.length === 0) this.#blocks.push(...this.#behind.splice(0));
    };
  }

  #words(words: string): void {
    const isBlank = words.trim() === '';
    if (this.#paragraph === undefined) {
      if (isBlank) return;
      this.#beginParagraph();
    }
    const text = this.#space ? words.trimStart() : words;
    if (text === '') return;
    const { bold, italic, href, around } = this.#top();
    const span = this.#text.add(text);
    this.#space = /\s$/.test(text);
    const paragraph = this.#paragraph;
    if (around || paragraph === undefined) return;
    if (!isBlank && !bold) paragraph.bold = false;
    const note = isNoteMark(text) ? noteReferred(href) : undefined;
    if (this.#footnote !== undefined && this.#footnote.label === undefined && leadsBack(href))
      this.#footnote.label = span;
    else if (note !== undefined) paragraph.marks.push({ span, note });
    else if (bold || italic || href !== undefined) addMark(paragraph.marks, { span, bold, italic, href });
  }

  #lineBreak(): void {
    this.#text.add('\n');
    this.#space = true;
  }

  #beginParagraph(): void {
    this.#text.newLine();
    const list = this.#top().around ? undefined : this.#lists.take(this.#label?.text, this.#text);
    this.#label = undefined;
    this.#paragraph = { from: this.#text.length, level: this.#level, list, marks: [], bold: true };
    this.#space = true;
  }

  #endParagraph(): void {
    const open = this.#paragraph;
    this.#paragraph = undefined;
    if (open === undefined) return;
    const span = { from: open.from, to: this.#text.length };
    this.#text.newLine();
    if (this.#top().around) return;
    const { level, list, marks, bold } = open;
    const label = this.#footnote?.label;
    const own = label !== undefined && label.from >= span.from ? { from: label.to, to: span.to } : span;
    this.#into().push({ kind: 'paragraph', span: own, level, standsOut: bold, list, marks });
  }

  /** Where paragraphs go: the open cell, the open footnote, or the document. */
  #into(): FlowBlock[] {
    return this.#tables.at(-1)?.blocks ?? this.#footnote?.blocks ?? this.#blocks;
  }

  #endAround(): void {
    this.#endParagraph();
    const from = this.#aroundFrom;
    this.#aroundFrom = undefined;
    if (from === undefined || from >= this.#text.length) return;
    this.#blocks.push({ kind: 'leftOut', span: { from, to: this.#text.length }, message: LEFT_OUT });
  }

  #picture(attributes: Attributes): void {
    const picture = pictureOf(attributes, this.#pictures.length);
    if (picture === undefined) return;
    this.#pictures.push(picture);
    const block = { kind: 'picture' as const, picture: this.#pictures.length - 1, at: this.#text.length };
    // Neither a cell nor a footnote holds a picture: it stands behind them.
    if (this.#tables.length > 0 || this.#footnote !== undefined) this.#behind.push(block);
    else {
      this.#endParagraph();
      this.#blocks.push(block);
    }
  }

  /** Of a list to choose from a reader sees what is chosen. */
  #endChoice(): void {
    const chosen = this.#choice?.chosen() ?? '';
    this.#choice = undefined;
    if (chosen !== '') this.#words(chosen);
  }

  /** What is filled in or ticked in a form is text of the document. */
  #field({ type = 'text', checked, value }: Attributes): void {
    if (/^(?:checkbox|radio)$/i.test(type)) this.#words(checked === undefined ? '☐ ' : '☒ ');
    else if (/^(?:text|date|number|email|tel|url|month|week|time)$/i.test(type)) this.#words(value ?? '');
  }
}
