import path from 'node:path';
import { likelyHeadings } from '../convert/text/likelyHeadings.ts';
import { deriveFramework } from '../features/derive/derive.ts';
import { structureFindings } from '../features/derive/fit.ts';
import { headingsFramework } from '../features/derive/headings.ts';
import type { FrameworkLibrary } from '../framework/library.ts';
import { markdownModel } from '../model/markdown.ts';
import type { Model } from '../model/model.ts';
import { yamlModel } from '../model/yaml.ts';
import { SourceText } from '../text/sourceText.ts';
import type { NewFrameworkArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { slashes } from './disk.ts';
import { collect, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { type FileKind, fileKind } from './names.ts';
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
  const { targets, problems } = await collect(args.paths, { cwd: io.cwd, packs, stdinName: undefined });
  if (problems[0] !== undefined) return fail(problems[0].shown, problems[0].sentence);
  const { library } = (await packs.of(slashes(path.join(io.cwd, 'any')))).pack;
  const id = args.id ?? idOf(args.output) ?? 'new-framework';
  const sources: Source[] = [];
  for (const target of targets) {
    const read = await readSource(target, library);
    if (typeof read === 'string') return fail(target.shown, read);
    sources.push(read);
  }
  if (sources.length === 0) return fail(args.paths.join(', '), 'There is no document to be read.');

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
interface Source {
  readonly shown: string;
  readonly model: Model;
}

/** A document as it is read without a framework, or why it is not. */
async function readSource(target: Target, library: FrameworkLibrary): Promise<Source | string> {
  const kind = fileKind(target.path);
  if (kind?.kind !== 'document' && kind?.kind !== 'text') {
    return 'A framework is made from documents: Markdown, YAML or text files.';
  }
  const read = await readFileText(target.path);
  if (!read.ok) return read.problem;
  if (read.text.trim() === '') return 'The file is empty: there is nothing to learn from it.';
  return { shown: target.shown, model: await modelOf(read.text, kind, library) };
}

async function modelOf(text: string, kind: FileKind, library: FrameworkLibrary): Promise<Model> {
  if (kind.kind === 'document') {
    const source = SourceText.of(text);
    return kind.syntax === 'yaml' ? yamlModel(source) : markdownModel(source);
  }
  const { importText } = await import('../convert/text/importText.ts');
  return markdownModel(
    SourceText.of(importText(text, headingsFramework(text, likelyHeadings(text), library)).markdown),
  );
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
  sources: readonly Source[],
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
