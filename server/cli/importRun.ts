import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { placePictures } from '../convert/pictures.ts';
import { type Source, sourceText } from '../convert/source.ts';
import { asData } from '../model/asData.ts';
import { markdownModel } from '../model/markdown.ts';
import { SourceText } from '../text/sourceText.ts';
import type { ImportArgs } from './args.ts';
import { kindAt, slashes } from './disk.ts';
import type { Said, Target } from './files.ts';
import type { Io } from './io.ts';
import { importNamed, openTarget } from './loadSource.ts';
import { fileKind } from './names.ts';
import { originOf } from './origin.ts';
import { noteLines } from './output/importNotes.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import type { Packs } from './packs.ts';
import { faultSentence } from './pool.ts';
import { FileText } from './position.ts';
import { createFile, replaceFile } from './write.ts';

const THERE =
  'There is a file of that name already, which was left as it is. With --force it is written over.';

/** Where a document is to be written. */
interface Output {
  /** As people named it. */
  readonly shown: string;
  readonly path: string;
}

/** One run of `touchstone import` over its files. */
export class ImportRun {
  readonly #args: ImportArgs;
  readonly #io: Io;
  readonly #packs: Packs;
  /** What this run has written, by path: two files may have one name but for its ending. */
  readonly #written = new Set<string>();

  constructor(args: ImportArgs, io: Io, packs: Packs) {
    this.#args = args;
    this.#io = io;
    this.#packs = packs;
  }

  isForeign({ path: file }: Target): boolean {
    return fileKind(file)?.kind === 'source';
  }

  /** Imports one file, whatever it holds, and answers why not where it cannot be. */
  async import(target: Target): Promise<Said | undefined> {
    try {
      return await this.#import(target);
    } catch (error) {
      return { shown: target.shown, sentence: faultSentence(error) };
    }
  }

  async #import(target: Target): Promise<Said | undefined> {
    const { shown } = target;
    const output = this.#outputOf(target);
    const unfit = this.#inputFault(target) ?? this.#outputFault(output, target);
    if (unfit !== undefined) return unfit;
    const opened = await openTarget(target, { io: this.#io });
    if (!opened.ok) return { shown, sentence: opened.problem };
    const { source, files } = placePictures(opened.source, output && stemOf(output.path));
    const named = await importNamed(source, this.#args.framework, this.#packs, target);
    if ('sentence' in named) return { shown, sentence: named.sentence };
    const { markdown, notes } = named.imported;
    const fault = await this.#write(output, this.#isData(output) ? data(markdown) : markdown);
    if (fault !== undefined) return { shown: output?.shown ?? shown, sentence: fault };
    for (const picture of files) {
      const file = slashes(path.resolve(path.dirname(output?.path ?? ''), picture.path));
      const lost = await this.#writePicture(file, picture.bytes);
      if (lost !== undefined) return lost;
    }
    this.#report(noteLines(notes, textOf(source), shown), this.#ending(output, notes.length));
    return undefined;
  }

  #outputOf({ path: input }: Target): Output | undefined {
    const { output, folder, yaml } = this.#args;
    if (output !== undefined) return { shown: output, path: this.#resolve(output) };
    if (folder === undefined) return undefined;
    const ending = yaml ? '.yaml' : '.md';
    const name = path.basename(input);
    const stem = stemOf(name);
    // The second of two files with one name keeps its ending, so that none takes the other's place.
    for (const free of [stem, name, ...Array.from({ length: 99 }, (_, at) => `${name}-${at + 2}`)]) {
      const shown = slashes(path.join(folder, free + ending));
      const file = this.#resolve(shown);
      if (!this.#written.has(file)) return { shown, path: file };
    }
    return { shown: folder, path: this.#resolve(folder) };
  }

  #inputFault({ path: file, shown, stdin }: Target): Said | undefined {
    if (stdin || fileKind(file)?.kind === 'source') return undefined;
    const ours = fileKind(file) !== undefined;
    const sentence = ours
      ? 'This is no document from elsewhere; "touchstone check" reads it as it is.'
      : 'Only text (.txt), Word (.docx), PDF (.pdf) and HTML (.html) files can be imported. Save it as one of these.';
    return { shown, sentence };
  }

  #outputFault(output: Output | undefined, { path: input }: Target): Said | undefined {
    if (output === undefined) return undefined;
    const kind = fileKind(output.path);
    const syntax = kind?.kind === 'document' ? kind.syntax : undefined;
    if (syntax === undefined || output.path === input) {
      const sentence = 'What is written is Markdown or YAML: give a name that ends in .md or .yaml.';
      return { shown: output.shown, sentence };
    }
    if (syntax === 'yaml' || !this.#args.yaml) return undefined;
    return { shown: output.shown, sentence: 'With --yaml the name of the file ends in .yaml.' };
  }

  #isData(output: Output | undefined): boolean {
    return this.#args.yaml || (output !== undefined && /\.ya?ml$/i.test(output.path));
  }

  /** Answers why it could not be written. */
  async #write(output: Output | undefined, text: string): Promise<string | undefined> {
    if (output === undefined) {
      this.#io.out(visibleLines(text, this.#io));
      return undefined;
    }
    if (this.#args.folder !== undefined) await mkdir(path.dirname(output.path), { recursive: true });
    const there = (await kindAt(output.path)).ok;
    if (there && !this.#args.force) return THERE;
    this.#written.add(output.path);
    const written = there ? await replaceFile(output.path, text) : await createFile(output.path, text);
    return written.ok ? undefined : written.problem;
  }

  async #writePicture(file: string, bytes: Uint8Array): Promise<Said | undefined> {
    const shown = slashes(path.relative(this.#io.cwd, file));
    await mkdir(path.dirname(file), { recursive: true });
    const there = (await kindAt(file)).ok;
    if (there && !this.#args.force) return { shown, sentence: THERE };
    const written = there ? await replaceFile(file, bytes) : await createFile(file, bytes);
    return written.ok ? undefined : { shown, sentence: written.problem };
  }

  #report(lines: readonly string[], ending: string): void {
    const all = [...lines, ending].map(visible);
    this.#io.err(`${all.join('\n')}\n${this.#args.folder === undefined ? '' : '\n'}`);
  }

  #ending(output: Output | undefined, notes: number): string {
    const written = output === undefined ? 'Imported' : `${output.shown} is written`;
    return notes === 0
      ? `${written}; every word was carried over as it stood.`
      : `${written}, with ${count(notes, 'note')} on what was not carried over as it stood.`;
  }

  #resolve(file: string): string {
    return slashes(path.resolve(this.#io.cwd, file));
  }
}

/** The name of a file without its folder and its ending. */
function stemOf(file: string): string {
  return path.basename(file, path.extname(file));
}

function data(markdown: string): string {
  return asData(markdownModel(SourceText.of(markdown)), markdown);
}

function textOf(source: Source): FileText {
  return new FileText(SourceText.of(sourceText(source)), originOf(source, undefined));
}
