import { equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('generated files', () => {
  it('are up to date', () => {
    const args = process.env.UPDATE === '1' ? [] : ['--check'];
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', ...args], {
      encoding: 'utf8',
    });
    equal(stderr, '');
    equal(status, 0);
  }).timeout(300_000);
});
