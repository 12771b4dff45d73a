import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../server/features/analysis.ts';
import { formatting } from '../server/features/formatting.ts';
import { cellsOf } from '../server/model/block.ts';
import { dumpReport } from '../server/report/dump.ts';
import { composed } from '../server/text/compose.ts';
import { applyEdits, overlapping } from '../server/text/edit.ts';
import { displayWidth } from '../server/values/displayWidth.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';
import { type Sample, samples } from './harness/samples.ts';
import { runs, someOf } from './harness/thorough.ts';

function said(analysis: Analysis): string {
  return dumpReport(analysis.report);
}

function told({ findings }: Analysis): readonly string[] {
  return findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
}

function cells({ report: { model } }: Analysis): readonly string[] {
  return model.blocks.flatMap(({ block }) =>
    cellsOf(block).map(({ span }) => block.source.slice(span.from, span.to)),
  );
}

function after({ document, setting }: Sample, edits: Parameters<typeof applyEdits>[1]): Analysis {
  assert.ok(!overlapping(edits), 'One place is changed twice.');
  return analyseText({ ...document, text: applyEdits(document.text, edits) }, setting);
}

/** What is formatted stays as it is, and nothing is found that was not found before. */
function checkTwice(sample: Sample, before: Analysis, formatted: Analysis): void {
  const text = formatted.input.text.toString();
  assert.equal(applyEdits(text, formatting(formatted)), text, sample.name);
  const [known, left] = [told(before), told(formatted)];
  if (left.length >= known.length) assert.deepEqual(left, known, sample.name);
}

/** Unless a fault in the order of things is mended, the document says what it said, and every cell is as it was. */
function checkMeaning(sample: Sample, before: Analysis, formatted: Analysis): void {
  if (before.findings.some(({ fixes }) => fixes.some(({ tidy }) => tidy))) return;
  assert.deepEqual(cells(formatted), cells(before), sample.name);
  const judged = before.report.sections.some(({ content }) => content.statements.length > 0);
  const [was, is] = [said(before), said(formatted)];
  assert.equal(judged ? withoutJudgements(is) : is, judged ? withoutJudgements(was) : was, sample.name);
}

/** Judgements may be written in other words for the same value of the scale. */
function withoutJudgements(dump: string): string {
  return dump.replace(/^( *- (?:field|line)\b[^:]*): .*$/gm, '$1');
}

describe('formatting', () => {
  for (const [group, all] of samples()) {
    it(`leaves what ${group} says, and changes nothing the second time`, () => {
      for (const sample of someOf(all)) {
        const before = analyseText(sample.document, sample.setting);
        const formatted = after(sample, formatting(before));
        checkTwice(sample, before, formatted);
        checkMeaning(sample, before, formatted);
      }
    });
  }
});

/** Cells as authors write them, and as they come from elsewhere: wide, combined and escaped letters, code, markup. */
const CELL = fc
  .array(
    fc.constantFrom(
      'a',
      '9',
      ' ',
      '  ',
      '\\|',
      '`x`',
      '`a\\|b`',
      '**b**',
      '<br>',
      '日',
      'é',
      'e\u0301',
      '🟢',
      '👩‍👧',
      '-',
      ':',
      '\\',
      '#',
      '\u00A0',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const RULE = fc.constantFrom('-', '---', ':-', '-:', ':---:', ' --- ');

/** A table: as many columns in each row, or cells missing at the end of some, or one too many. */
const TABLE = fc.nat(4).chain((more) => {
  const columns = more + 1;
  const row = (length: number) => fc.array(CELL, { minLength: length, maxLength: length });
  const body = fc.array(fc.oneof(row(columns), row(Math.max(1, columns - 1)), row(columns + 1)), {
    maxLength: 5,
  });
  const rules = fc.array(RULE, { minLength: columns, maxLength: columns });
  const written = (cells: readonly string[], isBare: boolean) =>
    isBare && columns > 1 && !/^\s*$/.test(cells[0] ?? '') && !/\\$/.test(cells.at(-1) ?? '')
      ? cells.join('|')
      : `|${cells.map((cell) => cell.replace(/\\$/, '\\ ')).join('|')}|`;
  return fc
    .tuple(row(columns), rules, body, fc.boolean())
    .map(([head, rule, rows, isBare]) => [
      written(head, isBare),
      written(rule, false),
      ...rows.map((one) => written(one, isBare)),
    ]);
});

describe('formatting of tables of any kind', () => {
  const setting = everyRule(libraryWith([]));
  const forms = {
    markdown: (lines: readonly string[]) =>
      `---\nframework: improvement-board-report\n---\n\n## Progress\n\n${lines.join('\n')}\n\nText.\n`,
    yaml: (lines: readonly string[]) =>
      `framework: improvement-board-report\nsections:\n  - heading: Progress\n    body: |\n${lines.map((line) => `      ${line}\n`).join('')}\n      Text.\n`,
  } as const;
  for (const syntax of ['markdown', 'yaml'] as const) {
    it(`changes no cell, and nothing the second time, in ${syntax}`, () => {
      let aligned = 0;
      fc.assert(
        fc.property(TABLE, (lines) => {
          const document = { path: 'a.report', syntax, text: forms[syntax](lines) };
          const before = analyseText(document, setting);
          const sample = { name: lines.join('\n'), document, setting };
          const edits = formatting(before);
          if (edits.length > 0) aligned += 1;
          const formatted = after(sample, edits);
          checkTwice(sample, before, formatted);
          assert.deepEqual(cells(formatted), cells(before));
        }),
        { numRuns: runs(500) },
      );
      assert.ok(aligned > 10);
    });
  }
});

describe('rounds of edits as one', () => {
  it('give the same text', () => {
    const round = fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(round, { maxLength: 4 }), (text, drafts) => {
        let now = text;
        const rounds = drafts.map((draft) => {
          const edits = draft.map(([at, length, insert]) => {
            const from = Math.min(at, now.length);
            return { span: { from, to: Math.min(now.length, from + length) }, insert };
          });
          const usable = overlapping(edits) ? [] : edits;
          now = applyEdits(now, usable);
          return usable;
        });
        assert.equal(applyEdits(text, composed(text.length, rounds)), now);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the width of a text', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['Good', 4],
    ['', 0],
    ['café', 4],
    ['cafe\u0301', 4],
    ['日本語', 6],
    ['한국', 4],
    ['✅', 2],
    ['🟢 On target', 12],
    ['👩‍👧', 2],
    ['🇬🇧', 2],
    ['❤️', 2],
    ['a\u200Bb', 2],
    ['£1,234 – 5½', 11],
  ];
  for (const [text, width] of widths) {
    it(JSON.stringify(text), () => assert.equal(displayWidth(text), width));
  }
});
