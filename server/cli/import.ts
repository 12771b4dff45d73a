import path from 'node:path';
import { sourceText } from '../convert/source.ts';
import type { ImportNote } from '../convert/text/note.ts';
import { SourceText } from '../text/sourceText.ts';
import type { ImportArgs } from './args.ts';
import { kindAt, slashes } from './disk.ts';
import { collect, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { importNamed, openTarget } from './loadSource.ts';
import { fileKind } from './names.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { Packs } from './packs.ts';
import { createFile, replaceFile } from './write.ts';

/** `touchstone import`: turns a text into a Markdown document, and says what it did beyond carrying text over. */
export async function importFile(args: ImportArgs, io: Io): Promise<number> {
  const packs = new Packs();
  const { targets, problems } = await collect([args.path], {
    cwd: io.cwd,
    packs,
    stdinName: undefined,
    foreign: 'none',
  });
  const [target] = targets;
  const fail = (shown: string, sentence: string) => {
    io.err(`${visible(shown)}: ${visible(sentence)}\n`);
    return EXIT.notRun;
  };
  if (problems[0] !== undefined) return fail(problems[0].shown, problems[0].sentence);
  if (target?.named !== true) return fail(args.path, 'This is a folder. Name one text file.');
  const unfit = inputFault(target) ?? outputFault(args, target, io);
  if (unfit !== undefined) return fail(unfit.shown, unfit.sentence);
  const opened = await openTarget(target, { io });
  if (!opened.ok) return fail(target.shown, opened.problem);
  const named = await importNamed(opened.source, args.framework, packs, target);
  if (typeof named === 'string') return fail(target.shown, named);
  const { markdown, notes } = named.imported;
  const unwritten = await write(args, markdown, io);
  if (unwritten !== undefined) return fail(args.output ?? target.shown, unwritten);
  io.err(
    `${[...noteLines(notes, sourceText(opened.source), target.shown), ending(args, notes)].map(visible).join('\n')}\n`,
  );
  return EXIT.clean;
}

interface Fault {
  readonly shown: string;
  readonly sentence: string;
}

function inputFault({ path: file, shown, stdin }: Target): Fault | undefined {
  if (stdin || fileKind(file)?.kind === 'source') return undefined;
  const ours = fileKind(file) !== undefined;
  const sentence = ours
    ? 'This is no document from elsewhere; "touchstone check" reads it as it is.'
    : 'Only text (.txt), Word (.docx), PDF (.pdf) and HTML (.html) files can be imported. Save it as one of these.';
  return { shown, sentence };
}

function outputFault({ output }: ImportArgs, { path: input }: Target, { cwd }: Io): Fault | undefined {
  if (output === undefined) return undefined;
  const file = slashes(path.resolve(cwd, output));
  const kind = fileKind(file);
  if (kind?.kind === 'document' && kind.syntax === 'markdown' && file !== input) return undefined;
  return { shown: output, sentence: 'What is written is Markdown: give a name that ends in .md.' };
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
