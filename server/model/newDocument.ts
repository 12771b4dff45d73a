import type { NewSection } from './editing.ts';
import { sectionMarkdown } from './editMarkdown.ts';
import type { Syntax } from './model.ts';
import { bodyLines, quoted, sectionLines } from './yamlWriting.ts';

/** A document that nobody has written yet. */
export interface NewDocument {
  /** The fields of the document, in their order; several values are a list. */
  readonly meta: readonly (readonly [key: string, values: string | readonly string[]])[];
  /** The heading above all others; undefined for a document that has none, such as a letter. */
  readonly heading: string | undefined;
  /** Markdown that stands before the first section. */
  readonly opening: string;
  readonly sections: readonly NewSection[];
  /** Markdown that stands behind the last section. */
  readonly closing: string;
}

/** Sections stand below the heading of the document, whether or not it has one. */
const TOP_LEVEL = 2;

/** Writes a document. It ends with a line end. */
export function newDocument(document: NewDocument, syntax: Syntax): string {
  return syntax === 'yaml' ? inYaml(document) : inMarkdown(document);
}

/** Writes a section that stands `depth` levels below the outermost ones. It ends with a line end. */
export function newSection(section: NewSection, depth: number, syntax: Syntax): string {
  if (syntax === 'yaml') return sectionLines(section, 0);
  return `${sectionMarkdown(section, TOP_LEVEL + depth).trimEnd()}\n`;
}

function inMarkdown({ meta, heading, opening, sections, closing }: NewDocument): string {
  const parts = [
    `---\n${meta.map(metaLines).join('')}---`,
    heading === undefined ? '' : `# ${heading}`,
    opening,
    ...sections.map((section) => sectionMarkdown(section, TOP_LEVEL)),
    closing,
  ];
  return `${joined(parts)}\n`;
}

function inYaml({ meta, opening, sections, closing }: NewDocument): string {
  const body = opening === '' ? '' : `${bodyLines(opening, '').replace(/^ {2}/gm, '')}\n`;
  const last = sections.at(-1);
  const all = last === undefined ? sections : [...sections.slice(0, -1), closedBy(last, closing)];
  const list = all.map((section) => sectionLines(section, 2)).join('');
  return `${meta.map(metaLines).join('')}${body}${list === '' ? '' : `sections:\n${list}`}`;
}

/** In data nothing stands behind the sections, so what closes the document belongs to the last of them. */
function closedBy(section: NewSection, closing: string): NewSection {
  const inner = section.sections?.at(-1);
  if (inner === undefined) return { ...section, body: joined([section.body, closing]) };
  return { ...section, sections: [...(section.sections ?? []).slice(0, -1), closedBy(inner, closing)] };
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .join('\n\n');
}

function metaLines([key, values]: NewDocument['meta'][number]): string {
  if (typeof values === 'string') return `${key}: ${quoted(values)}\n`;
  return `${key}:\n${values.map((value) => `  - ${quoted(value)}\n`).join('')}`;
}
