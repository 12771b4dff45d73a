import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { analyse } from '../server/features/analysis.ts';
import { allFigures, numbersOf } from '../server/features/numbers.ts';
import type { ReadFigure } from '../server/numbers/coverage.ts';
import { DEFAULT_CONFIG } from '../server/rules/config.ts';
import { SourceText } from '../server/text/sourceText.ts';
import type { Span } from '../server/text/span.ts';
import { formatDecimal } from '../server/values/decimal.ts';
import { libraryWith } from './harness/library.ts';
import published from './reading/ofsted-sif-2013-as-published.yaml';
import plan from './reading/practice-improvement-update.yaml';

interface Listed {
  readonly document: string;
  readonly figures: Readonly<Record<string, string>>;
}

/** A figure as the lists write it, behind its line: `47: 38,216 = about 38216 count`. */
function asListed({ text, readAs, quantity }: ReadFigure<Span>, line: number): string {
  if (quantity === undefined) return `${line}: ${text} = ${readAs}`;
  const { qualifier, value, unit, kind } = quantity;
  const number = formatDecimal(value).replaceAll(',', '');
  const words = [
    ...(qualifier === 'exact' ? [] : [qualifier]),
    number,
    unit === undefined ? kind : `${kind}/${unit}`,
  ];
  return `${line}: ${text} = ${words.join(' ')}`;
}

function readIn(document: string): { readonly quantities: string[]; readonly others: string[] } {
  const text = readFileSync(`examples/${document}`, 'utf8');
  const { report } = analyse({
    path: document,
    syntax: 'markdown',
    text: SourceText.of(text),
    library: libraryWith([]),
    config: DEFAULT_CONFIG,
    inPack: false,
    rules: [],
  });
  const quantities: string[] = [];
  const others: string[] = [];
  for (const figure of allFigures(numbersOf(report))) {
    const line = text.slice(0, figure.at.from).split('\n').length;
    (figure.quantity === undefined ? others : quantities).push(asListed(figure, line));
  }
  return { quantities, others };
}

function expectedOf({ figures }: Listed): { readonly quantities: string[]; readonly others: string[] } {
  const all = Object.entries(figures).flatMap(([line, listed]) =>
    listed.split('; ').map((one) => `${line}: ${one}`),
  );
  const isQuantity = (one: string) => / = (?:[\w-]+ )?-?\d/.test(one);
  return { quantities: all.filter(isQuantity), others: all.filter((one) => !isQuantity(one)) };
}

/** What of `own` is not in `other`, each occurrence counted. */
function missing(own: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return own.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('figures of whole documents, against lists made by reading them', () => {
  for (const source of [plan, published]) {
    const list = parse(source) as Listed;
    it(list.document, () => {
      const [read, expected] = [readIn(list.document), expectedOf(list)];
      const wrong = missing(read.quantities, expected.quantities);
      const missed = missing(expected.quantities, read.quantities);
      const found = read.quantities.length - wrong.length;
      const precision = found / read.quantities.length;
      const recall = found / expected.quantities.length;
      const share = (value: number) => `${(value * 100).toFixed(1)}%`;
      const told = `precision ${share(precision)}, recall ${share(recall)}; wrong: ${wrong.join(' | ')}; missed: ${missed.join(' | ')}`;
      console.log(`      ${expected.quantities.length} quantities: ${told}`);
      assert.ok(precision >= 0.99 && recall >= 0.98, told);
      // What is no quantity is told apart as well: no date, age or section number may be taken for one, or for another.
      assert.deepEqual(missing(expected.others, read.others), []);
    });
  }
});
