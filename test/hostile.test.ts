import assert from 'node:assert/strict';
import { PROSE } from './hostile/prose.ts';
import { asMarkdown, asYaml, faults, Trial } from './hostile/trial.ts';

describe('Hostile texts', function () {
  this.timeout(300_000);
  const trial = new Trial();

  before(() => trial.begin());
  after(() => trial.end());

  for (const { name, text, finds = [] } of PROSE) {
    it(`are read within seconds in every form: ${name}`, async () => {
      const outcome = await trial.check({
        'a.report.md': asMarkdown(text()),
        'a.report.yaml': asYaml(text()),
        'a.txt': text(),
      });
      assert.deepEqual(faults(outcome, 'a.report.md'), finds, 'in Markdown');
      assert.deepEqual(faults(outcome, 'a.report.yaml'), finds, 'in YAML');
    });
  }
});
