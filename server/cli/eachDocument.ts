import { collect, type Target } from './files.ts';
import type { ForeignFiles } from './foreign.ts';
import type { Io } from './io.ts';
import { load } from './load.ts';
import type { Loaded } from './loaded.ts';
import { visible } from './output/screen.ts';
import { Packs } from './packs.ts';

/** A document that was read. */
export interface ReadDocument {
  readonly target: Target;
  readonly loaded: Extract<Loaded, { kind: 'document' }>;
  readonly packs: Packs;
}

interface Wanted {
  readonly paths: readonly string[];
  readonly framework: string | undefined;
  readonly foreign: ForeignFiles;
}

/**
 * Reads the documents that the paths of a command line mean, and does something with each. What cannot be read is told.
 * Answers whether all could be.
 */
export async function eachDocument(
  { paths, framework, foreign }: Wanted,
  io: Io,
  use: (document: ReadDocument) => Promise<void>,
): Promise<boolean> {
  const packs = new Packs();
  const { targets, problems } = await collect(paths, { cwd: io.cwd, packs, stdinName: undefined, foreign });
  let isWhole = problems.length === 0;
  const tell = (shown: string, sentence: string) => io.err(`${visible(shown)}: ${visible(sentence)}\n`);
  for (const { shown, sentence } of problems) tell(shown, sentence);
  for (const target of targets) {
    const loaded = await load(target, { io, packs, framework, today: undefined });
    if (loaded.kind === 'document') await use({ target, loaded, packs });
    else if (loaded.kind === 'problem' || target.named) {
      isWhole = false;
      tell(target.shown, sentenceOf(loaded));
    }
  }
  return isWhole;
}

function sentenceOf(loaded: Exclude<Loaded, { kind: 'document' }>): string {
  if (loaded.kind === 'problem') return loaded.problem;
  return loaded.kind === 'pack file' ? 'This is no document.' : loaded.sentence;
}
