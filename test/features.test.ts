import assert from 'node:assert/strict';
import path from 'node:path';
import type { Analysis } from '../server/features/analysis.ts';
import { type Answers, dataAnswers, documentAnswers } from '../server/features/answers.ts';
import { readBaseline } from '../server/features/baseline.ts';
import { together } from '../server/features/completion/packWords.ts';
import { readDataFile } from '../server/features/dataFile.ts';
import type { Move } from '../server/features/movedFiles.ts';
import { isConfigFile, isFrameworkFile, isPackFile } from '../server/features/pack.ts';
import type { Around, NamedFile } from '../server/features/packNames.ts';
import type { Workbooks } from '../server/features/packSources.ts';
import { readConfig } from '../server/rules/config.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { NAMED } from './features/named.ts';
import { SHOWN } from './features/shown.ts';
import type { Feature } from './features/subject.ts';
import { WRITTEN } from './features/written.ts';
import { analyseText, everyRule, type Setting, workbooksOf } from './harness/check.ts';
import { type Fence, type FixtureDocument, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { UPDATING, updateFences } from './harness/update.ts';

/** Where the cursor is; two of them are the ends of what is selected. */
const CURSOR = '<|>';

const FEATURES: Readonly<Record<string, Feature>> = { ...SHOWN, ...NAMED, ...WRITTEN };

for (const fixture of readFixtures('features')) {
  const feature = path.basename(fixture.file, '.md');
  describe(`feature: ${feature}`, () => {
    const library = libraryWith(fixture.frameworks);
    const wrong: { fence: Fence; text: string }[] = [];
    for (const { name, documents, config, tables, baseline } of fixture.cases) {
      it(name, async () => {
        const pack = packOf(documents, fixture.frameworks, config, workbooksOf(tables));
        const lone = { ...everyRule(library), accepted: acceptedIn(baseline) };
        assert.ok(
          pack !== undefined || documents.every(({ expected }) => expected),
          'A document needs a fence "text expect" behind it.',
        );
        for (const document of documents) {
          const expected = document.expected;
          if (expected === undefined) continue;
          const answer = await answerOf(
            fixture.file,
            document,
            pack ?? { setting: lone, documents: [], workbooks: new Map() },
          );
          // Where the whole library is offered, "…" stands for frameworks that the case is not about.
          if (isAbridged(expected.text)) assert.ok(fits(answer, expected.text), answer);
          else if (UPDATING) wrong.push({ fence: expected, text: answer });
          else assert.equal(answer, expected.text);
        }
      });
    }
    after(() => {
      if (UPDATING) updateFences(fixture.file, wrong);
    });
  });
}

function isAbridged(expected: string): boolean {
  return expected.split('\n').includes('…');
}

/** Whether an answer has the lines that are expected, in their order, and others only where "…" stands. */
function fits(answer: string, expected: string): boolean {
  const escaped = expected
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`));
  return new RegExp(`^${escaped.join('')}$`).test(`${answer}\n`);
}

/** What the documents of a case are looked at with. */
interface Surroundings {
  readonly setting: Setting;
  /** All files of the case; none where each stands for itself. */
  readonly documents: readonly FixtureDocument[];
  readonly workbooks: Workbooks;
}

function acceptedIn(baseline: string | undefined): NonNullable<Setting['accepted']> {
  if (baseline === undefined) return new Map();
  const read = readBaseline(baseline);
  assert.ok(read.ok, `The baseline fence: ${read.ok || read.problem}`);
  return read.baseline.files;
}

/** The documents of a case as a pack, where some of them only stand around that which is asked. */
function packOf(
  documents: readonly FixtureDocument[],
  frameworks: readonly string[],
  config: string | undefined,
  workbooks: Workbooks,
): Surroundings | undefined {
  if (documents.every(({ expected }) => expected !== undefined)) return undefined;
  const own = documents.filter(({ path: name }) => isFrameworkFile(name));
  const library = libraryWith(
    frameworks,
    own.map(({ path: name, fence }) => ({ path: name, text: textOf(fence) })),
  );
  const configured =
    config ?? documents.find(({ path: name }) => isConfigFile(name))?.fence.text.replaceAll(CURSOR, '');
  const setting = { ...everyRule(library), config: readConfig(configured ?? '').config, inPack: true };
  return { setting, documents, workbooks };
}

function textOf({ text }: Fence): string {
  return `${text.replaceAll(CURSOR, '')}\n`;
}

function answerOf(file: string, document: FixtureDocument, around: Surroundings) {
  const { documents } = around;
  const feature = path.basename(file, '.md');
  // A feature with many cases has several files: completion-tables.md.
  const answer = FEATURES[feature] ?? FEATURES[feature.split('-')[0] ?? ''];
  assert.ok(answer, `There is no feature "${feature}".`);
  const { fence, path: name } = document;
  const offset = Math.max(0, fence.text.indexOf(CURSOR));
  const end = fence.text.lastIndexOf(CURSOR);
  const selection = { from: offset, to: end > offset ? end - CURSOR.length : offset };
  const again = (text: string) => answersOf(document, text, around);
  const answers = again(textOf(fence));
  // Of all rules and keys that there are, no case wants to see the whole list.
  const filtered = path.basename(path.dirname(file)) === 'data';
  const own = { path: name, text: SourceText.of(textOf(fence)), names: answers.names };
  const others = documents.filter((other) => other !== document && !other.path.endsWith('.txt'));
  return answer(
    {
      ...{ text: own.text, selection, answers, again, filtered, own },
      around: aroundOf(
        own,
        others.map((other) => namedFile(other, around)),
      ),
      name: /"(.*)"/.exec(fence.info)?.[1] ?? 'another',
      moves: movesIn(documents),
      versions: () => ({
        before: analysisOf(others[0] ?? document, around.setting),
        after: analysisOf(document, around.setting),
      }),
      pack: () => together(others.map((other) => answersOf(other, textOf(other.fence), around).packWords())),
    },
    offset,
  );
}

function answersOf(
  { path: name, syntax }: FixtureDocument,
  text: string,
  { setting, workbooks }: Surroundings,
): Answers {
  const { library } = setting;
  return isPackFile(name)
    ? dataAnswers(readDataFile({ path: name, text: SourceText.of(text), library, workbooks }))
    : documentAnswers(analyseText({ path: name, syntax, text }, setting));
}

function analysisOf({ path: name, syntax, fence }: FixtureDocument, setting: Setting): Analysis {
  return analyseText({ path: name, syntax, text: textOf(fence) }, setting);
}

function namedFile(document: FixtureDocument, around: Surroundings): NamedFile {
  const text = textOf(document.fence);
  return { path: document.path, text: SourceText.of(text), names: answersOf(document, text, around).names };
}

function aroundOf(own: NamedFile, others: readonly NamedFile[]): Around {
  return {
    file: async (name) => [own, ...others].find((file) => file.path === name),
    others: async (mayHold) => others.filter((file) => mayHold(file.text.toString(), file.path)),
  };
}

function movesIn(documents: readonly FixtureDocument[]): readonly Move[] {
  const listed = documents.find(({ path: name }) => name === 'moves.txt')?.fence.text ?? '';
  return listed.split('\n').flatMap((line) => {
    const [from, to] = line.split(' → ');
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}
