import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Flow, FlowParagraph } from '../server/convert/flow/flow.ts';
import { layOut } from '../server/convert/pdf/layout/layOut.ts';
import { openPdf } from '../server/convert/pdf/openPdf.ts';
import { readTagged } from '../server/convert/pdf/readTagged.ts';

const CORPUS = path.resolve('../shared/corpus');
// Reading them all takes minutes; every fourth stands for its kind.
const STEP = 4;
const KINDS = ['words', 'paragraphs', 'headings', 'items', 'cells', 'left out', 'notes'] as const;
type Kind = (typeof KINDS)[number];
/** What was read, and for each kind what may count as it in the other reading. */
interface Facts {
  readonly sure: Readonly<Record<Kind, readonly string[]>>;
  readonly maybe: Readonly<Record<Kind, readonly string[]>>;
}

// Precision and recall that were reached, a little less.
const FLOORS: Readonly<Record<Kind, readonly [number, number]>> = {
  words: [0.99, 0.99],
  paragraphs: [0.96, 0.96],
  headings: [0.9, 0.9],
  items: [0.98, 0.98],
  cells: [0.9, 0.85],
  'left out': [0.99, 0.94],
  notes: [0.95, 0.95],
};

/** Reports whose tags say what their words are are read by position alone: the tags are the answers. */
describe('reports read by position, against their tags', function () {
  this.timeout(240_000);

  it('finds what the tags say', async function () {
    if (!existsSync(CORPUS)) {
      console.log(`      skipped: no folder ${CORPUS}`);
      this.skip();
    }
    const files = readdirSync(CORPUS).filter((name) => name.endsWith('.pdf'));
    const sums = new Map(KINDS.map((kind) => [kind, { right: 0, found: 0, got: 0, want: 0 }]));
    for (const name of files.filter((_, index) => index % STEP === 0)) {
      const opened = await openPdf(new Uint8Array(readFileSync(path.join(CORPUS, name))));
      assert.ok(opened.ok);
      const [got, want] = [factsOf(layOut(opened.pages)), factsOf(readTagged(opened.pages))];
      for (const [kind, sum] of sums) {
        sum.right += common(got.sure[kind], want.maybe[kind]);
        sum.found += common(want.sure[kind], got.maybe[kind]);
        sum.got += got.sure[kind].length;
        sum.want += want.sure[kind].length;
      }
    }
    const below: Kind[] = [];
    for (const [kind, { right, found, got, want }] of sums) {
      const [precision, recall] = [right / got, found / want];
      console.log(`      ${kind}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${want}`);
      const [precise, whole] = FLOORS[kind];
      if (!(precision >= precise && recall >= whole)) below.push(kind);
    }
    assert.deepEqual(below, []);
  });
});

function factsOf({ text, blocks }: Flow): Facts {
  const said = ({ span }: FlowParagraph): string => letters(text.slice(span.from, span.to));
  const own = blocks.filter((block) => block.kind === 'paragraph');
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const inCells = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
  const words = [...own, ...inCells].flatMap(({ span }) => wordsOf(text.slice(span.from, span.to)));
  const headings = own.filter(({ level }) => level !== undefined);
  const sure = {
    words: words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')),
    paragraphs: own.map(said).filter((one) => one !== ''),
    headings: headings.map(said),
    items: [...own, ...inCells].filter(({ list }) => list !== undefined).map((one) => said(one).slice(0, 40)),
    cells: rows.flatMap(({ cells }) =>
      cells.map(({ column, columns, blocks: all }) => `${column} ${columns} ${all.map(said).join('')}`),
    ),
    'left out': blocks.flatMap((block) =>
      block.kind === 'leftOut' ? wordsOf(text.slice(block.span.from, block.span.to)) : [],
    ),
    notes: blocks.flatMap((block) => (block.kind === 'footnote' ? [block.blocks.map(said).join('')] : [])),
  };
  const outstanding = own.filter(({ level, standsOut }) => level !== undefined || standsOut);
  return { sure, maybe: { ...sure, headings: outstanding.map(said) } };
}

/** How many there are in both, each as often as in the list that has it less often. */
function common(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count > 0;
  }).length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function letters(text: string): string {
  return wordsOf(text).join('');
}
