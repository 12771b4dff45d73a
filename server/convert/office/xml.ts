import { Parser } from 'htmlparser2';

/** An element of a part, with the place of its whole `<a>…</a>` in the part's text, in UTF-16 code units. */
export interface XmlElement {
  /** With the prefix that is usual for its namespace, whatever prefix the file has. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly from: number;
  to: number;
}

export type XmlRead =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: 'deep' | 'large' | 'noXml' };

export interface XmlOptions {
  /**
   * Gives each child of the root's child of this name as soon as it has ended, and lets go of it then: a long document
   * is never held whole.
   */
  readonly body?: string;
  readonly take?: (child: XmlElement) => void;
}

/** Deeper than any document is, and shallow enough for readers that call themselves for what is inside. */
const DEEPEST = 300;
/** Elements and texts that are held at a time. */
const MOST = 1_500_000;
const SLICE = 1 << 16;

/** The usual prefixes of namespaces, in the form that Word writes and in the strict form of the standard. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    w: [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ],
    r: [
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ],
    a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
    c: [
      'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'http://purl.oclc.org/ooxml/drawingml/chart',
    ],
    dgm: [
      'http://schemas.openxmlformats.org/drawingml/2006/diagram',
      'http://purl.oclc.org/ooxml/drawingml/diagram',
    ],
    wp: [
      'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
    ],
    pic: [
      'http://schemas.openxmlformats.org/drawingml/2006/picture',
      'http://purl.oclc.org/ooxml/drawingml/picture',
    ],
    m: [
      'http://schemas.openxmlformats.org/officeDocument/2006/math',
      'http://purl.oclc.org/ooxml/officeDocument/math',
    ],
    mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
    w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
    wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
    v: ['urn:schemas-microsoft-com:vml'],
    o: ['urn:schemas-microsoft-com:office:office'],
  }).flatMap(([prefix, spaces]) => spaces.map((space) => [space, prefix] as const)),
);

/** Reads the XML of a part. Nothing is looked up: neither a document type nor an entity of its own is heeded. */
export function readXml(text: string, options: XmlOptions = {}): XmlRead {
  const builder = new Builder(options);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, parser.startIndex),
      onclosetag: () => builder.close(parser.endIndex + 1),
      ontext: (words) => builder.text(words),
    },
    { xmlMode: true, decodeEntities: true },
  );
  // In slices, so that a text that turns out to be too much is not read to its end.
  for (let at = 0; at < text.length && builder.problem === undefined; at += SLICE) {
    builder.stop = () => parser.pause();
    parser.write(text.slice(at, at + SLICE));
  }
  if (builder.problem === undefined) parser.end();
  if (builder.problem !== undefined) return { ok: false, problem: builder.problem };
  const [root] = builder.top.children;
  if (root === undefined || typeof root === 'string') return { ok: false, problem: 'noXml' };
  return { ok: true, root };
}

class Builder {
  readonly top: XmlElement = { name: '', attributes: {}, children: [], from: 0, to: 0 };
  problem: 'deep' | 'large' | undefined;
  stop: () => void = () => {};
  readonly #open: XmlElement[] = [this.top];
  readonly #options: XmlOptions;
  readonly #prefixes = new Map<string, string>();
  #held = 0;

  constructor(options: XmlOptions) {
    this.#options = options;
  }

  open(name: string, attributes: Record<string, string>, from: number): void {
    if (this.problem !== undefined) return;
    for (const key in attributes) if (key.startsWith('xmlns')) this.#declare(key, attributes[key] ?? '');
    const element = {
      name: this.#named(name),
      attributes: this.#prefixes.size === 0 ? attributes : this.#attributes(attributes),
      children: [],
      from,
      to: from,
    };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
    this.#count();
    if (this.#open.length > DEEPEST) this.#fail('deep');
  }

  text(words: string): void {
    const children = this.#open.at(-1)?.children;
    if (children === undefined || this.#open.length === 1 || this.problem !== undefined) return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + words;
    else {
      children.push(words);
      this.#count();
    }
  }

  close(to: number): void {
    if (this.#open.length === 1 || this.problem !== undefined) return;
    const element = this.#open.pop();
    if (element === undefined) return;
    element.to = to;
    const { body, take } = this.#options;
    const parent = this.#open.at(-1);
    if (take === undefined || this.#open.length !== 3 || parent?.name !== body) return;
    parent?.children.splice(0);
    this.#held = 0;
    take(element);
  }

  #count(): void {
    if (++this.#held > MOST) this.#fail('large');
  }

  #fail(problem: 'deep' | 'large'): void {
    this.problem = problem;
    this.stop();
  }

  #declare(key: string, space: string): void {
    const own = key.slice('xmlns:'.length);
    const usual = PREFIXES.get(space);
    if (usual !== undefined && usual !== own) this.#prefixes.set(own, usual);
  }

  #named(name: string): string {
    if (this.#prefixes.size === 0) return name;
    const colon = name.indexOf(':');
    const usual = this.#prefixes.get(colon < 0 ? '' : name.slice(0, colon));
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
  }

  #attributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
    // An attribute without a prefix is in no namespace, whatever the elements around it are in.
    return Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key.includes(':') ? this.#named(key) : key, value]),
    );
  }
}

/** The elements directly inside one; none for undefined. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first element of that name directly inside. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const one of element.children) if (typeof one !== 'string' && one.name === name) return one;
  return undefined;
}

/** The element that a path of names leads to from an element. */
export function descend(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => child(at, name), element);
}

/** All elements of that name within, in their order; those inside a found one too. */
export function within(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = element === undefined ? [] : [element];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at !== element && at.name === name) found.push(at);
    for (let index = at.children.length - 1; index >= 0; index--) {
      const one = at.children[index];
      if (one !== undefined && typeof one !== 'string') waiting.push(one);
    }
  }
  return found;
}

/** The text directly inside an element. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.filter((one) => typeof one === 'string').join('');
}

/** Where a text begins and ends without what is white space in XML: a no-break space is a character like any other. */
export function withinBlanks(text: string): { readonly from: number; readonly to: number } {
  let from = 0;
  let to = text.length;
  while (from < to && BLANKS.includes(text.charAt(from))) from++;
  while (to > from && BLANKS.includes(text.charAt(to - 1))) to--;
  return { from, to };
}

/** Whether a text begins or ends with what is white space in XML. */
export function hasOuterBlanks(text: string): boolean {
  const { from, to } = withinBlanks(text);
  return to - from < text.length;
}

const BLANKS = ' \t\r\n';
