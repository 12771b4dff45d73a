import path from 'node:path';
import { formatByName } from '../convert/format.ts';
import type { Commented, WordComment } from '../convert/word/comments.ts';
import { COMMENTER, commentOf } from '../convert/word/findingComment.ts';
import type { WordDocument } from '../convert/word/wordDocument.ts';
import type { CommentsArgs } from './args.ts';
import { kindAt, realPath, slashes } from './disk.ts';
import { isGlob } from './globs.ts';
import { EXIT, type Io } from './io.ts';
import { load } from './load.ts';
import type { Loaded } from './loaded.ts';
import { visible } from './output/screen.ts';
import { count } from './output/summary.ts';
import { createFile, replaceFile } from './write.ts';

/** Writes what a check finds in a Word document into a copy of it, as comments. */
export class CommentWriter {
  readonly #args: CommentsArgs;
  readonly #io: Io;
  #document: Extract<Loaded, { kind: 'document' }> | undefined;

  constructor(args: CommentsArgs, io: Io) {
    this.#args = args;
    this.#io = io;
  }

  /** Why nothing could be written, whatever is found. */
  async fault(): Promise<string | undefined> {
    const fault = await this.#fault();
    return fault && `${this.#args.file}: ${fault}`;
  }

  async #fault(): Promise<string | undefined> {
    const { file, input, force } = this.#args;
    const [from, to] = [input, file].map((name) => slashes(path.resolve(this.#io.cwd, name)));
    if (from === undefined || to === undefined) return undefined;
    const ending = path.extname(from);
    if (formatByName(to) !== 'word' || path.extname(to).toLowerCase() !== ending.toLowerCase()) {
      return `What is written is a Word document: give a name that ends in "${ending}".`;
    }
    const source = await kindAt(from);
    if (source.ok ? source.value !== 'file' : isGlob(input))
      return 'Comments are written for one document: name its file.';
    const there = await kindAt(to);
    if (!there.ok) return undefined;
    if ((await realPath(from)) === (await realPath(to))) {
      return 'This is the file that is checked, which is left as it is. Give another name.';
    }
    if (there.value === 'folder') return 'It is a folder. Give the name of a file.';
    return force
      ? undefined
      : 'There is a file of that name already, which was left as it is. With --force it is written over.';
  }

  /** Loads a file, and keeps what the comments are written from. */
  readonly load: typeof load = async (target, options) => {
    const loaded = await load(target, options);
    if (loaded.kind === 'document') this.#document = loaded;
    return loaded;
  };

  /** Writes the file and says so; answers what the process is to end with. */
  async write(code: number): Promise<number> {
    const { word, findings, text } = this.#document ?? {};
    if (word === undefined || text === undefined || findings === undefined) return code;
    const comments = findings.map((finding) => commentOf(finding, text));
    const answer = await this.#commented(word, comments);
    const unwritten = answer.ok ? await this.#save(answer.bytes) : answer.problem;
    if (!answer.ok || unwritten !== undefined) {
      this.#say(`${this.#args.file}: ${unwritten}`);
      return EXIT.notRun;
    }
    const { remarks, unplaced } = answer;
    const written = comments.length - unplaced.length;
    this.#say(`${this.#args.file} is written, with ${count(written, 'comment')}.`);
    if (unplaced.length > 0) {
      const have = unplaced.length === 1 ? 'has' : 'have';
      this.#say(`${count(unplaced.length, 'finding')} ${have} no place in the document, and no comment:`);
      for (const { lines } of unplaced) this.#say(`  ${lines.map((line) => line.text).join(' ')}`);
    }
    for (const remark of remarks) this.#say(remark);
    return code;
  }

  async #commented(word: WordDocument, comments: readonly WordComment[]): Promise<Commented> {
    const { commentOn } = await import('../convert/door.ts');
    return commentOn(word, comments, { ...COMMENTER, date: this.#date() });
  }

  /** The time on the clock on the wall, which Word takes it for whatever zone is written. */
  #date(): string | undefined {
    const now = this.#io.now?.();
    if (now === undefined) return undefined;
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    return `${local.toISOString().slice(0, 19)}Z`;
  }

  async #save(bytes: Uint8Array): Promise<string | undefined> {
    const file = slashes(path.resolve(this.#io.cwd, this.#args.file));
    const there = this.#args.force && (await kindAt(file)).ok;
    const written = there ? await replaceFile(file, bytes) : await createFile(file, bytes);
    return written.ok ? undefined : written.problem;
  }

  #say(line: string): void {
    this.#io.err(`${visible(line)}\n`);
  }
}
