import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asData } from '../../server/model/asData.ts';
import { markdownModel } from '../../server/model/markdown.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { everyRule, type Setting, type TestDocument } from './check.ts';
import { readFixtures } from './fixture.ts';
import { libraryWith } from './library.ts';
import { readMarks } from './markers.ts';

/** A document that a property of all documents is tried on. */
export interface Sample {
  readonly name: string;
  readonly document: TestDocument;
  readonly setting: Setting;
}

/** The documents of all fixtures, and all examples as they are and as data, by the files that they stand in. */
export function samples(): ReadonlyMap<string, readonly Sample[]> {
  const found = new Map<string, readonly Sample[]>();
  for (const [group, sample] of fixtures()) found.set(group, [...(found.get(group) ?? []), sample]);
  for (const sample of exampleSamples()) found.set(sample.name, [sample]);
  return found;
}

function* fixtures(): Iterable<[string, Sample]> {
  for (const { file, frameworks, cases } of ['rules', 'features', 'model'].flatMap(readFixtures)) {
    const setting = everyRule(libraryWith(frameworks));
    for (const { name, documents } of cases) {
      for (const { path: own, syntax, fence } of documents) {
        const { text } = readMarks(fence.text.replaceAll('<|>', ''));
        yield [
          path.relative('test', file),
          { name, document: { path: own, syntax, text: `${text}\n` }, setting },
        ];
      }
    }
  }
}

/** All examples, those in Markdown as data too, where they say the same. */
export function exampleSamples(): readonly Sample[] {
  const names = readdirSync('examples', { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => /\.(?:md|ya?ml)$/.test(name)).flatMap(exampleSample);
}

function exampleSample(name: string): readonly Sample[] {
  const setting = everyRule(libraryWith([]));
  const text = readFileSync(path.join('examples', name), 'utf8').replaceAll('\r\n', '\n');
  if (!name.endsWith('.md')) return [{ name, document: { path: name, syntax: 'yaml', text }, setting }];
  const data = asData(markdownModel(SourceText.of(text)), text);
  const twin = name.replace(/\.md$/, '.report.yaml');
  return [
    { name, document: { path: name, syntax: 'markdown', text }, setting },
    { name: `${name} as data`, document: { path: twin, syntax: 'yaml', text: data }, setting },
  ];
}
