import { Parser } from 'htmlparser2';
import type { Span } from '../../text/span.ts';
import { type Names, namesOf } from './names.ts';

/** A run of the main part, of those that stand in no other run: what marks can be put around and into. */
export interface BodyRun extends Span {
  /** Its start tag up to the `>`, without that. */
  readonly tag: string;
  /** How its words look: `<w:rPr>…</w:rPr>`, or nothing. */
  readonly properties: string;
  readonly items: readonly RunItem[];
  /** The largest thing around it that no mark may stand in: itself where there is none. */
  readonly whole: Span;
  /** The number of its paragraph among those that are in no text box, from 0. */
  readonly paragraph: number;
}

/** An element of a run with the characters that it stands for. */
export interface RunItem extends Span {
  readonly text: string;
  /** For a `<w:t>`, where its characters are in the XML; undefined for what cannot be cut. */
  readonly words: Words | undefined;
}

export interface Words {
  /** Its start tag up to the `>`, without that. */
  readonly tag: string;
  readonly inside: Span;
  readonly preserved: boolean;
  /** Stretches of the XML with the characters that they stand for: an entity is a stretch of its own. */
  readonly stretches: readonly (Span & { readonly text: string })[];
}

/** What the main part of a document is made of, as far as marks are put into it. */
export interface Body {
  readonly names: Names;
  readonly runs: readonly BodyRun[];
  /** The run that a run by the place where it begins is in: itself, unless it is one of a text box or the like. */
  readonly runAt: ReadonlyMap<number, BodyRun>;
  /** Runs by what they refer to: "footnote 3", "endnote 1", "relation rId7". */
  readonly references: ReadonlyMap<string, BodyRun>;
}

/** Single characters that elements of a run stand for. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
  sym: '\ufffc',
};

/** Parts of a paragraph that a mark may stand before and behind, but not in. */
const CLOSED: ReadonlySet<string> = new Set(['mc:AlternateContent', 'm:oMath', 'm:oMathPara']);

/** Kinds of content controls that hold plain words. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'date', 'dropDownList', 'comboBox', 'w14:checkbox']);

/** Reads the runs of a document's main part. */
export function readBody(xml: string): Body {
  return new BodyReader(xml).read();
}

interface Open {
  readonly name: string;
  readonly from: number;
  /** Where its start tag ends. */
  readonly inside: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** For a content control: whether marks have to stay out of it. */
  plain: boolean;
}

interface Draft {
  readonly from: number;
  readonly open: Open;
  readonly items: RunItem[];
  readonly starts: number[];
  readonly references: string[];
  readonly paragraph: number;
  /** The outermost element around it that is closed to marks. */
  readonly closed: Open | undefined;
  properties: string;
  run: BodyRun | undefined;
}

class BodyReader {
  readonly #xml: string;
  readonly #names: Names;
  readonly #stack: Open[] = [];
  readonly #runs: BodyRun[] = [];
  readonly #runAt = new Map<number, BodyRun>();
  readonly #references = new Map<string, BodyRun>();
  /** The run that is open, and those that wait for the end of what is closed around them. */
  #draft: Draft | undefined;
  #waiting: { readonly draft: Draft; readonly to: number }[] = [];
  #stretches: (Span & { text: string })[] | undefined;
  #paragraph = -1;

  constructor(xml: string) {
    this.#xml = xml;
    this.#names = namesOf(xml);
  }

