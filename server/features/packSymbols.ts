import type { Anchor } from '../report/contents.ts';
import { anchorSpan, headingSpan, type Section } from '../report/report.ts';
import { unescaped } from '../text/address.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { DataFile } from './dataFile.ts';
import { dataSymbols } from './dataOutline.ts';
import { type DocumentSymbol, judgementOf, nameOf, officialStatement } from './symbols.ts';

/** Something that a reader may look for in all documents of a pack. */
export interface PackSymbol {
  readonly name: string;
  readonly kind: 'section' | 'judgement' | 'measure' | 'recommendation' | 'action' | 'definition';
  /** What it stands in: its section and its document. */
  readonly container: string;
  readonly span: Span;
}

/** What of a document can be looked for: its sections, judgements, measures, recommendations and actions. */
export function documentPackSymbols({ ours, report, input }: Analysis): readonly PackSymbol[] {
  if (!ours) return [];
  const title = report.title ?? fileName(input.path);
  return report.sections.flatMap((section) => [
    ...ofSection(section, title),
    ...partsOf(section, section.heading === undefined ? title : `${nameOf(section)} · ${title}`),
  ]);
}

function ofSection(section: Section, title: string): readonly PackSymbol[] {
  if (section.heading === undefined) return [];
  const { parent, content } = section;
  const container = parent?.heading === undefined ? title : `${nameOf(parent)} · ${title}`;
  const span = headingSpan(section);
  const own: PackSymbol = { name: nameOf(section), kind: 'section', container, span };
  const judgement = judgementOf(section);
  const at = officialStatement(section)?.at;
  if (judgement === undefined || content.area === undefined || at === undefined) return [own];
  const name = `${content.area.name}: ${judgement}`;
  return [own, { name, kind: 'judgement', container: title, span: anchorSpan(section, at) }];
}

function partsOf(section: Section, container: string): readonly PackSymbol[] {
  const { measures, recommendations, actions } = section.content;
  const symbol = (kind: PackSymbol['kind'], text: string, at: Anchor): PackSymbol => {
    return { name: shortened(text), kind, container, span: anchorSpan(section, at) };
  };
  const { own } = section;
  return [
    ...measures.map(({ name }) => symbol('measure', name.text, name.at)),
    ...recommendations.flatMap(({ items }) =>
      items.map((at) => symbol('recommendation', wordsAt(own[at.block]?.block, at), at)),
    ),
    ...actions.map(({ action }) => symbol('action', action.text, action.at)),
  ].filter(({ name }) => name !== '');
}

/** The words of the passage that an anchor stands for. */
function wordsAt(block: Section['own'][number]['block'] | undefined, { span }: Anchor): string {
  const leaf = block?.leaves.find(({ span: at }) => at.from <= span.from && span.to <= at.to);
  return leaf?.prose.text ?? '';
}

const LONGEST = 120;

function shortened(text: string): string {
  const words = text.trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()}…`;
}

function fileName(path: string): string {
  return unescaped(path).split('/').at(-1) ?? path;
}

/** What of a framework file or a `touchstone.yaml` can be looked for: whatever has a name in it. */
export function dataPackSymbols(file: DataFile): readonly PackSymbol[] {
  const name = fileName(file.input.path);
  const below = (symbol: DocumentSymbol, container: string): readonly PackSymbol[] => [
    { name: symbol.name, kind: 'definition', container, span: symbol.selection },
    ...symbol.children.flatMap((child) => below(child, `${symbol.name} · ${name}`)),
  ];
  return dataSymbols(file).flatMap((group) =>
    group.children.flatMap((symbol) => below(symbol, `${group.name} · ${name}`)),
  );
}

/** Nobody reads more; editors ask again with every letter. */
const MOST_FOUND = 256;

/**
 * What a query may mean, the likeliest first. Its letters stand in the name in their order, and at best at the beginnings
 * of words; of several words each is looked for, be it in what the thing stands in.
 */
export function matching<T extends Pick<PackSymbol, 'name' | 'container'>>(
  query: string,
  symbols: readonly T[],
): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return symbols
    .flatMap((symbol) => {
      const score = scoreOfAll(words, symbol);
      return score === undefined ? [] : [{ symbol, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ symbol }) => symbol);
}

/** How well a thing fits all words; undefined where one of them is nowhere, or all are only in what it stands in. */
function scoreOfAll(
  words: readonly string[],
  { name, container }: Pick<PackSymbol, 'name' | 'container'>,
): number | undefined {
  const [own, around] = [name.toLowerCase(), container.toLowerCase()];
  let isNamed = words.length === 0;
  let sum = 0;
  for (const word of words) {
    const score = scoreOf(word, own);
    if (score === undefined && !around.includes(word)) return undefined;
    if (score !== undefined) isNamed = true;
    sum += score === undefined ? 0 : score + 1;
  }
  return isNamed ? sum : undefined;
}

/** How well a word's letters fit a text; undefined where they do not stand there in their order. */
function scoreOf(word: string, text: string): number | undefined {
  const whole = text.indexOf(word);
  if (whole >= 0) return (isStart(text, whole) ? 4 : 2) + word.length / (text.length + 1);
  let at = -1;
  let starts = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return undefined;
    if (isStart(text, at)) starts += 1;
  }
  return starts / word.length;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.slice(at - 1, at));
}
