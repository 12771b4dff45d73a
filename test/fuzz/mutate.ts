import { MARKDOWN_PIECES, YAML_PIECES } from '../incremental/documents.ts';
import type { Random } from '../incremental/random.ts';
import type { Corpus, Form } from './corpus.ts';

type Mutation = (text: string, random: Random, pool: Pool) => string;

interface Pool {
  readonly texts: readonly string[];
  readonly pieces: readonly string[];
}

/** What no author types, yet what files hold. */
const ODD: readonly string[] = [
  '\0',
  '\u0001',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u{e0041}',
  '\u{1f469}\u200d\u{1f467}',
  'e\u0301\u0301\u0301',
  'İ',
  'ﬃ',
  '\f',
  '\v',
  '__proto__',
  'constructor',
  '$1 $0',
  '1'.repeat(400),
  '1e999',
  '0/0',
  '(0 of 0, 0%)',
  '99999999999999999999%',
  '-1',
  '9999-99-99',
  '32 December 0000',
];

const NUMBERS: readonly string[] = ['0', '-1', '1/0', '9'.repeat(30), '0.1', '100%', '1e9', '½', '٣', '１'];

/** A text of that form that is more or less like the ones of the corpus. */
export function randomText(corpus: Corpus, form: Form, random: Random): string {
  const pieces = form === 'markdown' || form === 'text' ? MARKDOWN_PIECES : YAML_PIECES;
  const pool = { texts: corpus[form], pieces: [...pieces, ...ODD] };
  if (random.chance(0.05)) return randomUnits(random);
  if (random.chance(0.05)) return joined(pool, random);
  const start = random.pick(pool.texts);
  if (random.chance(0.1)) return start.slice(0, random.below(start.length + 1));
  let text = start;
  for (let count = 1 + random.below(random.chance(0.2) ? 40 : 6); count > 0; count -= 1) {
    text = random.pick(MUTATIONS)(text, random, pool);
  }
  return text.slice(0, 30_000);
}

function randomUnits(random: Random): string {
  const most = random.pick([128, 256, 0x3000, 0x10000]);
  return Array.from({ length: random.below(300) }, () => String.fromCharCode(random.below(most))).join('');
}

function joined({ pieces }: Pool, random: Random): string {
  return Array.from({ length: random.below(60) }, () => random.pick(pieces)).join('');
}

const insertPiece: Mutation = (text, random, { pieces }) => {
  const at = random.chance(0.5) ? random.below(text.length + 1) : lineStart(text, random);
  return text.slice(0, at) + random.pick(pieces) + text.slice(at);
};

const deleteSome: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + random.below(random.chance(0.7) ? 4 : 200));
};

const replaceNumber: Mutation = (text, random) => {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return text;
  const { index, 0: words } = random.pick(numbers);
  return text.slice(0, index) + random.pick(NUMBERS) + text.slice(index + words.length);
};

const repeatSome: Mutation = (text, random) => {
  const from = lineStart(text, random);
  const some = text.slice(from, from + 1 + random.below(80));
  return text.slice(0, from) + some.repeat(random.chance(0.9) ? 2 : 20) + text.slice(from);
};

const moveLines: Mutation = (text, random) => {
  const lines = text.split('\n');
  const taken = lines.splice(random.below(lines.length), 1 + random.below(5));
  lines.splice(random.below(lines.length + 1), 0, ...taken);
  return lines.join('\n');
};

const deleteLine: Mutation = (text, random) => {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1 + random.below(3));
  return lines.join('\n');
};

const indent: Mutation = (text, random) => {
  const at = lineStart(text, random);
  return text.slice(0, at) + ' '.repeat(1 + random.below(6)) + text.slice(at);
};

const splice: Mutation = (text, random, { texts }) => {
  const other = random.pick(texts);
  return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
};

const otherLineEnds: Mutation = (text, random) => {
  const end = random.pick(['\r\n', '\r', '\n\r']);
  return text.replaceAll('\n', () => (random.chance(0.5) ? end : '\n'));
};

const MUTATIONS: readonly Mutation[] = [
  insertPiece,
  insertPiece,
  insertPiece,
  deleteSome,
  deleteSome,
  replaceNumber,
  repeatSome,
  moveLines,
  deleteLine,
  indent,
  splice,
  otherLineEnds,
];

function lineStart(text: string, random: Random): number {
  return text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1;
}
