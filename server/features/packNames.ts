import { sameAddress, unescaped } from '../text/address.ts';
import { SourceText } from '../text/sourceText.ts';
import { touches } from '../text/span.ts';
import type { Mention, Named, Names, Target, Thing } from './names/thing.ts';
import { isConfigFile, isPackFile } from './pack.ts';

/** A file among whose words things are looked for. */
export interface NamedFile {
  readonly path: string;
  readonly text: SourceText;
  readonly names: Names;
}

/** The files around one. */
export interface Around {
  /** Our file at an address. */
  file(path: string): Promise<NamedFile | undefined>;
  /** The other files of the pack whose text satisfies. */
  others(mayHold: (text: string, path: string) => boolean): Promise<readonly NamedFile[]>;
}

/** A place in one of several files where a thing is called by a name. */
export interface FoundMention {
  readonly file: NamedFile;
  readonly mention: Mention;
}

/** Every place in the pack where what stands at `offset` is called by a name; those of the file itself come first. */
export async function mentionsAt(
  own: NamedFile,
  offset: number,
  around: Around,
): Promise<readonly FoundMention[]> {
  const named = own.names.at(offset);
  if (named === undefined) return [];
  return mentionsOf(await resolved(named.thing, own, around), own, around);
}

/** Every place where a thing is called by a name. */
export async function mentionsOf(
  thing: Thing,
  own: NamedFile,
  around: Around,
): Promise<readonly FoundMention[]> {
  const others = isOfOneFile(thing) ? [] : await around.others(holding(thing));
  return [own, ...others].flatMap((file) =>
    inOrder(file.names.mentions(thing)).map((mention) => ({ file, mention })),
  );
}

/** What is said of the thing at `offset` in the file itself: where a reader's eye is led. */
export function highlights({ names }: NamedFile, offset: number): readonly Mention[] {
  const named = names.at(offset);
  return named === undefined ? [] : inOrder(names.mentions(named.thing));
}

/** Where what stands at `offset` is defined: here, or else in the pack's own files, or else in another document. */
export async function definitionsAt(
  own: NamedFile,
  offset: number,
  around: Around,
): Promise<readonly Target[]> {
  const direct = own.names.target(offset);
  if (direct !== undefined) return [direct];
  const named = own.names.at(offset);
  if (named === undefined) return [];
  const thing = await resolved(named.thing, own, around);
  if (thing.kind === 'file') return [await fileTarget(thing.path, around)];
  const all = (await mentionsOf(thing, own, around)).filter(({ mention }) => mention.role === 'definition');
  const nearest = [isOwn, isConfig, isData, () => true].find((rank) => all.some(rank));
  return all
    .filter((found) => nearest?.(found) === true)
    .map(({ file, mention }) => ({ path: file.path, text: file.text, span: mention.whole ?? mention.span }));

  function isOwn({ file }: FoundMention): boolean {
    return file === own;
  }
}

function isConfig({ file }: FoundMention): boolean {
  return isConfigFile(file.path);
}

function isData({ file }: FoundMention): boolean {
  return isPackFile(file.path);
}

/** Whoever follows a link to a file that is none of ours wants to see it all the same. */
async function fileTarget(path: string, around: Around): Promise<Target> {
  const file = await around.file(path);
  const span = { from: 0, to: 0 };
  return file === undefined
    ? { path, text: SourceText.of(''), span }
    : { path: file.path, text: file.text, span };
}

/** A thing as the file knows it that has it: a link to another file says no more than what stands in it. */
export async function resolved(thing: Thing, own: NamedFile, around: Around): Promise<Thing> {
  if (thing.kind !== 'place' || thing.at !== undefined) return thing;
  const file = sameAddress(thing.path) === sameAddress(own.path) ? own : await around.file(thing.path);
  const place = thing.fragments.flatMap((fragment) => file?.names.place(fragment) ?? [])[0];
  return place ?? { kind: 'file', path: thing.path };
}

/** The thing at the cursor, as long as that is still what stands there. */
export function namedAt({ names }: NamedFile, offset: number): Named | undefined {
  const named = names.at(offset);
  return named !== undefined && touches(named.span, offset) ? named : undefined;
}

/** In the order of the text, each place once. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  const sorted = [...mentions].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  return sorted.filter(({ span }, index) => {
    const before = sorted[index - 1]?.span;
    return before === undefined || before.from !== span.from || before.to !== span.to;
  });
}

function isOfOneFile({ kind }: Thing): boolean {
  return kind === 'local' || kind === 'footnote' || kind === 'area';
}

/** Whether a text may speak of a thing: what cannot need not be read. */
export function holding(thing: Thing): (text: string, path: string) => boolean {
  switch (thing.kind) {
    case 'measure': {
      const words = [...thing.names, thing.id ?? ''].filter((name) => name !== '').map(longestWord);
      return (text) => words.some((word) => text.toLowerCase().includes(word));
    }
    case 'acronym':
      return (text) => text.toUpperCase().includes(thing.key) || /\p{Lu}(?:of|and|for)\p{Lu}/u.test(text);
    case 'owner':
      return (text) => text.toLowerCase().includes(longestWord(thing.key));
    case 'framework':
      return (text) => text.includes(thing.id);
    case 'place':
    case 'file':
      return linking(thing.path);
    default:
      return () => true;
  }
}

function longestWord(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [''];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Whether a text may link to a file: by its name, with escapes or without; the file itself may too. */
export function linking(path: string): (text: string, own: string) => boolean {
  const name = unescaped(path).split('/').at(-1) ?? '';
  return (text, own) =>
    text.includes(name) || unescapedParts(text).includes(name) || sameAddress(own) === sameAddress(path);
}

/** A text whose escapes are undone one by one: elsewhere in it a per cent sign is just that. */
function unescapedParts(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[\da-f]{2})+/gi, unescaped) : text;
}
