import { normaliseName } from '../framework/name.ts';
import { measureKey } from '../report/measureDictionary.ts';
import { roleNamed } from '../report/measures.ts';
import { sameAddress, unescaped } from '../text/address.ts';
import { overlapping, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { acronymTokens } from '../values/acronymTokens.ts';
import { ENGLISH_ACRONYMS } from '../values/acronymWords.ts';
import type { Form, Mention, Named, Thing } from './names/thing.ts';
import {
  type Around,
  type FoundMention,
  linking,
  mentionsOf,
  type NamedFile,
  namedAt,
  resolved,
} from './packNames.ts';

/** The changes to one of several files. */
export interface FileEdit {
  readonly file: NamedFile;
  readonly edits: readonly SureEdit[];
}

export interface SureEdit extends TextEdit {
  /** Whether the words there merely seem to speak of what is renamed. */
  readonly unsure: boolean;
}

/** What is to be renamed at a place. */
export interface Renaming {
  readonly span: Span;
  readonly name: string;
}

/** What can be renamed at `offset`; or a sentence that says why it cannot be; or undefined where nothing has a name. */
export function renamingAt(own: NamedFile, offset: number): Renaming | string | undefined {
  const named = namedAt(own, offset);
  if (named === undefined) return undefined;
  const { span, name, thing } = named;
  return name === undefined ? NO_NAME[thing.kind] : { span, name };
}

const NOTHING = 'Nothing here has a name that could be changed everywhere.';
const OF_ANOTHER = 'Rename it where it stands: go there with "Go to Definition".';

const SHIPPED =
  'This is a name in a framework that comes with Touchstone, and cannot be changed. A framework of your own that extends it may have other names.';

const NO_NAME: Readonly<Record<Thing['kind'], string>> = {
  measure: NOTHING,
  acronym: NOTHING,
  section: SHIPPED,
  framework: SHIPPED,
  footnote: NOTHING,
  local: NOTHING,
  place: OF_ANOTHER,
  file: 'A file is renamed in the list of files; links to it are then changed as well.',
  owner: NOTHING,
  area: 'A judgement is no name: change it here, and the other places that state it will be found.',
};

/** The changes that call what stands at `offset` by another name everywhere, or a sentence that says why there are none. */
export async function renamed(
  own: NamedFile,
  offset: number,
  written: string,
  around: Around,
): Promise<readonly FileEdit[] | string> {
  const named = namedAt(own, offset);
  if (named === undefined) return NOTHING;
  const name = written.trim();
  if (named.name === undefined) return NO_NAME[named.thing.kind];
  const thing = await resolved(named.thing, own, around);
  const fault = nameFault(thing, named.form, name);
  if (fault !== undefined) return fault;
  if (name === named.name) return [];
  const found = await mentionsOf(thing, own, around);
  const everywhere = [own, ...(await around.others(() => isShared(thing)))];
  const objection = everywhere.map((file) => file.names.objection(thing, named.form, name)).find(isThere);
  if (objection !== undefined) return objection;
  const meant = found.filter(({ mention }) => isMeant(mention, named));
  if (isShipped(thing, found, meant)) return SHIPPED;
  const edits = withTies(editsOf(meant, name), everywhere, newName(thing, named, name, everywhere));
  if (thing.kind === 'place' && !hasHeading(meant, name)) return EMPHASISED;
  return withLinks(edits, own, around);
}

const EMPHASISED =
  'The heading cannot be changed as a whole, since a part of it is emphasised. Change it by hand.';

/** Whether a heading's own words are among what changes: without it, what speaks of it would be wrong. */
function hasHeading(meant: readonly FoundMention[], name: string): boolean {
  return meant.some(({ mention }) => mention.role === 'definition' && mention.renamed(name).length > 0);
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Whether the whole pack shares the names of such things. */
function isShared({ kind }: Thing): boolean {
  return kind === 'measure' || kind === 'acronym' || kind === 'section' || kind === 'framework';
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 300;

/** Why a name can be none of such a thing. */
function nameFault({ kind }: Thing, form: Form, name: string): string | undefined {
  if (name === '') return 'A name cannot be empty.';
  if (kind === 'local') return undefined;
  if (form === 'id') {
    return ID.test(name)
      ? undefined
      : `"${name}" cannot be an id: write small letters, digits and single hyphens, such as "overall-effectiveness".`;
  }
  if (kind === 'footnote') {
    return /^[^\]\s[]{1,60}$/.test(name)
      ? undefined
      : `"${name}" cannot mark a footnote: write letters and digits without blanks.`;
  }
  if (kind === 'acronym') return acronymFault(name);
  if (kind === 'measure' && roleNamed(name) !== undefined)
    return `"${name}" says what the figures of a row are, and cannot be the name of a measure.`;
  if (/[\n\r|]|\p{Cc}/u.test(name)) return 'A name stands on one line, and has no upright stroke in it.';
  if (/<[a-z!/?]|\]\(/i.test(name))
    return 'A name consists of words: a link or a mark such as "<b>" would be read as none.';
  if (name.length > LONGEST_NAME) return `A name cannot have more than ${LONGEST_NAME} letters.`;
  return /^#|^<!--/.test(name) || !/[\p{L}\p{N}]/u.test(name)
    ? `"${name}" cannot be a name: it must begin with a letter or a figure.`
    : undefined;
}

function acronymFault(name: string): string | undefined {
  const [token, ...more] = acronymTokens(name, ENGLISH_ACRONYMS);
  const isWhole = token !== undefined && more.length === 0 && token.name === name;
  return isWhole
    ? undefined
    : `"${name}" is no acronym: write two to eight letters, most of them capitals, without blanks.`;
}

/** Whether a mention goes by the name that is changed; what goes by another of its names keeps it. */
function isMeant({ name, form }: Mention, named: Named): boolean {
  const { thing, name: old = '' } = named;
  if (thing.kind === 'measure') return form === named.form && measureKey(name) === measureKey(old);
  if (thing.kind === 'section') return form === named.form && normaliseName(name) === normaliseName(old);
  return true;
}

/** Whether only a framework that is shipped says what a thing is called. */
function isShipped(
  { kind, ...thing }: Thing,
  found: readonly FoundMention[],
  meant: readonly FoundMention[],
): boolean {
  const isDefined = ({ mention }: FoundMention) => mention.role !== 'use';
  if (kind === 'framework' || kind === 'section') return !found.some(isDefined);
  return kind === 'measure' && 'id' in thing && thing.id !== undefined && !meant.some(isDefined);
}

/** The edits of each file that call the mentions by another name. */
function editsOf(meant: readonly FoundMention[], name: string): ReadonlyMap<NamedFile, readonly SureEdit[]> {
  const byFile = new Map<NamedFile, SureEdit[]>();
  for (const { file, mention } of meant) {
    const edits = mention.renamed(name).map((edit) => ({ ...edit, unsure: mention.unsure === true }));
    byFile.set(file, [...(byFile.get(file) ?? []), ...edits]);
  }
  return byFile;
}

/** What documents call a measure once a thing has another name; undefined for one that goes by its name as before. */
function newName(
  thing: Thing,
  { name: old = '' }: Named,
  name: string,
  everywhere: readonly NamedFile[],
): (measure: string) => string | undefined {
  if (thing.kind === 'measure')
    return (measure) => (measureKey(measure) === measureKey(old) ? name : undefined);
  if (thing.kind !== 'acronym') return () => undefined;
  return (measure) => {
    const now = withAcronym(measure, thing.key, name);
    return now !== measure && isReported(measure, everywhere) ? now : undefined;
  };
}

function withAcronym(words: string, key: string, name: string): string {
  return acronymTokens(words, ENGLISH_ACRONYMS)
    .filter((token) => token.key === key)
    .reduceRight(
      (now, token) => now.slice(0, token.from) + name + now.slice(token.from + token.name.length),
      words,
    );
}

function isReported(measure: string, everywhere: readonly NamedFile[]): boolean {
  const thing = { kind: 'measure' as const, id: undefined, names: [measure] };
  return everywhere.some(({ names }) => names.mentions(thing).some(({ unsure }) => unsure !== true));
}

/** Adds what the spreadsheets of the pack have to be read by once a measure has another name. */
function withTies(
  byFile: ReadonlyMap<NamedFile, readonly SureEdit[]>,
  everywhere: readonly NamedFile[],
  renamed: (measure: string) => string | undefined,
): ReadonlyMap<NamedFile, readonly SureEdit[]> {
  const all = new Map(byFile);
  for (const file of everywhere) {
    const ties = file.names.tied(renamed).map((edit) => ({ ...edit, unsure: false }));
    if (ties.length > 0) all.set(file, [...(all.get(file) ?? []), ...ties]);
  }
  return all;
}

/** Adds what links to headings have to say once these have other words. */
async function withLinks(
  byFile: ReadonlyMap<NamedFile, readonly SureEdit[]>,
  own: NamedFile,
  around: Around,
): Promise<readonly FileEdit[] | string> {
  const all = new Map([...byFile].map(([file, edits]) => [file, single(edits)]));
  for (const [file, edits] of [...all]) {
    const [before, after] = [file.names.after([]), file.names.after(edits)];
    if (
      overlapping(edits) ||
      after.faults > before.faults ||
      after.fragments.length !== before.fragments.length
    )
      return `The name cannot be written everywhere it stands: "${shortPath(file.path)}" could not be read any more. Choose one without special characters.`;
    const changed = changedFragments(before.fragments, after.fragments);
    if (changed.size === 0) continue;
    const linkers = [own, ...(await around.others(linking(file.path)))];
    for (const linker of linkers) {
      const links = relinked(linker, file.path, changed);
      if (links.length > 0) all.set(linker, single([...(all.get(linker) ?? []), ...links]));
    }
  }
  return [...all].flatMap(([file, edits]) => (edits.length === 0 ? [] : [{ file, edits }]));
}

function relinked(
  { names }: NamedFile,
  path: string,
  changed: ReadonlyMap<string, string>,
): readonly SureEdit[] {
  const edits = names.relinked((to, written) => {
    const fragment =
      sameAddress(to.path) === sameAddress(path) ? changed.get(bare(to.fragment ?? '')) : undefined;
    return fragment === undefined ? undefined : `${written.slice(0, written.indexOf('#'))}#${fragment}`;
  });
  return edits.map((edit) => ({ ...edit, unsure: false }));
}

/** What links said before by what they have to say now. */
function changedFragments(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  before.forEach((slugs, index) => {
    const now = after[index] ?? [];
    const [first] = now;
    for (const slug of slugs) if (first !== undefined && !now.includes(slug)) changed.set(bare(slug), first);
  });
  return changed;
}

/** A fragment as it is compared. */
function bare(fragment: string): string {
  return unescaped(fragment).toLowerCase();
}

/** The edits without those that are there twice: a row may name a section in two ways. */
function single(edits: readonly SureEdit[]): readonly SureEdit[] {
  return edits.filter(({ span, insert }, index) => {
    const first = edits.findIndex(
      (one) => one.span.from === span.from && one.span.to === span.to && one.insert === insert,
    );
    return first === index;
  });
}

function shortPath(path: string): string {
  return unescaped(path).split('/').at(-1) ?? path;
}
