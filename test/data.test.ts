import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Answers, dataAnswers } from '../server/features/answers.ts';
import { type DataFile, readDataFile } from '../server/features/dataFile.ts';
import { isNamed, type Schema, said } from '../server/features/dataSchema.ts';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { entries, items, type Located, textOf, valueSpan } from '../server/framework/locate.ts';
import { applyEdits } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';

/** A place of data, the schemas that speak of it, and those of what it stands in. */
interface Visit {
  readonly place: Located;
  readonly path: readonly (string | number)[];
  readonly schemas: readonly Schema[];
  readonly around: readonly Schema[];
}

function visits(file: DataFile): readonly Visit[] {
  const root = file.layers[0]?.root;
  assert.ok(root);
  const below = (place: Located, path: Visit['path']): readonly Visit[] =>
    [...entries(place), ...items(place)].flatMap((part, index) => {
      const inner = [...path, part.key?.name ?? index];
      const visit = { place: part, path: inner, schemas: file.tree.at(inner), around: file.tree.at(path) };
      return [visit, ...below(part, inner)];
    });
  return below(root, []);
}

/** Of places below the same keys, one says as much as all of them. */
function oneOfEach(all: readonly Visit[]): readonly Visit[] {
  const keys = ({ path }: Visit) => path.filter((step) => typeof step === 'string').join('/');
  return [...new Map(all.map((visit) => [keys(visit), visit])).values()];
}

describe('files of data', () => {
  const library = FrameworkLibrary.builtin();
  const files = library.ids().map((id) => {
    const source = readFileSync(`schemas/frameworks/${id}.yaml`, 'utf8');
    // Under another id it is a framework of its own.
    const text = SourceText.of(source.replace(`id: ${id}`, 'id: another'));
    return readDataFile({ path: 'another.framework.yaml', text, library });
  });

  it('offer every key that a shipped framework has, at its place', () => {
    let tried = 0;
    for (const file of files) {
      for (const { place, around } of oneOfEach(visits(file))) {
        const { key } = place;
        if (key === undefined || isNamed(around, key.name)) continue;
        tried += 1;
        const offered = dataAnswers(file).completion(key.span.to);
        const item = offered.find(({ label }) => label === key.name);
        assert.deepEqual(item?.span, key.span, `${key.name} at ${key.span.from}`);
        assert.ok(item.documentation, `${key.name} is explained`);
      }
    }
    assert.ok(tried > 20, 'There were hardly any keys.');
  });

  it('offer every choice and name that a shipped framework has, at its place', () => {
    let tried = 0;
    for (const file of files) {
      for (const { place, schemas } of oneOfEach(visits(file))) {
        const text = textOf(place);
        const chosen = said(schemas, 'enum') ?? said(schemas, 'refersTo');
        const isChoice = chosen !== undefined || schemas.some(({ type }) => type === 'boolean');
        if (text === undefined || !isChoice) continue;
        tried += 1;
        const { to } = valueSpan(place);
        const offered = dataAnswers(file).completion(
          to - (file.input.text.slice(to - 1, to) === '"' ? 1 : 0),
        );
        // A row of a summary may judge what has no section.
        const record = said(schemas, 'refersTo')?.includes('sections/heading') === true;
        assert.ok(record || offered.some(({ label }) => label === text), `${text} at ${to}`);
      }
    }
    assert.ok(tried > 5, 'There were hardly any choices.');
  });

  it('explain every key of a shipped framework', () => {
    for (const file of files) {
      for (const { place, around } of oneOfEach(visits(file))) {
        if (place.key === undefined || isNamed(around, place.key.name)) continue;
        const found = dataAnswers(file).hover(place.key.span.from);
        assert.deepEqual(found?.span, place.key.span);
        assert.ok(found.markdown.length > place.key.name.length + 6, place.key.name);
      }
    }
  });

  it('take what they offer, whatever is written there so far', () => {
    const source =
      'id: mine\nscales:\n  s:\n    better: earlier\n    values: [{ label: Met }]\nsections:\n  - id: a\n    ';
    for (const { label } of answers(source).completion(source.length)) {
      const taken = answers(source)
        .completion(source.length)
        .find((item) => item.label === label);
      assert.ok(taken);
      const insert = taken.insert.replace('$0', '');
      const again = answers(applyEdits(source, [{ span: taken.span, insert }]));
      const faults = again.findings.filter(({ message }) => message.includes('is not a key here'));
      assert.deepEqual(faults, [], label);
    }
  });

  it('answer at every place of a text that is cut off anywhere', () => {
    const file = files.at(-1);
    assert.ok(file);
    const text = file.input.text.toString().slice(0, 4000);
    for (let end = 0; end <= text.length; end += 37) {
      const cut = answers(text.slice(0, end));
      for (const { span } of cut.completion(end)) assert.ok(span.from <= end && end <= span.to, `at ${end}`);
      cut.hover(end);
      const named = cut.names.at(end);
      if (named !== undefined) cut.names.mentions(named.thing);
      cut.names.target(end);
      cut.symbols();
      cut.folding();
      assert.ok(cut.selection(end).length > 0 || end === 0);
    }
  });

  function answers(text: string): Answers {
    return dataAnswers(readDataFile({ path: 'mine.framework.yaml', text: SourceText.of(text), library }));
  }
});
