import assert from 'node:assert/strict';
import { testCharacters } from './hostile/characters.ts';
import { DATA } from './hostile/data.ts';
import { testLargeFiles } from './hostile/large.ts';
import { CommandLine, checkInProcess, type Outcome } from './hostile/process.ts';
import { PROSE } from './hostile/prose.ts';

const FIELDS = 'framework: ofsted-safeguarding-2012\ntitle: A report\n';

/** What a file may take, on a machine on which a short report takes a quarter of a second. */
const SECONDS = 2;
const START = 0.25;

describe('Hostile files', function () {
  this.timeout(300_000);
  let slow = 1;
  let commandLine: CommandLine;

  before(async () => {
    commandLine = new CommandLine();
    const { seconds } = await checkInProcess(commandLine, [['a.report.md', asMarkdown('Text.')]]);
    slow = Math.max(1, seconds / START);
  });
  after(() => commandLine.remove());

  /** Nothing crashed, nothing took for ever, and all files were looked at. */
  function assertGood({ code, signal, err, seconds, said }: Outcome, files: readonly string[]): void {
    assert.equal(signal, null, err.slice(0, 500));
    assert.ok(code === 1 || code === 2, `It ended with ${code}: ${err.slice(0, 500)}`);
    assert.equal(err, '');
    const most = SECONDS * slow * files.length;
    assert.ok(seconds < most, `It took ${seconds.toFixed(1)} s of ${most.toFixed(1)} s.`);
    assert.deepEqual(Object.keys(said).sort(), [...files].sort());
    assert.ok(!JSON.stringify(said).includes('crashed'), JSON.stringify(said));
  }

  for (const { name, text, finds = [] } of PROSE) {
    it(`are read within seconds in every form: ${name}`, async () => {
      const files = { 'a.report.md': asMarkdown(text()), 'a.report.yaml': asYaml(text()), 'a.txt': text() };
      const outcome = await checkInProcess(commandLine, Object.entries(files));
      assertGood(outcome, Object.keys(files));
      assert.deepEqual(faults(outcome, 'a.report.md'), finds, 'in Markdown');
      assert.deepEqual(faults(outcome, 'a.report.yaml'), finds, 'in YAML');
    });
  }

  for (const { name, text, broken } of DATA) {
    it(`are read within seconds wherever there is YAML: ${name}`, async () => {
      const files = {
        'a.report.yaml': FIELDS + text(),
        'b.report.md': `---\n${FIELDS}${text()}\n---\n\n# A report\n`,
        'c.framework.yaml': text(),
        'touchstone.yaml': text(),
      };
      const outcome = await checkInProcess(commandLine, Object.entries(files));
      assertGood(outcome, Object.keys(files));
      const isBroken = (file: string) => faults(outcome, file).some((rule) => rule.startsWith('syntax/yaml'));
      assert.equal(isBroken('a.report.yaml'), broken, JSON.stringify(outcome.said));
      assert.equal(isBroken('b.report.md'), broken, JSON.stringify(outcome.said));
    });
  }

  describe('that are large', () => testLargeFiles(() => commandLine));
  describe('of odd characters', testCharacters);
});

/** What is wrong with the text itself. */
function faults({ said }: Outcome, file: string): readonly string[] {
  return (said[file] ?? []).filter((rule) => rule.startsWith('syntax/'));
}

function asMarkdown(text: string): string {
  return `---\n${FIELDS}---\n\n# A report\n\n## Service information\n\n${text}\n`;
}

function asYaml(text: string): string {
  const body = text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return `${FIELDS}sections:\n  - heading: Service information\n    body: |\n${body}\n`;
}
