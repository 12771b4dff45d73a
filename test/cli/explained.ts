import assert from 'node:assert/strict';
import { RULES } from '../../server/rules/registry.generated.ts';
import { runIn } from './runIn.ts';

const explain = async (rule: readonly string[], columns?: number) => {
  const ran = await runIn('.', ['explain', ...rule], columns === undefined ? {} : { columns });
  return { ...ran, words: ran.out.replace(/\s+/g, ' ') };
};

export function testExplained(): void {
  it('lists every rule and every fault of the text', async () => {
    const { words, code } = await explain([]);
    for (const { id, rule } of RULES) assert.ok(words.includes(`${id} ${rule.severity} `), id);
    for (const one of ['front-matter', 'yaml', 'data', 'limits', 'configuration', 'framework']) {
      assert.ok(words.includes(` syntax/${one} `), one);
    }
    assert.equal(code, 0);
  });

  it('says of every rule what the rule says of itself', async () => {
    for (const { id, rule } of RULES) {
      const { words } = await explain([id]);
      assert.ok(words.startsWith(`${id} ${rule.summary} Why: ${rule.why} Severity: ${rule.severity}. `), id);
      assert.match(words, /(?:Touchstone offers to|Only its author can) mend it\./, id);
      assert.match(words, / Found: /, id);
      for (const [name, { description }] of Object.entries(rule.options ?? {})) {
        assert.ok(words.includes(`Option: ${name} (unless set, `) && words.includes(description), id);
      }
      assert.equal(/What is wrong with the text itself/.test(words), false, id);
    }
  });

  it('takes headings and lines of three hyphens in an example for what they are', async () => {
    const { out } = await explain(['structure/section-order']);
    assert.match(out, /\n {4}## Scope\n/);
    assert.match(out, /\n {4}---\n {4}framework: /);
  });

  it('keeps to the width of the terminal but for examples', async () => {
    for (const { id } of RULES) {
      const lines = (await explain([id], 60)).out.split('\n').filter((line) => !line.startsWith('    '));
      assert.deepEqual(
        lines.filter((line) => line.length > 60),
        [],
      );
    }
  });

  it('lists the rules of a family', async () => {
    for (const family of ['structure', 'structure/']) {
      const ids = (await explain([family])).out.match(/^[a-z-]+\/[a-z-]+/gm);
      const all = RULES.map(({ id }) => id).filter((id) => id.startsWith('structure/'));
      assert.deepEqual(ids, all);
    }
  });
}
