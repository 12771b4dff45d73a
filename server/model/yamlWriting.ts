import { entryOf } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { TextEdit } from '../text/edit.ts';
import type { NewSection } from './editing.ts';

/** A line moved to the right, or to the left as far as it is indented. */
export function indented(line: string, by: number): string {
  if (by < 0) return line.slice(Math.min(-by, line.search(/\S|$/)));
  return line === '' ? '' : ' '.repeat(by) + line;
}

/** A section as an item of a list whose dashes stand in a column; ends with a line end. */
export function sectionLines(section: NewSection, column: number): string {
  const indent = ' '.repeat(column);
  const text = section.body === '' ? '' : `${bodyLines(section.body, indent)}\n`;
  const below = (section.sections ?? []).map((inner) => sectionLines(inner, column + 4)).join('');
  const nested = below === '' ? '' : `${indent}  sections:\n${below}`;
  const id = section.id === undefined ? '' : `${indent}  id: ${section.id}\n`;
  const number = section.number === undefined ? '' : `${indent}  number: "${section.number}"\n`;
  return `${indent}- heading: ${quoted(section.heading)}\n${id}${number}${fieldLines(section, indent)}${text}${nested}`;
}

function fieldLines({ fields = [] }: NewSection, indent: string): string {
  if (fields.length === 0) return '';
  const lines = fields.map(({ name, value }) => `${indent}    ${fieldKey(name)}: ${quoted(value)}\n`);
  return `${indent}  fields:\n${lines.join('')}`;
}

/** The key of a section's field, from its name as readers see it. */
export function fieldKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The text of a section whose dash is indented by `indent`, without a line end at its end. */
export function bodyLines(body: string, indent: string): string {
  const lines = body.split('\n').map((line) => (line === '' ? '' : `${indent}    ${line}`));
  return `${indent}  body: |\n${lines.join('\n')}`;
}

/** A value as YAML reads it back: in quotes when it would be taken for something else. A tab stop alone is kept. */
export function quoted(value: string): string {
  const isPlain = /^(?:[\p{L}\d][^:#'"\n,[\]{}]*|\$\d+)$/u.test(value) && value.trim() === value;
  return isPlain ? value : JSON.stringify(value);
}

/** Sets a field in a map that stands in `source`, which begins at `base` of the document. */
export function metaValueEdit(source: string, base: number, key: string, value: string): readonly TextEdit[] {
  const { root, at } = readYaml(source);
  const entry = entryOf(root, key);
  if (entry !== undefined) {
    const from = base + at + entry.at;
    const lead = entry.value.length === 0 && source[from - base - 1] === ':' ? ' ' : '';
    return [{ span: { from, to: from + entry.value.length }, insert: lead + quoted(value) }];
  }
  const line = `${key}: ${quoted(value)}\n`;
  const sections = entryOf(root, 'sections');
  const end = sections === undefined ? source.length : at + sections.keySpan.from;
  const fresh = end === 0 || source[end - 1] === '\n' ? '' : '\n';
  return [{ span: { from: base + end, to: base + end }, insert: fresh + line }];
}
