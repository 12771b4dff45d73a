import RULES_PAGE from '../../RULES.md';

/** A rule, or a fault of the text itself, as RULES.md explains it. */
export interface RuleText {
  /** `family/name`. */
  readonly id: string;
  readonly summary: string;
  /** Undefined for a fault of the text, of which the page says none. */
  readonly severity: string | undefined;
  /** Whether it is off until somebody sets it. */
  readonly isOff: boolean;
  /** The parts of its explanation, in their order. */
  readonly parts: readonly Part[];
}

/** A part of an explanation, as it is laid out on the page. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'example'; readonly lines: readonly string[] }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'options'; readonly rows: readonly OptionText[] };

export interface OptionText {
  readonly name: string;
  readonly unset: string;
  readonly description: string;
}

/**
 * Every rule and every fault of the text, in the order of the page. The page itself is what is read, so that
 * people are told the same wherever they look.
 */
export function readRules(page: string = RULES_PAGE): readonly RuleText[] {
  const families: { readonly intro: Part[]; readonly rules: { id: string; parts: Part[] }[] }[] = [];
  const lines = page.split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const id = /^### ([a-z-]+\/[a-z-]+)$/.exec(line)?.[1];
    if (line.startsWith('## ')) families.push({ intro: [], rules: [] });
    if (id !== undefined) families.at(-1)?.rules.push({ id, parts: [] });
    const { part, next } = readPart(lines, at);
    const family = families.at(-1);
    if (part !== undefined) (family?.rules.at(-1)?.parts ?? family?.intro)?.push(part);
    at = next;
  }
  // What is said of a whole family holds of each of its rules.
  return families.flatMap(({ intro, rules }) =>
    rules.map(({ id, parts }) => ruleText(id, [...parts, ...intro])),
  );
}

function ruleText(id: string, parts: readonly Part[]): RuleText {
  const texts = parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
  const [, severity] = texts.flatMap((text) => /^Severity: (\w+)\./.exec(text) ?? []);
  const isOff = texts.some((text) => /^Severity: \w+\. Off unless you set it\./.test(text));
  return { id, summary: texts[0] ?? '', severity, isOff, parts };
}

interface ReadPart {
  readonly part: Part | undefined;
  readonly next: number;
}

function readPart(lines: readonly string[], at: number): ReadPart {
  const line = lines[at] ?? '';
  const ticks = /^`{3,}/.exec(line)?.[0];
  if (ticks !== undefined) {
    const end = lines.indexOf(ticks, at + 1);
    return { part: { kind: 'example', lines: lines.slice(at + 1, end) }, next: end + 1 };
  }
  if (line.startsWith('|')) return readOptions(lines, at);
  if (line.startsWith('> ')) return { part: { kind: 'message', text: line.slice(2) }, next: at + 1 };
  // Headings and anchors belong to the page, not to what it explains.
  if (line === '' || /^#|^<a /.test(line)) return { part: undefined, next: at + 1 };
  return { part: { kind: 'paragraph', text: line.replace(/^\*\*(.*?)\*\*/, '$1') }, next: at + 1 };
}

function readOptions(lines: readonly string[], at: number): ReadPart {
  let next = at;
  while (lines[next]?.startsWith('|')) next += 1;
  // The first two lines are the head of the table.
  const rows = lines.slice(at + 2, next).map(readOption);
  return { part: { kind: 'options', rows }, next };
}

function readOption(row: string): OptionText {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [, name = '', unset = '', description = ''] = cells;
  return { name: name.replaceAll('`', ''), unset: unset.replaceAll('`', ''), description };
}
