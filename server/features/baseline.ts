/** Findings of a document that are set aside: all that are alike in rule, message and words, wherever they stand. */
export interface BaselineEntry {
  readonly rule: string;
  readonly message: string;
  /** The words that they are found at, on one line and cut where they are many; empty for a place between words. */
  readonly words: string;
  readonly count: number;
}

/** What a baseline file says. */
export interface Baseline {
  /** Where its editor finds its schema, if somebody wrote that down. */
  readonly schema: string | undefined;
  /** What is set aside of each document, by its path from the folder of the file. */
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>;
}

/** A baseline that sets nothing aside. */
export const EMPTY_BASELINE: Baseline = { schema: undefined, files: new Map() };

export type BaselineRead =
  | { readonly ok: true; readonly baseline: Baseline }
  /** What is wrong with it, in a sentence. */
  | { readonly ok: false; readonly problem: string };

/** Reads the text of a baseline file. What is no baseline in every part is none: half of one would tell of old findings. */
export function readBaseline(text: string): BaselineRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: unparsed(text) };
  }
  const faults: string[] = [];
  const baseline = baselineIn(value, faults);
  const [problem] = faults;
  return problem === undefined ? { ok: true, baseline } : { ok: false, problem };
}

/** Writes a baseline file: in one order, and each entry on a line of its own, so that versions can be compared and merged. */
export function writeBaseline({ schema, files }: Baseline): string {
  const documents = [...files].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => byCode(a, b));
  const written = documents.map(([path, entries]) => {
    const lines = [...entries].sort(byWords).map((entry) => `      ${entryText(entry)}`);
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const parts = [
    ...(schema === undefined ? [] : [`  "$schema": ${JSON.stringify(schema)}`]),
    '  "version": 1',
    written.length === 0 ? '  "files": {}' : `  "files": {\n${written.join(',\n')}\n  }`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** How many findings entries stand for. */
export function countEntries(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

function entryText({ rule, message, words, count }: BaselineEntry): string {
  const values = { rule, message, ...(words === '' ? {} : { words }), ...(count === 1 ? {} : { count }) };
  const parts = Object.entries(values).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `{ ${parts.join(', ')} }`;
}

function byWords(a: BaselineEntry, b: BaselineEntry): number {
  return byCode(a.rule, b.rule) || byCode(a.message, b.message) || byCode(a.words, b.words);
}

/** By code and not by language, so that it is the same order on every machine. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Reads a baseline out of JSON, and notes what is wrong with it. */
function baselineIn(value: unknown, faults: string[]): Baseline {
  const { $schema, version, files, ...others } = mapIn(value, 'It', faults);
  if (typeof version === 'number' && version > 1) {
    faults.push(`It is of version ${version}, and this Touchstone knows version 1: use a newer Touchstone.`);
  }
  if (version !== 1 || files === undefined) {
    faults.push('It is no baseline: one has "version": 1 and "files".');
  }
  refuse(others, 'It', faults);
  if ($schema !== undefined && typeof $schema !== 'string') faults.push('Its "$schema" is no address.');
  const documents = Object.entries(mapIn(files, 'Its "files"', faults));
  return {
    schema: typeof $schema === 'string' ? $schema : undefined,
    files: new Map(documents.map(([path, list]) => [path, entriesIn(list, path, faults)])),
  };
}

function entriesIn(list: unknown, path: string, faults: string[]): readonly BaselineEntry[] {
  if (Array.isArray(list)) {
    return list.map((value, index) => entryIn(value, `finding ${index + 1} of "${path}"`, faults));
  }
  faults.push(`What stands at "${path}" is no list of findings.`);
  return [];
}

function entryIn(value: unknown, name: string, faults: string[]): BaselineEntry {
  const { rule, message, words = '', count = 1, ...others } = mapIn(value, name, faults);
  refuse(others, name, faults);
  for (const [key, text] of Object.entries({ rule, message, words })) {
    if (typeof text !== 'string') faults.push(`The "${key}" of ${name} is no text.`);
  }
  if (!Number.isSafeInteger(count) || Number(count) < 1) {
    faults.push(`The "count" of ${name} is no whole number from 1 on.`);
  }
  return { rule: String(rule), message: String(message), words: String(words), count: Number(count) };
}

function mapIn(value: unknown, name: string, faults: string[]): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  faults.push(`${upperFirst(name)} is no object, which is what stands between { and }.`);
  return {};
}

/** What is not known would be lost when the file is written anew. */
function refuse(others: Readonly<Record<string, unknown>>, name: string, faults: string[]): void {
  const [key] = Object.keys(others);
  if (key !== undefined) faults.push(`${upperFirst(name)} has "${key}", which is no key there.`);
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const CONFLICT = /^(?:<{7}|={7}|>{7})(?:[ \r]|$)/m;

/** Why a text is no JSON, as far as that can be said. */
function unparsed(text: string): string {
  if (text.trim() === '') return 'It is empty.';
  const conflict = CONFLICT.exec(text);
  if (conflict === null)
    return 'It is no JSON: open it in an editor that shows what is wrong, such as VS Code.';
  const line = text.slice(0, conflict.index).split('\n').length;
  return `In line ${line} two versions of it are left unmerged: keep what you want of both.`;
}
