import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deriveFramework } from '../server/features/derive/derive.ts';
import { structureFindings } from '../server/features/derive/fit.ts';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { markdownModel } from '../server/model/markdown.ts';
import { type Model, metaEntry, metaText } from '../server/model/model.ts';
import { yamlModel } from '../server/model/yaml.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { someOf } from './harness/thorough.ts';

const FOLDER = 'examples';
const LIBRARY = FrameworkLibrary.builtin();
const PATH = 'derived.framework.yaml';
const NAMES = { id: 'derived', title: 'Derived' };

/** Every example that is as it should be; what contradicts itself does so with any framework. */
const EXAMPLES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => path.join(FOLDER, name))
  .filter((name) => /\.(?:md|yaml)$/.test(name) && !/README|touchstone\.yaml|\.framework\.yaml$/.test(name))
  .filter((name) => !/contradictions|as-published/.test(name))
  .sort();

function modelOf(file: string): Model {
  const text = SourceText.of(readFileSync(file, 'utf8'));
  return file.endsWith('.md') ? markdownModel(text) : yamlModel(text);
}

/** The framework of some documents, which must be one without faults that all of them follow. */
function checkDerived(files: readonly string[]): string {
  const models = files.map(modelOf);
  const text = deriveFramework(models, NAMES, LIBRARY);
  const library = LIBRARY.including({ path: PATH, text });
  assert.deepEqual(library.file(PATH), { id: NAMES.id, problems: [] }, text);
  for (const [index, model] of models.entries()) {
    const found = structureFindings(model, library, NAMES.id).map(
      ({ rule, message }) => `${rule} ${message}`,
    );
    assert.deepEqual(found, [], `${files[index]} by\n${text}`);
  }
  return text;
}

describe('a framework made from documents', () => {
  for (const file of someOf(EXAMPLES)) {
    it(`is one that ${file} follows`, () => {
      const text = checkDerived([file]);
      assert.match(text, /\n {2}- id: /, 'It has no sections.');
    });
  }

  const byFramework = new Map<string, string[]>();
  for (const file of EXAMPLES) {
    const entry = metaEntry(modelOf(file), 'framework');
    const id = entry === undefined ? '' : metaText(entry.value);
    byFramework.set(id, [...(byFramework.get(id) ?? []), file]);
  }
  for (const [id, files] of byFramework) {
    if (files.length > 1) it(`is one that all documents of ${id} follow`, () => void checkDerived(files));
  }

  it('has ids that are text where headings are years', () => {
    const text = deriveFramework([markdownModel(SourceText.of('# T\n\n## 2019\n\nOne.\n'))], NAMES, LIBRARY);
    assert.match(text, /- id: "2019"\n/);
    assert.deepEqual(LIBRARY.including({ path: PATH, text }).file(PATH)?.problems, []);
  });

  it('is the same for a document in Markdown and in YAML', () => {
    const [markdown, yaml] = ['report.md', 'report.report.yaml'].map((name) =>
      checkDerived([path.join(FOLDER, 'safeguarding-2012', name)]),
    );
    assert.equal(markdown, yaml);
  });
});
