import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type PlacedTie, tiesOf } from '../server/features/numberChecks.ts';
import type { Finding } from '../server/text/problem.ts';
import { overlaps, type Span } from '../server/text/span.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';
import { AGREEMENTS, type Agreement, CONTRADICTIONS, type Contradiction } from './showcase/contradictions.ts';

const setting = everyRule(libraryWith([]));

interface Read {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly ties: readonly PlacedTie[];
}

const documents = new Map<string, Read>();

function read(file: string): Read {
  const known = documents.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, 'utf8');
  const analysis = analyseText({ path: file, syntax: 'markdown', text }, setting);
  const document = { text, findings: analysis.findings, ties: tiesOf(analysis) };
  documents.set(file, document);
  return document;
}

/** Where the marked words stand, of which the whole is to be found once in the document. */
function placeOf(text: string, marked: string): Span {
  const words = marked.replace(/[«»]/g, '');
  const first = text.indexOf(words);
  assert.ok(first >= 0, `The document does not say: ${words}`);
  assert.equal(text.indexOf(words, first + 1), -1, `The document says more than once: ${words}`);
  const from = first + marked.indexOf('«');
  return { from, to: first + marked.indexOf('»') - 1 };
}

function lies(finding: Finding, places: readonly Span[]): boolean {
  const named = [finding.span, ...finding.related.map(({ span }) => span)];
  return (
    places.some((place) => overlaps(place, finding.span)) &&
    places.every((place) => named.some((span) => overlaps(span, place)))
  );
}

function told({ file, rule, places, says }: Contradiction): string {
  const { text, findings } = read(file);
  const spans = places.map((place) => placeOf(text, place));
  const right = findings.filter(
    (finding) =>
      finding.rule === rule && lies(finding, spans) && says.every((words) => finding.message.includes(words)),
  );
  if (right.length > 0) return '';
  const near = findings.filter((finding) => lies(finding, spans.slice(0, 1)));
  const lines = near.map(
    (one) =>
      `  ${one.rule} ${JSON.stringify(one.message)}, with ${one.related.map(({ span }) => text.slice(span.from, span.to)).join(', ')}`,
  );
  return `No ${rule} names all of these places with ${says.join(', ')}. What is said there:\n${lines.join('\n')}`;
}

function held({ file, kind, places }: Agreement): string {
  const { text, ties } = read(file);
  const spans = places.map((place) => placeOf(text, place));
  const right = ties.some((tie) => {
    const named = [tie.span, ...tie.figures.map(({ span }) => span)];
    return (
      tie.kind === kind &&
      tie.verdict === 'holds' &&
      spans.every((place) => named.some((span) => overlaps(span, place)))
    );
  });
  return right ? '' : `No ${kind} that holds has all of these.`;
}

/** What is not done yet is skipped with its reason, and fails as soon as it is done, so that the reason goes. */
function expectDone(context: Mocha.Context, problem: string, pending: string | undefined): void {
  if (pending === undefined) assert.equal(problem, '');
  else {
    assert.notEqual(problem, '', `This is done: take the reason out. (${pending})`);
    context.skip();
  }
}

describe('showcase: the contradictions of a published pack', () => {
  for (const one of CONTRADICTIONS) {
    it(`${one.what}`, function () {
      expectDone(this, told(one), one.pending);
    });
  }
});

describe('showcase: what agrees is said to agree', () => {
  for (const one of AGREEMENTS) {
    it(`${one.kind}: ${one.places.join(' … ')}`, function () {
      expectDone(this, held(one), one.pending);
    });
  }
});
