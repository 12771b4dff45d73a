import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runIn } from './cli/runIn.ts';

const PLAN = 'examples/gloucestershire-2020/improvement-plan.md';
const REPORT = 'examples/safeguarding-2012/report-with-contradictions.md';

/** The lines of the README's blocks of output that begin with one of these words, without what it left out. */
function quoted(beginning: RegExp): readonly string[] {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/^```[a-z]*\n(.*?)^```$/gms);
  return [...blocks]
    .map(([, block = '']) => block)
    .filter((block) => beginning.test(block))
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/ …$/, '').trimEnd())
    .filter((line) => line !== '' && line !== '…');
}

describe('The README', () => {
  it('quotes what a check of the examples prints', async () => {
    const { out } = await runIn('.', ['check', PLAN, REPORT]);
    assertPrinted(out.replaceAll(/^examples\/[^/]+\//gm, ''), quoted(/^(?:improvement-plan|report-with-)/));
  });

  it('quotes what the list of number checks prints', async () => {
    const { out } = await runIn('.', ['numbers', PLAN]);
    assertPrinted(out, quoted(/^\d+ checks of figures/));
  });
});

function assertPrinted(out: string, lines: readonly string[]): void {
  assert.ok(lines.length > 4, 'The README quotes nothing of the kind.');
  for (const line of lines) assert.ok(out.includes(line), `Not printed: ${line}`);
}
