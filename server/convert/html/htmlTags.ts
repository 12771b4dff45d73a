import type { TokenizerCallbacks } from 'htmlparser2';
import { BLOCKS } from './tags.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Hears of the elements of a page; what is opened is closed, innermost first. */
export interface ElementHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  words(text: string): void;
}

const VOID =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/;

/** As in browsers, an element so deep becomes the neighbour of the one before it. */
const MOST_DEPTH = 512;

const TABLE_PARTS = /^(?:caption|colgroup|tbody|tfoot|thead|tr|td|th)$/;

/** What a tag closes that its author left open, and the elements through which that does not reach. */
interface Implied {
  readonly closes: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}

const CELLS = ['td', 'th', 'caption', 'table'];
const LIST_ITEM: Implied = { closes: new Set(['li']), within: new Set(['ul', 'ol', 'menu', ...CELLS]) };
const TERM: Implied = { closes: new Set(['dt', 'dd']), within: new Set(['dl', ...CELLS]) };
const CELL: Implied = { closes: new Set(['td', 'th']), within: new Set(['tr', 'table']) };
const ROW: Implied = { closes: new Set(['tr']), within: new Set(['table']) };
const ROWS: Implied = { closes: new Set(['thead', 'tbody', 'tfoot', 'caption']), within: new Set(['table']) };
const OPTION: Implied = { closes: new Set(['option']), within: new Set(['select', 'datalist']) };
const LINK: Implied = { closes: new Set(['a']), within: new Set(CELLS) };
const PARAGRAPH: Implied = { closes: new Set(['p']), within: new Set(['button', 'object', ...CELLS]) };

const IMPLIED: ReadonlyMap<string, readonly Implied[]> = new Map([
  ['li', [LIST_ITEM, PARAGRAPH]],
  ['dt', [TERM, PARAGRAPH]],
  ['dd', [TERM, PARAGRAPH]],
  ['td', [CELL]],
  ['th', [CELL]],
  ['tr', [CELL, ROW]],
  ['thead', [ROWS]],
  ['tbody', [ROWS]],
  ['tfoot', [ROWS]],
  ['option', [OPTION]],
  ['optgroup', [OPTION]],
  ['a', [LINK]],
]);

/**
 * Makes elements of the tags of a page, with the end tags put in that HTML lets authors leave out (HTML Standard,
 * 13.1.2.4). What it does for a tag does not grow with the page.
 */
export class HtmlTags implements TokenizerCallbacks {
  readonly #source: string;
  readonly #handler: ElementHandler;
  readonly #open: string[] = [];
  readonly #count = new Map<string, number>();
  #name = '';
  #attributes: Record<string, string> = Object.create(null);
  #attribute = '';
  #value: string[] = [];

  constructor(source: string, handler: ElementHandler) {
    this.#source = source;
    this.#handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#attributes = Object.create(null);
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.#source.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    this.#attributes[this.#attribute] ??= this.#value.join('');
  }

  onopentagend(): void {
    this.#begin(this.#name, this.#attributes);
  }

  onselfclosingtag(): void {
    this.#begin(this.#name, this.#attributes);
    // HTML takes no notice of the stroke, but what other languages put into it means it.
    if (this.#name.includes(':') || this.#isOpen('svg') || this.#isOpen('math')) this.#end(this.#name);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (!VOID.test(name)) this.#end(name);
  }

  ontext(start: number, end: number): void {
    this.#handler.words(this.#source.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.#handler.words(String.fromCodePoint(codepoint));
  }

  onend(): void {
    while (this.#open.length > 0) this.#pop();
  }

  isInForeignContext(): boolean {
    return this.#isOpen('svg') || this.#isOpen('math');
  }

  oncdata(start: number, end: number): void {
    if (this.isInForeignContext()) this.#handler.words(this.#source.slice(start, end));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #begin(name: string, attributes: Attributes): void {
    for (const implied of IMPLIED.get(name) ?? []) this.#close(implied);
    if (BLOCKS.has(name) && !IMPLIED.has(name)) this.#close(PARAGRAPH);
    if (/^h[1-6]$/.test(name) && /^h[1-6]$/.test(this.#open.at(-1) ?? '')) this.#pop();
    if (this.#open.length >= MOST_DEPTH) this.#pop();
    this.#open.push(name);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
    this.#handler.open(name, attributes);
    if (VOID.test(name)) this.#pop();
  }

  #end(name: string): void {
    if (!this.#isOpen(name)) return;
    const within = TABLE_PARTS.test(name) ? ['table'] : name === 'table' ? [] : CELLS;
    this.#close({ closes: new Set([name]), within: new Set(within) });
  }

  /** Closes all down to the innermost of some elements, unless one of others stands between. */
  #close({ closes, within }: Implied): void {
    if (![...closes].some((name) => this.#isOpen(name))) return;
    let at = this.#open.length - 1;
    while (at >= 0 && !closes.has(this.#open[at] ?? '')) {
      if (within.has(this.#open[at] ?? '')) return;
      at -= 1;
    }
    while (at >= 0 && this.#open.length > at) this.#pop();
  }

  #isOpen(name: string): boolean {
    return (this.#count.get(name) ?? 0) > 0;
  }

  #pop(): void {
    const name = this.#open.pop();
    if (name === undefined) return;
    this.#count.set(name, (this.#count.get(name) ?? 1) - 1);
    this.#handler.close(name);
  }
}
