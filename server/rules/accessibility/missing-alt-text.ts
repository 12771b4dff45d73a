import type { Block } from '../../model/block.ts';
import { type Editing, overwritten } from '../../model/editing.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { ENGLISH_ACCESSIBILITY } from '../../values/accessibilityWords.ts';
import { asking, type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'A picture must have words that say what it shows.',
  why: 'Readers who hear a report instead of seeing it learn nothing of a chart without such words; the law asks public bodies for them.',
  severity: 'warning',
  *check({ block }) {
    if (block.kind === 'code' || block.kind === 'comment') return;
    for (const { kind, at, text } of block.links) {
      if (kind === 'picture') yield* judged(at, text, describing(block, at, text));
    }
    for (const { at, alt } of tagsOf(block)) {
      // A picture that is there for its looks alone says so by an empty text.
      if (alt === undefined) yield missing(at, [asking(TITLE, (edit, place) => inTag(edit, place(at)))]);
      else if (alt !== '') yield* judged(at, alt, []);
    }
  },
});

const TITLE = 'Say what this picture shows';

/** Puts the cursor between the square brackets, over what stands there. */
function describing({ source }: Block, at: Span, text: string): readonly DraftFix<Span>[] {
  if (!source.startsWith(`![${text}]`, at.from)) return [];
  const words = { from: at.from + '!['.length, to: at.from + '!['.length + text.length };
  const stop = text.trim() === '' ? '$1' : overwritten(text);
  return [asking(TITLE, (edit, place) => edit.replace(place(words), stop))];
}

/** The description of a picture that is written as HTML stands behind the name of its tag. */
function inTag(edit: Editing, { from }: Span): readonly TextEdit[] {
  const at = from + '<img'.length;
  return edit.replace({ from: at, to: at }, ' alt="$1"');
}

function* judged(at: Span, written: string, fixes: readonly DraftFix<Span>[]): Iterable<Draft<Span>> {
  const text = written.replace(/[*_`\\]/g, '').trim();
  if (text === '') yield missing(at, fixes);
  else if (isNoDescription(text)) {
    yield {
      at,
      severity: 'info',
      message: `"${text}" does not say what this picture shows. Say it in a sentence, as you would to somebody on the telephone.`,
      fixes,
    };
  }
}

function missing(at: Span, fixes: readonly DraftFix<Span>[]): Draft<Span> {
  return {
    at,
    fixes,
    message:
      'This picture has no words for readers who cannot see it. Write in the square brackets what it shows.',
  };
}

const FILE = /^[\p{L}\p{N}_ ().%+-]{1,100}\.(?:png|jpe?g|gif|svg|bmp|webp|tiff?|emf|wmf)$/iu;
const CAMERA = /^(?:img|dsc|dscn|pic|image|picture|screenshot|scan)[ _-]?\d[\d _-]{0,20}$/i;

/** The name of a file, or words that any picture could have. */
function isNoDescription(text: string): boolean {
  const words = text.toLowerCase().replace(/[\s\d.:]+$/, '');
  return FILE.test(text) || CAMERA.test(text) || ENGLISH_ACCESSIBILITY.pictures.has(words);
}

const TAG = /<img\b[^<>]{0,600}>/gi;
const ALT = /\balt\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\s"'>]*))/i;

/** Pictures that are written as HTML. */
function tagsOf({ source }: Block): readonly { readonly at: Span; readonly alt: string | undefined }[] {
  if (!source.includes('<')) return [];
  return [...source.matchAll(TAG)].map(({ 0: tag, index }) => {
    const match = ALT.exec(tag);
    const alt = match === null ? undefined : (match[1] ?? match[2] ?? match[3] ?? '');
    return { at: { from: index, to: index + tag.length }, alt };
  });
}
