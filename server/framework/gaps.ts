import type { FieldDef, Framework, SectionDef } from './framework.ts';

/** `${1:words}`, `${1|one,other|}`, `${1}` and `$1`. */
const TAB_STOP = /\$\{\d+\|([^}]*)\|\}|\$\{\d+:([^}]*)\}|\$\{?(\d+)\}?/g;
/** What stands in square brackets and is neither a link, a footnote nor a box to tick. */
const BRACKETED = /\[([^[\]^\s][^[\]]+)\](?![([:])/g;
/** A longer passage is no longer taken for a gap by whoever reads it. */
const LONGEST = 118;

/**
 * A template without its tab stops.
 * @param gap what is to stand for words that its author has to replace, which are given without their brackets
 */
export function filled(template: string, gap: (words: string) => string): string {
  const marked = template.replace(TAB_STOP, (_, choices?: string, words?: string, stop?: string) => {
    if (stop !== undefined) return stop === '0' ? '' : '[text]';
    const asked = words ?? choices?.split(',').join(' or ') ?? '';
    return /[[\]]/.test(asked) || !/\p{L}/u.test(asked) ? asked : `[${asked}]`;
  });
  return marked.replace(BRACKETED, (_, words: string) => gap(words)).trimEnd();
}

/** What stands in brackets where a section or a letter's part has no template: the first sentence of its guidance. */
export function openGap({ guidance }: { readonly guidance: string | undefined }): string {
  const sentence = /^[^[\]]*?(?=[.!?](?:\s|$)|$)/.exec(guidance?.trim() ?? '')?.[0] ?? '';
  return sentence === '' || sentence.length > LONGEST ? 'text' : sentence.replace(/\s+/g, ' ');
}

/** A name as it stands in brackets: "Reporting inspector" becomes "reporting inspector", "RAG status" stays. */
export function nameGap(name: string): string {
  return /^\p{Lu}(?=\p{Ll}|\s|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The words, without their brackets, that a new document of the framework asks its author to replace. */
export function gapsOf({ fields, sections, parts, tables }: Framework): ReadonlySet<string> {
  const found = new Set<string>();
  const template = (text: string | undefined) => filled(text ?? '', (words) => found.add(words) && words);
  for (const field of fields) addField(field, found);
  for (const part of parts) found.add(openGap(part)) && template(part.template);
  for (const { columns } of tables.values()) for (const column of columns) found.add(nameGap(column.heading));
  const add = (section: SectionDef) => {
    template(section.template);
    found.add(openGap(section));
    if (section.anyHeading) found.add(nameGap(section.heading));
    if (section.recommendations !== undefined) found.add('action');
    for (const field of section.fields) addField(field, found);
    section.sections.forEach(add);
  };
  sections.forEach(add);
  return found;
}

function addField({ label }: FieldDef, into: Set<string>): void {
  into.add(nameGap(label));
}
