import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { withoutTabStops } from '../server/model/editing.ts';
import { analyseText, everyRule } from './harness/check.ts';

interface Snippet {
  readonly prefix?: unknown;
  readonly isFileTemplate?: boolean;
  readonly description: string;
  readonly body: string | readonly string[];
}

const LIBRARY = FrameworkLibrary.builtin();

for (const syntax of ['markdown', 'yaml'] as const) {
  describe(`snippets for ${syntax}`, () => {
    const file = readFileSync(`snippets/${syntax}.json`, 'utf8');
    const named: readonly (readonly [string, Snippet])[] = Object.entries(JSON.parse(file));
    const snippets = named.map(([, snippet]) => snippet);
    const bodyOf = ({ body }: Snippet) => [body].flat().join('\n');

    it('stand in no list of what can be written at the cursor, which editors make of those with a prefix', () => {
      assert.deepEqual(
        snippets.filter(({ prefix }) => prefix !== undefined),
        [],
      );
    });

    it('can be told apart by what is read of them', () => {
      assert.deepEqual(
        snippets.filter(({ description }) => description === ''),
        [],
      );
      const long = named.map(([name]) => name).filter((name) => name.length > 110);
      assert.deepEqual(long, []);
    });

    it('have tab stops that editors can read', () => {
      for (const snippet of snippets) {
        const body = bodyOf(snippet);
        const rest = body.replace(/\\[\\$}]/g, '').replace(/\$\{\w+(?::[^${}]*|\|[^{}]*\|)?\}|\$\d/g, '');
        assert.ok(!/[$\uE000\uE001]/.test(rest), body);
      }
    });

    for (const id of LIBRARY.ids()) {
      it(`begin a document of ${id}`, () => {
        const first = snippets.find((snippet) => bodyOf(snippet).includes(`framework: ${id}\n`));
        assert.equal(first?.isFileTemplate, true);
        const text = `${withoutTabStops(bodyOf(first))}\n`;
        const path = `new.report.${syntax === 'yaml' ? 'yaml' : 'md'}`;
        const { ours, findings } = analyseText({ path, syntax, text }, everyRule(LIBRARY));
        assert.ok(ours);
        const faults = findings.filter(
          ({ rule }) => rule.startsWith('syntax/') || rule === 'document/invalid-field',
        );
        assert.deepEqual(
          faults.map(({ message }) => message),
          [],
        );
        const missing = findings.filter(
          ({ rule, message }) => rule === 'document/missing-field' && / missing/.test(message),
        );
        assert.deepEqual(missing, []);
      });
    }
  });
}
