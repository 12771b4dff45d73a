import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import manifest from '../package.json';
import { type Fence, readFixtures } from './harness/fixture.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const require = createRequire(path.resolve('package.json'));

/** The languages' own grammars, and ours, which are injected into them as the manifest says. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['text.html.markdown', require.resolve('tm-grammars/grammars/markdown.json')],
  ['source.yaml', require.resolve('tm-grammars/grammars/yaml.json')],
  ...manifest.contributes.grammars.map(
    ({ scopeName, path: file }) => [scopeName, path.resolve(file)] as const,
  ),
]);

function registry(): Registry {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  const onigLib = loadWASM(wasm.buffer as ArrayBuffer).then(() => ({ createOnigScanner, createOnigString }));
  return new Registry({
    onigLib,
    async loadGrammar(scope) {
      const file = FILES.get(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json');
    },
    getInjections: (scope) =>
      manifest.contributes.grammars
        .filter(({ injectTo = [] }) => injectTo.includes(scope))
        .map(({ scopeName }) => scopeName),
  });
}

describe('highlighting', () => {
  const all = registry();

  /** What is coloured by our grammars: a line each, with its innermost scope of ours. */
  async function coloured(language: string, text: string): Promise<string> {
    const grammar = await all.loadGrammar(language);
    assert.ok(grammar);
    let stack = INITIAL;
    const lines = text.split('\n').flatMap((line, index) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
        const own = scopes.findLast((scope) => scope.endsWith('.touchstone'));
        const words = line.slice(startIndex, endIndex).trim();
        if (own === undefined || words === '' || own.startsWith('punctuation')) return [];
        return [`${index + 1} "${words}" ${own.replace(/\.touchstone$/, '')}`];
      });
    });
    return lines.length === 0 ? 'nothing' : lines.join('\n');
  }

  it('sets apart the headings of a list, and what has become better or worse', async () => {
    const list = `Changes from "a.md" to "b.md"
2 changes
Show both texts side by side

Children in care › Dashboard
  32 → –  Impact status Good (better)
  33 → 33  In time (Grade 2): 58% → 51% (worse)
`;
    assert.equal(
      await coloured('text.touchstone.list', list),
      `1 "Changes from "a.md" to "b.md"" markup.heading
5 "Children in care › Dashboard" markup.heading
6 "→" keyword.operator
6 "(better)" markup.inserted
7 "→" keyword.operator
7 "→" keyword.operator
7 "(worse)" markup.deleted`,
    );
  });

  for (const fixture of readFixtures('grammars')) {
    const wrong: { fence: Fence; text: string }[] = [];
    describe(path.basename(fixture.file, '.md'), () => {
      for (const { name, documents } of fixture.cases) {
        it(name, async () => {
          for (const { fence, expected, syntax } of documents) {
            assert.ok(expected, 'A document needs a fence "text expect" behind it.');
            const language = syntax === 'yaml' ? 'source.yaml' : 'text.html.markdown';
            const text = await coloured(language, fence.text);
            if (UPDATING) wrong.push({ fence: expected, text });
            else assert.equal(text, expected.text);
          }
        });
      }
      after(() => {
        if (UPDATING) updateFences(fixture.file, wrong);
      });
    });
  }
});
