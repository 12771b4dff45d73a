import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asData } from '../server/model/asData.ts';
import { markdownModel } from '../server/model/markdown.ts';
import { dumpReport } from '../server/report/dump.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { reportOf } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const FOLDERS = ['examples/library', 'examples/safeguarding-2012'];
const library = libraryWith([]);

describe('a document in Markdown as data', () => {
  for (const folder of FOLDERS) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
      it(`says the same: ${name}`, () => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        const data = asData(markdownModel(SourceText.of(text)), text);
        const dump = (syntax: 'markdown' | 'yaml', source: string) =>
          dumpReport(reportOf({ path: `one.report.${syntax}`, syntax, text: source }, library));
        assert.equal(dump('yaml', data), dump('markdown', text));
      });
    }
  }
});
