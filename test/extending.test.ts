import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const COPIED = [
  'client',
  'server',
  'schemas',
  'scripts',
  'test/e2e',
  'test/harness',
  'test/judged',
  'test/rules',
  'test/rules.test.ts',
  'package.json',
  'tsconfig.json',
];

const RULE = `import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'A report does not shout.',
  why: 'Exclamation marks make a finding read as an opinion.',
  severity: 'hint',
  *check({ block }) {
    for (const { prose } of block.leaves) {
      for (const match of prose.text.matchAll(/!/g)) {
        yield {
          at: prose.sourceSpan(match.index, match.index + 1),
          message: 'This sentence shouts. End it with a full stop.',
          fixes: [{ title: 'Put a full stop', safe: true, edits: (edit, place) => edit.replace(place(prose.sourceSpan(match.index, match.index + 1)), '.') }],
        };
      }
    }
  },
});
`;

const FIXTURE = `# exclamation

## A sentence that shouts

\`\`\`md
Plans are late!
              ^ hint prose/exclamation "shouts"
\`\`\`
\`\`\`md fixed
Plans are late.
\`\`\`

## A calm one

\`\`\`md
Plans are late.
\`\`\`
`;

const FRAMEWORK = `id: peer-review-2024
title: Peer review
sections:
  - id: strengths
    heading: Strengths
    required: true
`;

describe('extending', function () {
  this.timeout(120_000);
  let copy: string;

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    for (const name of COPIED) cpSync(name, path.join(copy, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  });

  after(() => rmSync(copy, { recursive: true }));

  it('takes two files for a new rule', () => {
    put('server/rules/prose/exclamation.ts', RULE);
    put('test/rules/prose/exclamation.md', FIXTURE);
    run('scripts/generate.mjs');
    const printed = run('scripts/unit.mjs', 'rules', '--grep', 'prose/exclamation');
    assert.match(printed, /^[1-9]\d* passed, 0 failed$/m);
    const page = readFileSync(path.join(copy, 'RULES.md'), 'utf8');
    assert.match(page, /A report does not shout\./);
    assert.match(page, /Plans are late!/);
    const schema = readFileSync(path.join(copy, 'schemas/config.schema.json'), 'utf8');
    assert.match(schema, /prose\/exclamation/);
  });

  it('takes one file, and no code, for a new framework', () => {
    put('schemas/frameworks/peer-review-2024.yaml', FRAMEWORK);
    run('scripts/generate.mjs');
    run('scripts/build.mjs', '--quiet');
    put(
      'review.md',
      '---\nframework: peer-review-2024\n---\n\n# Peer review\n\n## Areas to think about\n\nPlans.\n',
    );
    const { stdout, status } = spawnSync(process.execPath, ['out/cli.cjs', 'check', 'review.md'], {
      cwd: copy,
      encoding: 'utf8',
    });
    assert.match(stdout, /structure\/missing-section[\s\S]*Strengths/);
    assert.equal(status, 1);
  });

  function put(name: string, text: string): void {
    writeFileSync(path.join(copy, name), text);
  }

  /** Runs a script of the copy, which must succeed, and answers with what it printed. */
  function run(...argv: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, `${argv.join(' ')}:\n${stdout}${stderr}`);
    return stdout;
  }
});
