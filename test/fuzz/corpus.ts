import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFixtures } from '../harness/fixture.ts';
import { readMarks } from '../harness/markers.ts';
import { MARKDOWN_SAMPLE, YAML_SAMPLE } from '../harness/sample.ts';
import { DOCUMENTS } from '../incremental/documents.ts';

/** What a text is written as, which says what is done to it. */
export type Form = 'markdown' | 'yaml' | 'framework' | 'config' | 'text';

/** Whole texts that the fuzzer begins with. */
export type Corpus = Readonly<Record<Form, readonly string[]>>;

const CONFIGS = [
  'exclude: [drafts/**, "*.old.md"]\nfail-on: error\nrules:\n  structure/missing-section: info\n  no/such-rule: off\n',
  'rules: { prose/placeholder: { severity: warning, words: [XX] } }\nexclude:\n  - "[a-"\n  - "{a,b}/**"\n',
];

const BROAD = 20_000;

/** Examples, what rules and features are tested on, frameworks. Longer texts would only make each case slow. */
export function readCorpus(): Corpus {
  const fixtures = ['rules', 'features', 'convert', 'model'].flatMap((folder) => readFixtures(folder));
  const cases = fixtures.flatMap((fixture) => fixture.cases);
  const documents = (syntax: 'markdown' | 'yaml') => [
    ...DOCUMENTS.filter((one) => one.syntax === syntax).map(({ text }) => text),
    ...cases
      .flatMap((one) => one.documents)
      .filter((one) => one.syntax === syntax)
      .map(({ fence }) => unmarked(fence.text)),
    ...filesBelow('examples', syntax === 'yaml' ? /\.ya?ml$/ : /\.md$/),
  ];
  return {
    markdown: [MARKDOWN_SAMPLE, ...documents('markdown')],
    yaml: [YAML_SAMPLE, ...documents('yaml')],
    framework: [
      ...fixtures.flatMap((fixture) => fixture.frameworks),
      ...filesBelow('schemas/frameworks', /\.yaml$/),
    ],
    config: [...CONFIGS, ...cases.flatMap(({ config }) => config ?? [])],
    text: filesBelow('test/convert', /\.md$/).flatMap((file) => file.split(/^```.*$/m)),
  };
}

/** A fixture without what is marked in it; one with marks that only its own tests can read, as it stands. */
function unmarked(text: string): string {
  try {
    return `${readMarks(text).text}\n`;
  } catch {
    return text;
  }
}

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, BROAD));
}
