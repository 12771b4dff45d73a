import assert from 'node:assert/strict';
import { testCharacters } from './hostile/characters.ts';
import { DATA } from './hostile/data.ts';
import { testLargeFiles } from './hostile/large.ts';
import { FIELDS, faults, Trial } from './hostile/trial.ts';

describe('Hostile files', function () {
  this.timeout(300_000);
  const trial = new Trial();

  before(() => trial.begin());
  after(() => trial.end());

  for (const { name, text, broken } of DATA) {
    it(`are read within seconds wherever there is YAML: ${name}`, async () => {
      const outcome = await trial.check({
        'a.report.yaml': FIELDS + text(),
        'b.report.md': `---\n${FIELDS}${text()}\n---\n\n# A report\n`,
        'c.framework.yaml': text(),
        'touchstone.yaml': text(),
      });
      const isBroken = (file: string) => faults(outcome, file).some((rule) => rule.startsWith('syntax/yaml'));
      assert.equal(isBroken('a.report.yaml'), broken, JSON.stringify(outcome.said));
      assert.equal(isBroken('b.report.md'), broken, JSON.stringify(outcome.said));
    });
  }

  describe('that are large', () => testLargeFiles(() => trial.commandLine));
  describe('of odd characters', testCharacters);
});
