import path from 'node:path';
import { type Source, sourceText } from '../convert/source.ts';
import { likelyHeadings } from '../convert/text/likelyHeadings.ts';
import { deriveFramework } from '../features/derive/derive.ts';
import { structureFindings } from '../features/derive/fit.ts';
import { headingsFramework } from '../features/derive/headings.ts';
import type { FrameworkLibrary } from '../framework/library.ts';
import { normaliseName } from '../framework/name.ts';
import { markdownModel } from '../model/markdown.ts';
import type { Model, Syntax } from '../model/model.ts';
import { yamlModel } from '../model/yaml.ts';
import { SourceText } from '../text/sourceText.ts';
import type { NewFrameworkArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { slashes } from './disk.ts';
import { collect, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { openTarget } from './loadSource.ts';
import { fileKind } from './names.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { Packs } from './packs.ts';
import { createFile } from './write.ts';

/** `touchstone new-framework`: makes a first framework from documents, and says how well they fit it. */
export async function newFramework(args: NewFrameworkArgs, io: Io): Promise<number> {
  const fail = (shown: string, sentence: string) => {
    io.err(`${visible(shown)}: ${visible(sentence)}\n`);
    return EXIT.notRun;
  };
  const unfit = outputFault(args);
  if (unfit !== undefined) return fail(args.output ?? '', unfit);
  const packs = new Packs();
  const { targets, problems } = await collect(args.paths, {
    cwd: io.cwd,
    packs,
    stdinName: undefined,
    foreign: 'none',
  });
  if (problems[0] !== undefined) return fail(problems[0].shown, problems[0].sentence);
  const { library } = (await packs.of(slashes(path.join(io.cwd, 'any')))).pack;
  const id = args.id ?? idOf(args.output) ?? 'new-framework';
  const read: Read[] = [];
  for (const target of targets) {
    const found = await readSource(target, io);
    if (typeof found === 'string') return fail(target.shown, found);
    read.push(found);
  }
  if (read.length === 0) return fail(args.paths.join(', '), 'There is no document to be read.');

  const sources = await modelled(read, library);
  const models = sources.map(({ model }) => model);
  const title = args.title ?? titleOf(id);
  const text = deriveFramework(models, { id, title }, library);
  const unwritten = await write(args, text, io);
  if (unwritten !== undefined) return fail(args.output ?? '', unwritten);
  io.err(`${endings(args, text, id, sources, library).map(visible).join('\n')}\n`);
  return EXIT.clean;
}

function outputFault({ output }: NewFrameworkArgs): string | undefined {
  if (output === undefined || fileKind(slashes(output))?.kind === 'framework') return undefined;
  return 'A framework is known by the name of its file: give one that ends in .framework.yaml.';
}

/** The name of the file that is written is what the framework is called, unless something else is asked for. */
function idOf(output: string | undefined): string | undefined {
  const name = output === undefined ? '' : path.basename(output).replace(/\.framework\.ya?ml$/i, '');
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? undefined : id;
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A document that the framework is made from. */
type Read =
  | { readonly shown: string; readonly kind: 'document'; readonly text: string; readonly syntax: Syntax }
  | { readonly shown: string; readonly kind: 'source'; readonly source: Source };

interface Learned {
  readonly shown: string;
  readonly model: Model;
}

/** The text of a document, or why there is none. */
async function readSource(target: Target, io: Io): Promise<Read | string> {
  const { path: file, shown } = target;
  const kind = fileKind(file);
  if (kind?.kind === 'source') {
    const opened = await openTarget(target, { io });
    return opened.ok ? { shown, kind: 'source', source: opened.source } : opened.problem;
  }
  if (kind?.kind !== 'document') {
    return 'A framework is made from documents: Markdown, YAML, text, Word, PDF or HTML files.';
  }
  const read = await readFileText(file);
  if (!read.ok) return read.problem;
  if (read.text.trim() === '') return 'The file is empty: there is nothing to learn from it.';
  return { shown, kind: 'document', text: read.text, syntax: kind.syntax };
}

/** The documents as they are read without a framework. What is a heading in one text is one in the others too. */
async function modelled(read: readonly Read[], library: FrameworkLibrary): Promise<readonly Learned[]> {
  const texts = read.flatMap((one) =>
    one.kind === 'source' && one.source.format === 'text' ? one.source.text : [],
  );
  const headings = new Map(texts.flatMap(likelyHeadings).map((heading) => [normaliseName(heading), heading]));
  const { importSource } = await import('../convert/door.ts');
  return read.map((one) => {
    const { shown } = one;
    if (one.kind === 'source') {
      const framework = headingsFramework(sourceText(one.source), [...headings.values()], library);
      return { shown, model: markdownModel(SourceText.of(importSource(one.source, framework).markdown)) };
    }
    const source = SourceText.of(one.text);
    return { shown, model: one.syntax === 'yaml' ? yamlModel(source) : markdownModel(source) };
  });
}

async function write({ output }: NewFrameworkArgs, text: string, io: Io): Promise<string | undefined> {
  if (output === undefined) {
    io.out(visibleLines(text, io));
    return undefined;
  }
  const written = await createFile(slashes(path.resolve(io.cwd, output)), text);
  return written.ok ? undefined : written.problem;
}

/** What was made of what, and where a document does not fit what most of them have in common. */
function endings(
  { output }: NewFrameworkArgs,
  text: string,
  id: string,
  sources: readonly Learned[],
  library: FrameworkLibrary,
): readonly string[] {
  const own = library.including({ path: 'new.framework.yaml', text });
  const unlike = sources.flatMap(({ shown, model }) =>
    structureFindings(model, own, id).map(({ message }) => `${shown}: ${message}`),
  );
  const made = `${output === undefined ? 'A framework was' : `${output} was`} made from ${sources.length === 1 ? 'one document' : count(sources.length, 'document')}.`;
  return unlike.length === 0
    ? [
        `${made} ${sources.length === 1 ? 'It has' : 'They all have'} what it asks for. Read its comments before you rely on it.`,
      ]
    : [...unlike, '', `${made} What they have otherwise is said above.`];
}
