import { child, elementsOf, textOf, within, withinBlanks, type XmlElement } from '../office/xml.ts';
import type { Behind, Place } from './behind.ts';
import {
  type Control,
  chosen,
  deletedWords,
  formFieldText,
  formulaText,
  readControl,
  TICKED,
  UNTICKED,
} from './controls.ts';
import { drawn } from './drawings.ts';
import type { Fields } from './fields.ts';
import { isSignFont, signOf } from './glyphs.ts';
import { ParagraphWords } from './paragraphWords.ts';
import type { Part, Reading } from './reading.ts';
import type { Look } from './styles.ts';

/** The characters that elements of a run stand for; a run's own characters are counted with them. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '\u00ad',
};

const SOFT_HYPHEN = '\u00ad';

/** Reads what stands inside paragraphs into the text. One reader serves for one paragraph, or several that were joined. */
export class InlineReader {
  /** What was read. */
  readonly words: ParagraphWords;
  /** What is tied to it and stands behind it. */
  readonly behind: Behind[] = [];
  readonly #reading: Reading;
  readonly #part: Part;
  readonly #fields: Fields;
  readonly #style: string | undefined;
  #paragraph = 0;

  constructor(reading: Reading, part: Part, fields: Fields, style: string | undefined) {
    this.#reading = reading;
    this.#part = part;
    this.#fields = fields;
    this.#style = style;
    this.words = new ParagraphWords(reading, fields, style);
  }

  /** Reads all that is in a paragraph. */
  read(paragraph: XmlElement): void {
    this.#paragraph = this.#part.numbers.get(paragraph) ?? this.#paragraph;
    this.#content(paragraph);
    const runs = this.words.takeHidden();
    if (runs.length > 0) this.behind.push({ kind: 'hidden', runs });
  }

