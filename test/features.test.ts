import assert from 'node:assert/strict';
import path from 'node:path';
import type { Analysis } from '../server/features/analysis.ts';
import { codeActions } from '../server/features/codeActions.ts';
import { completion } from '../server/features/completion.ts';
import { folding } from '../server/features/folding.ts';
import { hover } from '../server/features/hover.ts';
import { documentLinks } from '../server/features/links.ts';
import { selection } from '../server/features/selection.ts';
import { type DocumentSymbol, documentSymbols } from '../server/features/symbols.ts';
import { applyEdits } from '../server/text/edit.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { type Fence, type FixtureDocument, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const CURSOR = '<|>';

/** What each feature answers, as text: one function a feature, named after its file of cases. */
const FEATURES: Readonly<Record<string, (analysis: Analysis, offset: number) => string>> = {
  hover(analysis, offset) {
    const found = hover(analysis, offset);
    return found === undefined ? 'nothing' : `${quoted(analysis, found.span)}\n\n${found.markdown}`;
  },
  completion(analysis, offset) {
    const items = completion(analysis, offset);
    if (items.length === 0) return 'nothing';
    return items
      .map(({ label, detail, insert, span }) => {
        const text = insert === label ? '' : ` → ${JSON.stringify(insert)}`;
        return `${label}${detail === undefined ? '' : ` (${detail})`}${text} for ${quoted(analysis, span)}`;
      })
      .join('\n');
  },
  symbols(analysis) {
    return documentSymbols(analysis)
      .map((symbol) => outline(analysis, symbol, ''))
      .join('\n');
  },
  folding(analysis) {
    const { text } = analysis.model;
    const folds = folding(analysis);
    if (folds.length === 0) return 'nothing';
    return folds
      .map(({ span, kind }) => {
        const [first, last] = [text.lineAt(span.from), text.lineAt(span.to)];
        const lines = `${first.number}-${last.number}`;
        return `${lines}${kind === 'comment' ? ' (comment)' : ''} ${first.text.trim()}`;
      })
      .join('\n');
  },
  selection(analysis, offset) {
    return selection(analysis, offset)
      .map((span) => quoted(analysis, span))
      .join('\n');
  },
  links(analysis) {
    const { text } = analysis.model;
    const found = documentLinks(analysis);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ span, target }) => {
        const to = target.kind === 'file' ? target.path : `line ${text.lineAt(target.offset).number}`;
        return `${quoted(analysis, span)} → ${to}`;
      })
      .join('\n');
  },
  ignoring(analysis, offset) {
    const actions = codeActions(analysis, { from: offset, to: offset }, true);
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore'));
    return ignoring === undefined
      ? 'nothing'
      : applyEdits(analysis.model.text.toString(), ignoring.edits).trimEnd();
  },
  'code-actions'(analysis, offset) {
    const actions = codeActions(analysis, { from: offset, to: offset }, false);
    if (actions.length === 0) return 'nothing';
    return actions
      .map(
        ({ title, preferred, finding }) => `${title}${preferred ? ' (preferred)' : ''} for ${finding.rule}`,
      )
      .join('\n');
  },
};

for (const fixture of readFixtures('features')) {
  const feature = path.basename(fixture.file, '.md');
  describe(`feature: ${feature}`, () => {
    const library = libraryWith(fixture.frameworks);
    const wrong: { fence: Fence; text: string }[] = [];
    for (const { name, documents } of fixture.cases) {
      it(name, () => {
        for (const document of documents) {
          const expected = document.expected;
          assert.ok(expected, 'A document needs a fence "text expect" behind it.');
          const answer = answerOf(feature, document, library);
          if (UPDATING) wrong.push({ fence: expected, text: answer });
          else assert.equal(answer, expected.text);
        }
      });
    }
    after(() => {
      if (UPDATING) updateFences(fixture.file, wrong);
    });
  });
}

function answerOf(
  feature: string,
  { fence, path: name, syntax }: FixtureDocument,
  library: Parameters<typeof everyRule>[0],
) {
  const answer = FEATURES[feature];
  assert.ok(answer, `There is no feature "${feature}".`);
  const offset = Math.max(0, fence.text.indexOf(CURSOR));
  const text = `${fence.text.replace(CURSOR, '')}\n`;
  return answer(analyseText({ path: name, syntax, text }, everyRule(library)), offset);
}

function quoted({ model }: Analysis, span: { readonly from: number; readonly to: number }): string {
  return JSON.stringify(model.text.slice(span.from, span.to));
}

function outline(analysis: Analysis, symbol: DocumentSymbol, indent: string): string {
  const { text } = analysis.model;
  const lines = `${text.lineAt(symbol.span.from).number}-${text.lineAt(symbol.span.to - 1).number}`;
  const own = `${indent}${symbol.name}${symbol.detail === undefined ? '' : `: ${symbol.detail}`} (lines ${lines})`;
  return [own, ...symbol.children.map((child) => outline(analysis, child, `${indent}  `))].join('\n');
}
