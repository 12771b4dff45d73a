import assert from 'node:assert/strict';
import path from 'node:path';
import { dumpReport } from '../server/report/dump.ts';
import type { Finding } from '../server/text/problem.ts';
import type { Span } from '../server/text/span.ts';
import { analyseText, everyRule, reportOf, type Setting, type TestDocument } from './harness/check.ts';
import { fixed } from './harness/fixes.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';

/** Each case holds one report twice, as Markdown and as YAML: all that is said of the one must be said of the other. */
for (const fixture of readFixtures('model')) {
  describe(`Twins: ${path.basename(fixture.file, '.md')}`, () => {
    const setting = everyRule(libraryWith(fixture.frameworks));
    for (const { name, documents } of fixture.cases) {
      const [first, second] = documents.map(
        ({ fence, path: file, syntax }): TestDocument => ({ path: file, syntax, text: `${fence.text}\n` }),
      );
      it(name, () => {
        assert.ok(first && second && documents.length === 2, 'A case holds two documents.');
        compare(first, second, setting);
        compareFixes(first, second, setting);
      });
    }
  });
}

function compare(first: TestDocument, second: TestDocument, setting: Setting, after = ''): void {
  assert.equal(dump(second, setting), dump(first, setting), `The reports differ${after}.`);
  assert.deepEqual(
    findings(second, setting).map(({ shown }) => shown),
    findings(first, setting).map(({ shown }) => shown),
    `The findings differ${after}.`,
  );
}

/** The same fix makes the same report of both. */
function compareFixes(first: TestDocument, second: TestDocument, setting: Setting): void {
  const others = findings(second, setting).flatMap(({ finding }) => finding.fixes);
  const fixes = findings(first, setting).flatMap(({ finding }) => finding.fixes);
  assert.deepEqual(
    others.map(({ title }) => title),
    fixes.map(({ title }) => title),
  );
  fixes.forEach((fix, index) => {
    const twin = others[index];
    if (twin === undefined) return;
    const [a, b] = [
      { ...first, text: fixed(first, fix) },
      { ...second, text: fixed(second, twin) },
    ];
    compare(a, b, setting, ` after the fix "${fix.title}", which gives:\n${a.text}\n${b.text}`);
  });
}

function dump(document: TestDocument, setting: Setting): string {
  return dumpReport(reportOf(document, setting.library));
}

/** In an order that does not hang on where the syntax puts things. */
function findings(document: TestDocument, setting: Setting): readonly { finding: Finding; shown: object }[] {
  const analysis = analyseText(document, setting);
  return analysis.findings
    .map((finding) => ({ finding, shown: shown(finding, document.text, analysis.model.metaSpan) }))
    .map((one) => ({ ...one, key: JSON.stringify(one.shown) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What a reader sees of a finding. What concerns all of a document stands at its top, whatever is written there. */
function shown({ rule, severity, message, span, related }: Finding, text: string, top: Span): object {
  const quote = ({ from, to }: Span) => {
    if (from === top.from && to === top.to) return '(top)';
    // Words on several lines are indented in YAML, and a section's number is a field of its own.
    return text
      .slice(from, to)
      .replace(/\n */g, '\n')
      .replace(/^\d+(?:\.\d+)*\s+/, '');
  };
  return {
    rule,
    severity,
    message,
    quote: quote(span),
    related: related.map((other) => [other.message, quote(other.span)]),
  };
}
