import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { withoutTabStops } from '../server/model/editing.ts';
import { analyseText, everyRule } from './harness/check.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: string | readonly string[];
}

const LIBRARY = FrameworkLibrary.builtin();

for (const syntax of ['markdown', 'yaml'] as const) {
  describe(`snippets for ${syntax}`, () => {
    const file = readFileSync(`snippets/${syntax}.json`, 'utf8');
    const snippets: readonly Snippet[] = Object.values(JSON.parse(file));
    const bodyOf = ({ body }: Snippet) => [body].flat().join('\n');

    it('each have a prefix of their own, and a description', () => {
      const prefixes = snippets.flatMap(({ prefix }) => prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
      assert.deepEqual(
        snippets.filter(({ description }) => description === ''),
        [],
      );
    });

    it('can be told apart by what is read of them', () => {
      const long = snippets.flatMap(({ prefix }) => prefix).filter((prefix) => prefix.length > 110);
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
        assert.ok(first);
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