  #content(parent: XmlElement | undefined): void {
    for (const element of elementsOf(parent)) this.#element(element);
  }

  #element(element: XmlElement): void {
    switch (element.name) {
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:rPr':
        return;
      case 'w:r':
        this.#run(element);
        return;
      case 'w:hyperlink':
        this.#linked(element, this.#target(element.attributes['r:id']));
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#inserted(element, element.name === 'w:ins' ? 'inserted' : 'moved');
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#deleted(element);
        return;
      case 'w:fldSimple':
        this.#simpleField(element);
        return;
      case 'w:sdt':
        this.#control(readControl(element));
        return;
      case 'm:oMath':
        this.words.add(formulaText(element), this.#look(undefined), undefined);
        return;
      case 'mc:AlternateContent':
        this.#content(chosen(element));
        return;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.#comment(element);
        return;
      default:
        this.#content(element);
        return;
    }
  }

  #look(properties: XmlElement | undefined): Look {
    return this.#reading.styles.look(this.#style, properties);
  }

  #target(id: string | undefined): string | undefined {
    const relationship = this.#part.relationships.get(id ?? '');
    return relationship?.external === true ? relationship.target : undefined;
  }

  #linked(element: XmlElement, href: string | undefined): void {
    this.words.links.push(href);
    this.#content(element);
    this.words.links.pop();
  }

  #inserted(element: XmlElement, kind: 'inserted' | 'moved'): void {
    const at = this.#reading.text.length;
    this.#content(element);
    const words = this.#reading.text.since(at);
    if (words !== '') this.#reading.addChange(kind, element, words, at);
  }

  #deleted(element: XmlElement): void {
    const words = deletedWords(element);
    // What was moved is listed where it went to.
    if (words !== '' && element.name === 'w:del') {
      this.#reading.addChange('deleted', element, words, this.#reading.text.length);
    }
    // A field that was deleted in one piece has all its marks here; one whose half is here is left as it is.
    for (const mark of within(element, 'w:fldChar')) this.#fieldMark(mark, true);
  }

  #simpleField(element: XmlElement): void {
    this.#fields.begin();
    this.#fields.instruct(element.attributes['w:instr'] ?? '');
    this.#fields.separate();
    this.#content(element);
    this.#fields.end();
  }

  #control(control: Control): void {
    const { content, ticked, isPlaceholder } = control;
    if (content === undefined) return;
    const runs = within(content, 'w:r');
    const [run] = runs;
    if (ticked !== undefined && runs.length <= 1) {
      const words = ticked ? TICKED : UNTICKED;
      const place = run === undefined ? undefined : this.#place(run, 0);
      this.words.add(words, this.#look(child(run, 'w:rPr')), place);
      return;
    }
    const from = this.#reading.text.length;
    this.#content(content);
    const span = { from, to: this.#reading.text.length };
    if (isPlaceholder && span.to > from && this.#reading.text.since(from).trim() !== '') {
      this.#reading.addNote('kept', span, 'These words stand where something was to be filled in.');
    }
  }

  #comment(element: XmlElement): void {
    const id = element.attributes['w:id'] ?? '';
    const at = this.#reading.text.length;
    const from = this.#reading.comments.get(id)?.from ?? at;
    this.#reading.comments.set(id, { from, to: at });
  }

  #place(run: XmlElement, before: number): Place {
    return { part: this.#part.name, run, before, paragraph: this.#paragraph };
  }

  #run(run: XmlElement): void {
    const properties = child(run, 'w:rPr');
    const look = this.#look(properties);
    const at = this.#reading.text.length;
    let before = 0;
    for (const element of elementsOf(run)) {
      before += this.#runElement(element, run, look, before);
    }
    const change = child(properties, 'w:rPrChange');
    const words = change === undefined ? '' : this.#reading.text.since(at);
    if (change !== undefined && words.trim() !== '') this.#reading.addChange('formatted', change, words, at);
  }

  /** Reads one element of a run, and says how many of the run's characters it is. */
  #runElement(element: XmlElement, run: XmlElement, look: Look, before: number): number {
    const character = CHARACTERS[element.name];
    if (character !== undefined) {
      this.words.add(character === SOFT_HYPHEN ? '' : character, look, this.#place(run, before));
      return 1;
    }
    switch (element.name) {
      case 'w:t':
        return this.#words(element, run, look, before);
      case 'w:sym': {
        const code = Number.parseInt(element.attributes['w:char'] ?? '', 16) || 0x2022;
        const sign = signOf(element.attributes['w:font'], code) ?? String.fromCharCode(code & 0xffff);
        this.words.add(sign, look, this.#place(run, before));
        return 1;
      }
      case 'w:instrText':
        this.#fields.instruct(textOf(element));
        return 0;
      case 'w:fldChar':
        this.#fieldMark(element, false);
        return 0;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#noteMark(element);
        return 0;
      case 'w:commentReference':
        this.#comment(element);
        return 0;
      case 'mc:AlternateContent':
        for (const one of elementsOf(chosen(element))) this.#runElement(one, run, look, Number.NaN);
        return 0;
      default:
        this.#drawing(element);
        return 0;
    }
  }

  #drawing(element: XmlElement): void {
    if (!/^(?:w:drawing|w:pict|w:object|w:ruby)$/.test(element.name)) return;
    if (element.name === 'w:ruby') this.#content(element);
    else for (const behind of drawn(element, this.#part, this.#reading)) this.behind.push(behind);
  }

  #words(element: XmlElement, run: XmlElement, look: Look, before: number): number {
    const raw = textOf(element);
    const isKept = element.attributes['xml:space'] === 'preserve';
    const { from: start, to } = isKept ? { from: 0, to: raw.length } : withinBlanks(raw);
    const shown = raw.slice(start, to).replace(/[\r\n\t]/g, ' ');
    const isSign = isSignFont(look.font);
    const words = isSign || /[\uf000-\uf0ff]/.test(shown) ? withSigns(shown, look.font) : shown;
    let at = 0;
    // A soft hyphen shows only where a line ends, and nobody would find a word with one in it.
    for (const stretch of words.split(SOFT_HYPHEN)) {
      this.words.add(stretch, look, this.#place(run, before + start + at));
      at += stretch.length + 1;
    }
    return raw.length;
  }

  #fieldMark(element: XmlElement, deleted: boolean): void {
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.#fields.begin();
      const shown = deleted ? '' : formFieldText(element);
      if (shown === '') return;
      // The box stands where the field begins; its instruction comes later.
      this.#fields.separate();
      this.words.add(shown, this.#look(undefined), undefined);
    } else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #noteMark(element: XmlElement): void {
    const id = `${element.name === 'w:endnoteReference' ? 'endnote' : 'footnote'} ${element.attributes['w:id']}`;
    if (!this.#reading.others.notes.has(id)) return;
    const at = this.#reading.text.length;
    this.words.marks.push({ span: { from: at, to: at }, note: this.#reading.noteMark(id) });
    this.behind.push({ kind: 'note', id });
  }
}

function withSigns(words: string, font: string | undefined): string {
  // Code units, one for one, so that places in the run stay what they are.
  return words.replace(/[^\s]/g, (one) => signOf(font, one.charCodeAt(0)) ?? one);
}
