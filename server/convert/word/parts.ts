import { contentTypes, partText, relationshipsOf } from '../office/package.ts';
import { elementsOf, readXml, type XmlElement } from '../office/xml.ts';
import type { WordPackage } from './package.ts';
import type { OtherParts, Part } from './reading.ts';

/** The parts of a document beside its text that are read before it. */
export interface Parts extends OtherParts {
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  /** Page headers and footers. */
  readonly edges: readonly {
    readonly kind: 'header' | 'footer';
    readonly root: XmlElement;
    readonly part: Part;
  }[];
}

/** More charts and page headers than any document has. */
const MOST = 500;

/** Reads the parts that the text of a document refers to. A part that is missing or damaged is as if it were empty. */
export async function readParts(word: WordPackage): Promise<Parts> {
  const named = async (type: string): Promise<XmlElement | undefined> => {
    const target = word.relationships.find((one) => one.type === type && !one.external)?.target;
    return target === undefined ? undefined : rootOf(word, target);
  };
  const edges: { kind: 'header' | 'footer'; root: XmlElement; part: Part }[] = [];
  const seen = new Set<string>();
  for (const { type, target, external } of word.relationships.slice(0, MOST)) {
    if ((type !== 'header' && type !== 'footer') || external || seen.has(target)) continue;
    seen.add(target);
    const root = await rootOf(word, target);
    if (root !== undefined) edges.push({ kind: type, root, part: await partOf(word, target, root) });
  }
  return {
    styles: await named('styles'),
    numbering: await named('numbering'),
    comments: await named('comments'),
    edges,
    notes: new Map([...(await readNotes(word, 'footnote')), ...(await readNotes(word, 'endnote'))]),
    charts: await readCharts(word),
  };
}

async function rootOf(word: WordPackage, name: string): Promise<XmlElement | undefined> {
  const text = await partText(word.zip, name);
  const read = text === undefined ? undefined : readXml(text);
  return read?.ok === true ? read.root : undefined;
}

/** A part with what it refers to, and the numbers of its paragraphs. */
async function partOf(word: WordPackage, name: string, root: XmlElement): Promise<Part> {
  const relationships = await relationshipsOf(word.zip, name);
  const part = {
    name,
    relationships: new Map(relationships.map((one) => [one.id, one])),
    numbers: new WeakMap(),
  };
  numberParagraphs(root, part.numbers, 0);
  return part;
}

/** Numbers the paragraphs of an element, and answers the last number that was given. */
export function numberParagraphs(
  root: XmlElement,
  numbers: WeakMap<XmlElement, number>,
  before: number,
): number {
  let last = before;
  const visit = (element: XmlElement, inRun: boolean): void => {
    if (element.name === 'w:p') {
      if (!inRun) last += 1;
      numbers.set(element, last);
    }
    for (const one of elementsOf(element)) visit(one, inRun || element.name === 'w:r');
  };
  visit(root, false);
  return last;
}

async function readNotes(word: WordPackage, kind: 'footnote' | 'endnote'): Promise<OtherParts['notes']> {
  const target = word.relationships.find(({ type, external }) => type === `${kind}s` && !external)?.target;
  const root = target === undefined ? undefined : await rootOf(word, target);
  if (target === undefined || root === undefined) return new Map();
  const part = await partOf(word, target, root);
  // The line that parts notes from the text is kept as a note of a kind of its own.
  const notes = elementsOf(root).filter(({ attributes }) => /^(?:normal)?$/.test(attributes['w:type'] ?? ''));
  return new Map(notes.map((element) => [`${kind} ${element.attributes['w:id'] ?? ''}`, { element, part }]));
}

async function readCharts(word: WordPackage): Promise<OtherParts['charts']> {
  const typeOf = await contentTypes(word.zip);
  const found = new Map<string, XmlElement>();
  const names = word.zip.names.filter((name) =>
    /drawingml\.(?:chart|diagramData)\+xml$/.test(typeOf(name) ?? ''),
  );
  for (const name of names.slice(0, MOST)) {
    const root = await rootOf(word, name);
    if (root !== undefined) found.set(name, root);
  }
  return found;
}
