import { run } from '../../server/cli/run.ts';
import { importText } from '../../server/convert/text/importText.ts';
import { excluder } from '../../server/features/exclude.ts';
import { FrameworkLibrary } from '../../server/framework/library.ts';
import { DEFAULT_CONFIG, readConfig } from '../../server/rules/config.ts';
import { denormalise, editNormalised } from '../../server/text/lineEnds.ts';
import { decode, normalise } from '../../server/text/normalise.ts';
import { randomEdit } from '../incremental/edits.ts';
import type { Random } from '../incremental/random.ts';
import { applied } from '../incremental/shrink.ts';
import type { Corpus, Form } from './corpus.ts';
import { analysed, checkDocument, checkFindings, inRange, plainWorld } from './documents.ts';

/** Something that must come to a good end with any text. */
export interface Target {
  readonly name: string;
  readonly form: Form;
  /** Throws, saying what is wrong. The text is any text; all other choices come from `random`. */
  readonly check: (text: string, random: Random) => void | Promise<void>;
}

const FRAMEWORK_PATH = 'fuzz.framework.yaml';

/** All that is fuzzed. Each case picks a target, a text of its form and the seed of its choices. */
export function targets(corpus: Corpus): readonly Target[] {
  const library = FrameworkLibrary.builtin().with(
    corpus.framework.map((text, index) => ({ path: `${index}.framework.yaml`, text })),
  );
  const ids = library.ids();
  const world = (random: Random) => plainWorld(library, random.chance(0.6) ? random.pick(ids) : undefined);
  const document = (syntax: 'markdown' | 'yaml'): Target => ({
    name: syntax,
    form: syntax,
    check: (text, random) => checkDocument(normalise(text).text, syntax, world(random), random),
  });
  return [
    document('markdown'),
    document('markdown'),
    document('yaml'),
    document('yaml'),
    { name: 'framework', form: 'framework', check: (text, random) => checkFramework(text, corpus, random) },
    { name: 'config', form: 'config', check: (text, random) => checkConfig(text, corpus, random) },
    { name: 'import', form: 'text', check: (text, random) => checkImport(text, library, random) },
    { name: 'line ends', form: 'markdown', check: checkLineEnds },
    { name: 'command line', form: 'markdown', check: checkCommandLine },
  ];
}

function checkFramework(original: string, corpus: Corpus, random: Random): void {
  const { text } = normalise(original);
  const library = FrameworkLibrary.builtin().with([{ path: FRAMEWORK_PATH, text }]);
  const file = library.file(FRAMEWORK_PATH);
  for (const { span, message } of file?.problems ?? []) inRange(span, text.length, message);
  if (file?.id === undefined || library.get(file.id) === undefined) return;
  const syntax = random.pick(['markdown', 'yaml'] as const);
  checkDocument(random.pick(corpus[syntax]), syntax, plainWorld(library, file.id), random);
}

function checkConfig(original: string, corpus: Corpus, random: Random): void {
  const { text } = normalise(original);
  const { config, problems } = readConfig(text);
  for (const { span, message } of problems) inRange(span, text.length, message);
  excluder(config.exclude)('a/b.report.md');
  const syntax = random.pick(['markdown', 'yaml'] as const);
  const sample = random.pick(corpus[syntax]);
  const library = FrameworkLibrary.builtin();
  const { findings } = analysed(sample, syntax, { library, config, framework: library.ids()[0] });
  checkFindings(findings, sample.length);
}

function checkImport(original: string, library: FrameworkLibrary, random: Random): void {
  const { text } = normalise(original);
  const id = random.pick(library.ids());
  const vocabulary = library.get(id)?.vocabulary;
  if (vocabulary === undefined) return;
  const { markdown, places, notes } = importText(text, vocabulary);
  for (const { span, message } of notes) inRange(span, text.length, message);
  const { findings } = analysed(markdown, 'markdown', { library, config: DEFAULT_CONFIG, framework: id });
  checkFindings(findings, markdown.length);
  for (const { span, message } of findings) inRange(places.toSource(span), text.length, message);
}

/** Line ends come back as they were, also behind an edit elsewhere, and no text is lost. */
function checkLineEnds(text: string, random: Random): void {
  const before = normalise(text);
  if (denormalise(before) !== text) throw new Error('The text was not given back as it was.');
  const edit = randomEdit(before.text, random, 'markdown');
  const after = editNormalised(before, [edit]);
  const again = normalise(denormalise(after));
  if (again.text !== applied(before.text, edit)) throw new Error(`${JSON.stringify(edit)} changed more.`);
}

const FORMATS = [[], ['--quiet'], ['--format', 'json'], ['--color', 'always']];
const NAMES = ['a.report.md', 'a.report.yaml', 'a.framework.yaml', 'touchstone.yaml', 'a.txt'];

/** Any bytes on standard input: the command ends with one of its own numbers and no fault of its own. */
async function checkCommandLine(text: string, random: Random): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let count = random.below(4); count > 0 && bytes.length > 0; count -= 1) {
    bytes[random.below(bytes.length)] = random.below(256);
  }
  decode(bytes);
  let said = '';
  const hear = (words: string) => {
    said += words;
  };
  const io = { cwd: '/', env: {}, columns: random.pick([20, 80, 500]), out: hear, err: hear };
  const name = random.chance(0.2) ? [] : ['--stdin-name', random.pick(NAMES)];
  const framework = random.chance(0.5) ? ['--framework', 'ofsted-safeguarding-2012'] : [];
  const command = random.pick(['check', 'check', 'fix']);
  const format = command === 'check' ? random.pick(FORMATS) : [];
  const code = await run([command, '-', ...name, ...framework, ...format], {
    ...io,
    stdin: async () => bytes,
  });
  if (said.includes('a fault of its own')) throw new Error(said);
  if (![0, 1, 2].includes(code)) throw new Error(`It ended with ${code}.`);
}