  read(): Body {
    const xml = this.#xml;
    const parser: Parser = new Parser(
      {
        onopentag: (name, attributes) =>
          // Behind a processing instruction the parser says one character too few.
          this.#open(name, attributes, xml.indexOf('<', parser.startIndex), parser.endIndex + 1),
        onclosetag: () => this.#close(parser.endIndex + 1),
        ontext: (text) => this.#stretches?.push({ from: parser.startIndex, to: parser.endIndex + 1, text }),
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(xml);
    return {
      names: this.#names,
      runs: this.#runs,
      runAt: this.#runAt,
      references: this.#references,
    };
  }

  #open(tag: string, attributes: Readonly<Record<string, string>>, from: number, inside: number): void {
    const name = this.#names.local(tag);
    const open: Open = { name, from, inside, attributes, plain: false };
    this.#stack.push(open);
    if (name === 'p' && this.#draft === undefined) this.#paragraph += 1;
    if (name === 'r') this.#openRun(open);
    if (name === 't' && this.#isOwnItem()) this.#stretches = [];
    if (PLAIN.has(name) && this.#stack.at(-2)?.name === 'sdtPr') {
      const control = this.#stack.at(-3);
      if (control !== undefined) control.plain = true;
    }
    this.#refer(name, attributes);
  }

  #openRun(open: Open): void {
    if (this.#draft !== undefined) {
      this.#draft.starts.push(open.from);
      return;
    }
    const paragraph = this.#stack.findLastIndex(({ name }) => name === 'p');
    const around = this.#stack.slice(paragraph + 1);
    this.#draft = {
      from: open.from,
      open,
      items: [],
      starts: [open.from],
      references: [],
      paragraph: Math.max(0, this.#paragraph),
      closed: around.find(({ name, plain }) => CLOSED.has(name) || (name === 'sdt' && plain)),
      properties: '',
      run: undefined,
    };
  }

  /** Notes and parts that a run refers to; that of a paragraph's end refers to headers. */
  #refer(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#draft === undefined) return;
    const id = this.#names.attribute(attributes, 'id');
    if (name === 'footnoteReference' || name === 'endnoteReference') {
      this.#draft.references.push(`${name.replace('Reference', '')} ${id}`);
      return;
    }
    for (const value of this.#names.relations(attributes)) this.#draft.references.push(`relation ${value}`);
  }

  #isOwnItem(): boolean {
    return this.#draft !== undefined && this.#stack.at(-2) === this.#draft.open;
  }

  #close(to: number): void {
    const open = this.#stack.at(-1);
    if (open === undefined) return;
    if (this.#isOwnItem()) this.#item(open, to);
    this.#stack.pop();
    if (open === this.#draft?.open) {
      this.#waiting.push({ draft: this.#draft, to });
      this.#draft = undefined;
    }
    for (const { draft, to: end } of this.#waiting) {
      if (draft.closed === undefined) this.#finish(draft, end, { from: draft.from, to: end });
      else if (draft.closed === open) this.#finish(draft, end, { from: open.from, to });
    }
    this.#waiting = this.#waiting.filter(({ draft }) => draft.run === undefined);
  }

  #item(open: Open, to: number): void {
    const { name, from } = open;
    const draft = this.#draft;
    if (draft === undefined) return;
    if (name === 'rPr') {
      draft.properties = this.#xml.slice(from, to);
      return;
    }
    const stretches = this.#stretches ?? [];
    this.#stretches = undefined;
    const words = name === 't' ? this.#words(open, to, stretches) : undefined;
    const text = words === undefined ? (CHARACTERS[name] ?? '') : stretches.map((one) => one.text).join('');
    draft.items.push({ from, to, text, words });
  }

  #words(open: Open, to: number, stretches: Words['stretches']): Words | undefined {
    const inside = { from: open.inside, to: this.#xml.lastIndexOf('</', to - 1) };
    // An empty element has no inside.
    if (inside.to < inside.from) return undefined;
    return {
      tag: this.#xml.slice(open.from, open.inside - 1),
      inside,
      preserved: open.attributes['xml:space'] === 'preserve',
      stretches,
    };
  }

  #finish(draft: Draft, to: number, whole: Span): void {
    const run: BodyRun = {
      from: draft.from,
      to,
      tag: this.#xml.slice(draft.from, draft.open.inside - 1),
      properties: draft.properties,
      items: draft.items,
      whole,
      paragraph: draft.paragraph,
    };
    draft.run = run;
    this.#runs.push(run);
    for (const start of draft.starts) this.#runAt.set(start, run);
    for (const reference of draft.references) {
      if (!this.#references.has(reference)) this.#references.set(reference, run);
    }
  }
}
