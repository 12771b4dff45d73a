import path from 'node:path';
import { type ExampleResult, runExample } from '../features/examples.ts';
import { type Example, readExamples } from '../framework/examples.ts';
import type { FrameworkLibrary, WrittenFramework } from '../framework/library.ts';
import { nearest } from '../framework/name.ts';
import { SourceText } from '../text/sourceText.ts';
import type { TestArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { kindAt, slashes } from './disk.ts';
import { shownFrom } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { painter } from './output/colours.ts';
import { visible } from './output/screen.ts';
import { JsonTests, TextTests } from './output/tests.ts';
import { Packs } from './packs.ts';
import { FileText } from './position.ts';
import type { TestedFramework, UnreadExample } from './tested.ts';

/** `touchstone test-framework`: runs the examples of frameworks, and answers what the process is to end with. */
export async function testFramework(args: TestArgs, io: Io): Promise<number> {
  const output =
    args.format === 'json' ? new JsonTests(io) : new TextTests(io, painter(args.color, io), args.quiet);
  const { subjects, problems } = await subjectsOf(args.wanted, io);
  for (const problem of problems) io.err(`${visible(problem)}\n`);
  const totals = { frameworks: 0, held: 0, failed: 0, unread: 0 };
  let faults = 0;
  for (const subject of subjects) {
    const tested = await testOne(subject, io);
    totals.frameworks += 1;
    faults += tested.faults;
    for (const result of tested.results) totals[kindOf(result)] += 1;
    output.framework(tested);
  }
  if (subjects.length > 0) output.end(totals);
  if (problems.length > 0 || totals.unread > 0) return EXIT.notRun;
  return totals.failed > 0 || faults > 0 ? EXIT.findings : EXIT.clean;
}

function kindOf(result: ExampleResult | UnreadExample): 'held' | 'failed' | 'unread' {
  if ('problem' in result) return 'unread';
  return result.failures.length === 0 ? 'held' : 'failed';
}

/** A framework to be tested, in the library that it belongs to. */
interface Subject {
  readonly id: string;
  readonly library: FrameworkLibrary;
  readonly written: WrittenFramework;
}

interface Subjects {
  readonly subjects: readonly Subject[];
  /** Why something that was named cannot be tested. */
  readonly problems: readonly string[];
}

async function subjectsOf(wanted: readonly string[], io: Io): Promise<Subjects> {
  const packs = new Packs();
  const here = (await packs.of(slashes(path.join(io.cwd, 'any')))).pack.library;
  const found = wanted.length === 0 ? here.ids().map((id) => named(id, here)) : [];
  for (const one of wanted) {
    const isFile = /[./\\]/.test(one) || (await kindAt(slashes(path.resolve(io.cwd, one)))).ok;
    found.push(isFile ? await ofFile(one, packs, io) : named(one, here));
  }
  return {
    subjects: found.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    problems: found.flatMap((one) => (typeof one === 'string' ? [one] : [])),
  };
}

function named(id: string, library: FrameworkLibrary): Subject | string {
  const written = library.written(id);
  if (written !== undefined) return { id, library, written };
  const meant = nearest(id, library.ids(), (known) => known)[0];
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  return `There is no framework "${id}"${hint} "touchstone frameworks" lists them all.`;
}

async function ofFile(written: string, packs: Packs, { cwd }: Io): Promise<Subject | string> {
  const file = slashes(path.resolve(cwd, written));
  const read = await readFileText(file);
  if (!read.ok) return `${written} was not tested. ${read.problem}`;
  const library = (await packs.of(file)).pack.library.including({ path: file, text: read.text });
  const id = library.file(file)?.id;
  const found = id === undefined ? undefined : library.written(id);
  if (id === undefined || found?.path !== file) {
    return `${written} was not tested, because it gives no framework. "touchstone check ${written}" says why.`;
  }
  return { id, library, written: found };
}

async function testOne({ id, library, written }: Subject, { cwd }: Io): Promise<TestedFramework> {
  const results: (ExampleResult | UnreadExample)[] = [];
  for (const example of readExamples(written.root)) {
    const text = await textOf(example, written.path);
    results.push('problem' in text ? { example, ...text } : runExample(example, text.text, { library, id }));
  }
  return {
    id,
    file: written.path === undefined ? undefined : shownFrom(cwd, written.path),
    text: new FileText(SourceText.of(written.text)),
    faults: library.get(id)?.problems.length ?? 0,
    results,
  };
}

async function textOf(
  { text, file }: Example,
  framework: string | undefined,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (text !== undefined) return text;
  if (file === undefined || framework === undefined) {
    return { problem: 'Its document is in a file, which does not come with a framework that is shipped.' };
  }
  const at = slashes(path.resolve(path.dirname(framework), file.path));
  const read = await readFileText(at);
  return read.ok ? { text: read.text } : { problem: `${file.path}: ${read.problem}` };
}
