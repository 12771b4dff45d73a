import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { testBadInput } from './cli/badInput.ts';
import { testBaselines } from './cli/baselines.ts';
import { testBeginning } from './cli/beginning.ts';
import { testBundle } from './cli/bundle.ts';
import { readCliCases, transcript } from './cli/cases.ts';
import { testChecks } from './cli/checks.ts';
import { testExplained } from './cli/explained.ts';
import { testFixing } from './cli/fixing.ts';
import { testForeign } from './cli/foreign.ts';
import { testFrameworks } from './cli/frameworkList.ts';
import { testImporting } from './cli/importing.ts';
import { testOutput } from './cli/output.ts';
import { testPooled } from './cli/pooled.ts';
import { testProgress } from './cli/progress.ts';
import { temporaryFolder } from './cli/runIn.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const FOLDER = 'test/cli';

describe('cli', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.md'))) {
    const file = path.join(FOLDER, name);
    describe(name.replace('.md', ''), () => {
      const changes: Parameters<typeof updateFences>[1][number][] = [];
      for (const one of readCliCases(file)) {
        it(one.name, async () => {
          const folder = temporaryFolder();
          try {
            const text = await transcript(one, folder.path);
            if (UPDATING) changes.push({ fence: one.console, text });
            else assert.equal(text, one.console.text);
          } finally {
            folder.remove();
          }
        });
      }
      after(() => {
        if (UPDATING) updateFences(file, changes);
      });
    });
  }

  describe('bad input', testBadInput);
  describe('baselines', testBaselines);
  describe('check', testChecks);
  describe('explain', testExplained);
  describe('fix', testFixing);
  describe('documents from elsewhere', testForeign);
  describe('frameworks', testFrameworks);
  describe('import', testImporting);
  describe('new', testBeginning);
  describe('output', testOutput);
  describe('pool', testPooled);
  describe('progress', testProgress);
  describe('bundle', testBundle);
});
