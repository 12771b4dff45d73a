import type { ListMark } from '../flow/flow.ts';
import type { FlowText } from '../flow/flowText.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenList {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

/** How a list is counted by the name of its style, as its `type` says it. */
const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** The lists that are open, and the label of the item whose words come next. */
export class HtmlLists {
  readonly #open: OpenList[] = [];
  #waiting: ListMark | undefined;
  /** Of each item that is open, whether it has had its label. */
  readonly #items: boolean[] = [];

  open(name: 'ul' | 'ol', { start, type = '1', style = '' }: Attributes): void {
    this.#waiting = undefined;
    const first = Number.parseInt(start ?? '1', 10);
    const styled =
      STYLES[
        /list-style(?:-type)?\s*:[^;]*?([\w-]+-(?:alpha|latin|roman))/i.exec(style)?.[1]?.toLowerCase() ?? ''
      ];
    this.#open.push({ ordered: name === 'ol', type: styled ?? type, next: Number.isNaN(first) ? 1 : first });
  }

  close(): void {
    this.#open.pop();
    this.#waiting = undefined;
  }

  item({ value }: Attributes): void {
    const list = this.#open.at(-1);
    if (list === undefined) return;
    const given = Number.parseInt(value ?? '', 10);
    const number = Number.isNaN(given) ? list.next : given;
    list.next = number + 1;
    const label = list.ordered ? `${counted(number, list.type)}.` : '•';
    this.#waiting = { depth: this.#open.length - 1, ordered: list.ordered, label, span: undefined };
    this.#items.push(false);
  }

  endItem(): void {
    this.#waiting = undefined;
    this.#items.pop();
  }

  /** Word writes its lists as paragraphs, with the list and the level in their style. */
  wordParagraph({ style = '' }: Attributes): void {
    const level = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
    if (level !== undefined)
      this.#waiting = { depth: Number(level) - 1, ordered: false, label: '', span: undefined };
  }

  /**
   * The label of the paragraph that begins now: it has it once. A label that Word wrote out stands in the text.
   */
  take(written: string | undefined, text: FlowText): ListMark | undefined {
    const mark = this.#waiting;
    this.#waiting = undefined;
    if (mark === undefined) return this.#goesOn();
    if (mark.label !== '') {
      this.#items[this.#items.length - 1] = true;
      return mark;
    }
    const label = (written ?? '').replace(/[\s\u00A0]+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(label) || label === 'o') return { ...mark, label: '•' };
    const span = text.add(label);
    text.add(' ');
    return { ...mark, ordered: true, label, span };
  }

  /** A second paragraph of an item has no label. */
  #goesOn(): ListMark | undefined {
    const list = this.#open.at(-1);
    if (list === undefined || this.#items.at(-1) !== true) return undefined;
    return { depth: this.#open.length - 1, ordered: list.ordered, label: '', span: undefined };
  }
}

/** A number as the `type` of a list has it counted (HTML Standard, 4.4.5). */
function counted(number: number, type: string): string {
  if (type === 'a' || type === 'A') {
    const letters = lettered(number);
    return type === 'a' ? letters : letters.toUpperCase();
  }
  if (type === 'i' || type === 'I') {
    const roman = romanOf(number);
    return type === 'i' ? roman : roman.toUpperCase();
  }
  return String(number);
}

function lettered(number: number): string {
  let left = number;
  let letters = '';
  while (left > 0) {
    left -= 1;
    letters = String.fromCharCode(97 + (left % 26)) + letters;
    left = Math.floor(left / 26);
  }
  return letters === '' ? String(number) : letters;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let roman = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      roman += letters;
      left -= value;
    }
  }
  return roman;
}
