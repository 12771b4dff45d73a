import type { Span } from '../../text/span.ts';
import { rewriteZip } from '../office/rewrite.ts';
import { type Anchor, Anchors } from './anchors.ts';
import { type Body, readBody } from './bodyRuns.ts';
import { type Commenter, type CommentLine, commentsIn, emptyComments, withMore } from './commentsPart.ts';
import { Draft } from './draft.ts';
import { markSplices } from './marks.ts';
import { dropComments } from './ownComments.ts';
import { openWordPackage } from './package.ts';
import { isSigned, protectionOf } from './protection.ts';
import { readWord } from './readWord.ts';
import { NO_RELATIONSHIPS, relationshipsPart, withContentType, withRelationship } from './registration.ts';
import { spliced } from './splice.ts';
import { standIns } from './standIns.ts';
import type { WordDocument } from './wordDocument.ts';

/** What is to be said of some words of a document. */
export interface WordComment {
  /** Where in the text of the flow. */
  readonly span: Span;
  readonly lines: readonly CommentLine[];
  /** What comes first when the comment cannot stand at the words themselves. */
  readonly elsewhere: CommentLine;
}

export type Commented =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Comments that have no place in the document. */
      readonly unplaced: readonly WordComment[];
      /** What the author should know of the document, in sentences. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

const CANNOT =
  'Comments cannot be written into this file: its text is stored in an unusual way. Save it again in Word.';
const SIGNED =
  'The document is signed, and comments would make its signature void. Save a copy without the signature in Word, and check that.';
const TYPES = '[Content_Types].xml';

/**
 * Writes the author's own file with comments at their words, and nothing else altered. Comments that the same
 * commenter left there before are replaced; all others stay.
 */
export async function withComments(
  word: WordDocument,
  comments: readonly WordComment[],
  commenter: Commenter,
): Promise<Commented> {
  try {
    const clean = await withoutComments(word, commenter.author);
    return clean.ok ? await commented(clean.word, comments, commenter) : clean;
  } catch {
    // What the library of packages trips over in a damaged file.
    return { ok: false, problem: CANNOT };
  }
}

type Cleaned =
  | { readonly ok: true; readonly word: WordDocument }
  | { readonly ok: false; readonly problem: string };

/** The document as it was before someone commented on it: its words stay where they are. */
export async function withoutComments(word: WordDocument, author: string): Promise<Cleaned> {
  const opened = await openWordPackage(word.bytes);
  if (!opened.ok) return opened;
  if (isSigned(opened.word)) return { ok: false, problem: SIGNED };
  const draft = new Draft(opened.word);
  await dropComments(draft, author);
  if (draft.changes.size === 0) return { ok: true, word };
  const again = await readWord(await rewriteZip(word.bytes, draft.changes));
  if (!again.ok) return again;
  return again.source.format === 'word'
    ? { ok: true, word: again.source.word }
    : { ok: false, problem: CANNOT };
}

async function commented(
  { bytes, pieces }: WordDocument,
  comments: readonly WordComment[],
  commenter: Commenter,
): Promise<Commented> {
  const opened = await openWordPackage(bytes);
  if (!opened.ok) return opened;
  const { word } = opened;
  const draft = new Draft(word);
  const mainText = await draft.text(word.main);
  const body = readBody(mainText ?? '');
  if (mainText === undefined || body.names.prefix === '') return { ok: false, problem: CANNOT };
  const anchors = new Anchors(pieces, word.main, body, await standIns(word, body));
  const placed: Placed[] = [];
  const unplaced: WordComment[] = [];
  for (const comment of comments) {
    const anchor = anchors.of(comment.span);
    if (anchor === undefined) unplaced.push(comment);
    else placed.push({ comment, anchor });
  }
  const written = placed.length === 0 || (await write(draft, placed, body, commenter));
  if (!written) return { ok: false, problem: CANNOT };
  const remarks = await protectionOf(word);
  if (draft.changes.size === 0) return { ok: true, bytes, unplaced, remarks };
  return { ok: true, bytes: await rewriteZip(bytes, draft.changes), unplaced, remarks };
}

interface Placed {
  readonly comment: WordComment;
  readonly anchor: Anchor;
}

/** Answers whether all that has to be changed could be read. */
async function write(
  draft: Draft,
  placed: readonly Placed[],
  { names }: Body,
  commenter: Commenter,
): Promise<boolean> {
  const { main } = draft.word;
  const mainText = await draft.text(main);
  const part = await commentsPart(draft, names.namespace);
  const xml = part === undefined ? undefined : await draft.text(part);
  if (mainText === undefined || part === undefined || xml === undefined) return false;
  const first = Math.max(-1, ...commentsIn(xml).map(({ id }) => id || 0), ...marksIn(mainText)) + 1;
  const numbered = placed.map((one, index) => ({ ...one, id: first + index }));
  draft.put(main, spliced(mainText, markSplices(numbered, names.prefix)));
  const more = numbered.map(({ id, anchor, comment: { lines, elsewhere } }) => ({
    id,
    lines: anchor.exact ? lines : [elsewhere, ...lines],
  }));
  draft.put(part, withMore(xml, more, commenter));
  return true;
}

/** Numbers that marks in the text have, be there a comment or not. */
function marksIn(xml: string): readonly number[] {
  const marks = xml.matchAll(/comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\bid="(\d{1,9})"/g);
  return [...marks].map(([, id]) => Number(id));
}

/** The name of the part with the comments, which is made where there is none. */
async function commentsPart(draft: Draft, namespace: string): Promise<string | undefined> {
  const { main, relationships, zip } = draft.word;
  const known = relationships.find(({ type, external }) => type === 'comments' && !external);
  if (known !== undefined && zip.has(known.target)) return known.target;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = known?.target ?? freeName(zip.names, folder);
  const types = await draft.text(TYPES);
  if (types === undefined) return undefined;
  draft.put(part, emptyComments(namespace));
  draft.put(TYPES, withContentType(types, part));
  if (known !== undefined) return part;
  const relations = relationshipsPart(main);
  const listed = zip.has(relations) ? await draft.text(relations) : NO_RELATIONSHIPS;
  if (listed === undefined) return undefined;
  const isStrict = namespace.startsWith('http://purl.oclc.org/');
  draft.put(relations, withRelationship(listed, part.slice(folder.length), isStrict));
  return part;
}

function freeName(names: readonly string[], folder: string): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = `${folder}comments.xml`;
  for (let number = 1; taken.has(name.toLowerCase()); number += 1) name = `${folder}comments${number}.xml`;
  return name;
}
