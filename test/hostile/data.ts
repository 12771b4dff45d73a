/** YAML as a file may hold it, in a document, in front matter, in a framework and in a touchstone.yaml. */
export interface HostileData {
  readonly name: string;
  readonly text: () => string;
  /** Whether it cannot be read as YAML, which is one finding in a document. */
  readonly broken: boolean;
}

const MANY = 100_000;

export const DATA: readonly HostileData[] = [
  { name: 'aliases of aliases', text: bomb, broken: true },
  { name: '50,000 aliases', text: () => `a: &a 1\nb: [${'*a,'.repeat(MANY / 2)}]`, broken: true },
  { name: 'brackets', text: () => `a: ${'['.repeat(MANY)}`, broken: true },
  { name: 'braces', text: () => `a: ${'{a: '.repeat(MANY)}`, broken: true },
  { name: 'dashes', text: () => `a:\n  ${'- '.repeat(MANY)}`, broken: true },
  { name: 'maps in maps', text: () => lines(2000, (at) => `${' '.repeat(at)}a:`), broken: true },
  { name: 'keys without a value', text: () => '? '.repeat(MANY), broken: true },
  { name: 'an open quotation mark', text: () => `a: "${'b '.repeat(MANY)}`, broken: true },
  { name: '40,000 keys', text: () => lines(40_000, (at) => `key${at}: 1`), broken: false },
  { name: '40,000 times one key', text: () => 'key: 1\n'.repeat(40_000), broken: true },
  { name: '40,000 items', text: () => `a:\n${'  - b\n'.repeat(40_000)}`, broken: false },
  { name: '20,000 anchors', text: () => lines(20_000, (at) => `a${at}: &x${at} 1`), broken: false },
  { name: 'a key of 100,000 letters', text: () => `${'k'.repeat(MANY)}: 1`, broken: true },
  { name: 'a text of a million letters', text: () => `a: ${'word '.repeat(200_000)}`, broken: false },
  { name: '100,000 escapes', text: () => `a: "${'\\u0041'.repeat(MANY)}"`, broken: false },
  { name: '40,000 rules', text: () => `rules:\n${lines(40_000, (at) => `  a/b${at}: off`)}`, broken: false },
  {
    name: 'patterns that could take for ever',
    text: () => `exclude: ["${'{a,'.repeat(30)}${'}'.repeat(30)}", "${'*'.repeat(5000)}b", "+(a+(a+(a)))b"]`,
    broken: false,
  },
];

/** Ten levels, each of nine aliases of the one before: three thousand million in all. */
function bomb(): string {
  const level = (at: number) =>
    `a${at}: &a${at} [${Array(9)
      .fill(at === 0 ? 'x' : `*a${at - 1}`)
      .join(',')}]`;
  return lines(11, level);
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}
