import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Analysis } from '../server/features/analysis.ts';
import { formatting } from '../server/features/formatting.ts';
import { cellsOf } from '../server/model/block.ts';
import { dumpReport } from '../server/report/dump.ts';
import { composed } from '../server/text/compose.ts';
import { applyEdits, overlapping } from '../server/text/edit.ts';
import { displayWidth } from '../server/values/displayWidth.ts';
import { analyseText, everyRule, type Setting, type TestDocument } from './harness/check.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { runs, someOf } from './harness/thorough.ts';

interface Sample {
  readonly name: string;
  readonly document: TestDocument;
  readonly setting: Setting;
}

/** The documents of all fixtures by their file, and all examples. */
function samples(): ReadonlyMap<string, readonly Sample[]> {
  const found = new Map<string, Sample[]>();
  const add = (group: string, sample: Sample): void => {
    found.set(group, [...(found.get(group) ?? []), sample]);
  };
  for (const { file, frameworks, cases } of ['rules', 'features', 'model'].flatMap(readFixtures)) {
    const setting = everyRule(libraryWith(frameworks));
    for (const { name, documents } of cases) {
      for (const { path: own, syntax, fence } of documents) {
        const { text } = readMarks(fence.text.replaceAll('<|>', ''));
        const document = { path: own, syntax, text: `${text}\n` };
        add(path.relative('test', file), { name, document, setting });
      }
    }
  }
  const setting = everyRule(libraryWith([]));
  for (const name of readdirSync('examples', { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|ya?ml)$/.test(name)) continue;
    const text = readFileSync(path.join('examples', name), 'utf8').replaceAll('\r\n', '\n');
    const syntax = name.endsWith('.md') ? 'markdown' : 'yaml';
    add(name, { name, document: { path: name, syntax, text }, setting });
  }
  return found;
}

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
