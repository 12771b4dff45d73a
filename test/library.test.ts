import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUILTIN } from '../server/framework/builtin.generated.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const FOLDER = 'examples/library';
const GOLDEN = 'test/library';
/** Frameworks whose examples stand in folders of their own. */
const ELSEWHERE = new Map([
  ['improvement-plan-dashboard', 'examples/gloucestershire-2020/clean/improvement-plan.md'],
  ['ofsted-monitoring-visit', 'examples/gloucestershire-2020/clean/monitoring-visit-letter.md'],
  ['ofsted-safeguarding-2012', 'examples/safeguarding-2012/report.md'],
]);
const setting = everyRule(libraryWith([]));

/** What is found, one line each, as an author sees it. */
function findings(file: string): string {
  const text = readFileSync(file, 'utf8');
  const analysis = analyseText(
    { path: path.basename(file), syntax: file.endsWith('.md') ? 'markdown' : 'yaml', text },
    setting,
  );
  const lines = analysis.findings.map(({ rule, severity, message, span }) => {
    const line = text.slice(0, span.from).split('\n').length;
    return `${line} ${severity} ${rule}: ${message}\n`;
  });
  return lines.join('');
}

describe('the library of frameworks', () => {
  for (const id of BUILTIN.keys()) {
    it(`${id} has an example without a fault`, () => {
      const file = ELSEWHERE.get(id) ?? path.join(FOLDER, `${id}.md`);
      assert.ok(existsSync(file), `There is no ${file}.`);
      assert.match(readFileSync(file, 'utf8'), new RegExp(`^framework: ${id}$`, 'm'));
      assert.equal(findings(file), '');
    });
  }

  for (const name of existsSync(FOLDER)
    ? readdirSync(FOLDER).filter((file) => /\.(?:md|yaml)$/.test(file))
    : []) {
    it(`${name} is told what it was`, () => {
      const found = findings(path.join(FOLDER, name));
      const golden = path.join(GOLDEN, `${name}.txt`);
      if (process.env.UPDATE === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(golden, found);
      }
      assert.equal(found, readFileSync(golden, 'utf8'));
    });
  }
});
