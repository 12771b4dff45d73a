import path from 'node:path';
import type { ImportNote } from '../convert/text/note.ts';
import { nearest } from '../framework/name.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { readText } from '../text/readText.ts';
import { SourceText } from '../text/sourceText.ts';
import type { ImportArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { kindAt, slashes } from './disk.ts';
import { collect, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { exampleId } from './load.ts';
import { fileKind } from './names.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { Packs } from './packs.ts';
import { createFile, replaceFile } from './write.ts';

/** `touchstone import`: turns a text into a Markdown document, and says what it did beyond carrying text over. */
export async function importFile(args: ImportArgs, io: Io): Promise<number> {
  const packs = new Packs();
  const { targets, problems } = await collect([args.path], { cwd: io.cwd, packs, stdinName: undefined });
  const [target] = targets;
  const fail = (shown: string, sentence: string) => {
    io.err(`${visible(shown)}: ${visible(sentence)}\n`);
    return EXIT.notRun;
  };
  if (problems[0] !== undefined) return fail(problems[0].shown, problems[0].sentence);
  if (target?.named !== true) return fail(args.path, 'This is a folder. Name one text file.');
  const unfit = inputFault(target) ?? outputFault(args, target, io);
  if (unfit !== undefined) return fail(unfit.shown, unfit.sentence);
  const read = target.stdin ? readText(await io.stdin()) : await readFileText(target.path);
  if (!read.ok) return fail(target.shown, read.problem);
  if (read.text.trim() === '') return fail(target.shown, 'The file is empty: there is nothing to import.');
  const framework = await frameworkOf(args, target, packs);
  if (typeof framework === 'string') return fail(target.shown, framework);

  const { importText } = await import('../convert/text/importText.ts');
  const { markdown, notes } = importText(read.text, framework);
  const unwritten = await write(args, markdown, io);
  if (unwritten !== undefined) return fail(args.output ?? target.shown, unwritten);
  io.err(`${[...noteLines(notes, read.text, target.shown), ending(args, notes)].map(visible).join('\n')}\n`);
  return EXIT.clean;
}

interface Fault {
  readonly shown: string;
  readonly sentence: string;
}

function inputFault({ path: file, shown, stdin }: Target): Fault | undefined {
  if (stdin || fileKind(file)?.kind === 'text') return undefined;
  const ours = fileKind(file) !== undefined;
  const sentence = ours
    ? 'Only text is imported; "touchstone check" reads this file as it is.'
    : 'Only text files (*.txt) can be imported. Save it as one, for example from your word processor or PDF reader.';
  return { shown, sentence };
}

function outputFault({ output }: ImportArgs, { path: input }: Target, { cwd }: Io): Fault | undefined {
  if (output === undefined) return undefined;
  const file = slashes(path.resolve(cwd, output));
  const kind = fileKind(file);
  if (kind?.kind === 'document' && kind.syntax === 'markdown' && file !== input) return undefined;
  return { shown: output, sentence: 'What is written is Markdown: give a name that ends in .md.' };
}

/** The framework that the text is to follow, or why there is none. */
async function frameworkOf({ framework: id }: ImportArgs, target: Target, packs: Packs) {
  const { pack } = await packs.of(target.path);
  if (id === undefined) {
    return `A text does not say which framework it follows. Say it with --framework, as in --framework ${exampleId(pack)}.`;
  }
  const found: Vocabulary | undefined = pack.library.get(id)?.vocabulary;
  if (found !== undefined) return found;
  const meant = nearest(id, pack.library.ids(), (known) => known)[0];
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  return `There is no framework "${id}"${hint} "touchstone frameworks" lists them all.`;
}

/** Answers why it could not be written. */
async function write({ output, force }: ImportArgs, markdown: string, io: Io): Promise<string | undefined> {
  if (output === undefined) {
    io.out(visibleLines(markdown, io));
    return undefined;
  }
  const file = slashes(path.resolve(io.cwd, output));
  const there = (await kindAt(file)).ok;
  if (there && !force) {
    return 'There is a file of that name already, which was left as it is. With --force it is written over.';
  }
  const written = there ? await replaceFile(file, markdown) : await createFile(file, markdown);
  return written.ok ? undefined : written.problem;
}

/** Each note with its place, the same ones together: a header comes again on every page. */
function noteLines(notes: readonly ImportNote[], source: string, shown: string): readonly string[] {
  const text = SourceText.of(source);
  const lines = new Map<string, string[]>();
  for (const { span, message } of notes) {
    const first = text.lineAt(span.from).number;
    const last = text.lineAt(Math.max(span.from, span.to - 1)).number;
    const place = first === last ? `${first}` : `${first}–${last}`;
    const known = lines.get(message);
    if (known === undefined) lines.set(message, [place]);
    else known.push(place);
  }
  return [...lines].flatMap(([message, places]) => {
    const noun = places.length === 1 && !places[0]?.includes('–') ? 'line' : 'lines';
    return [`${shown}, ${noun} ${places.join(', ')}`, `  ${message}`, ''];
  });
}

function ending({ output }: ImportArgs, notes: readonly ImportNote[]): string {
  const written = output === undefined ? 'Imported' : `${output} is written`;
  return notes.length === 0
    ? `${written}; every word was carried over as it stood.`
    : `${written}, with ${count(notes.length, 'note')} on what was not carried over as it stood.`;
}
