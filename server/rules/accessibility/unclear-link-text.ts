import type { Block } from '../../model/block.ts';
import { overwritten } from '../../model/editing.ts';
import type { Span } from '../../text/span.ts';
import { ENGLISH_ACCESSIBILITY } from '../../values/accessibilityWords.ts';
import { asking, type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'The words of a link must say where it leads.',
  why: 'People who hear a page go from link to link; in print "here" leads nowhere at all.',
  severity: 'info',
  *check({ block }) {
    if (block.kind === 'code' || block.kind === 'comment') return;
    for (const { kind, at, text, target } of block.links) {
      if (kind === 'link') yield* judged(at, text, target, naming(block, at, text));
    }
  },
});

/** Puts the cursor over the words of a link. */
function naming({ source }: Block, at: Span, text: string): readonly DraftFix<Span>[] {
  if (!source.startsWith(`[${text}]`, at.from)) return [];
  const words = { from: at.from + 1, to: at.from + 1 + text.length };
  const stop = text === '' ? '$1' : overwritten(text);
  return [asking('Say where this link leads', (edit, place) => edit.replace(place(words), stop))];
}

function* judged(
  at: Span,
  written: string,
  target: string,
  fixes: readonly DraftFix<Span>[],
): Iterable<Draft<Span>> {
  const text = written
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const words = text
    .toLowerCase()
    .replace(/[\s.,:;!?>»→…]+$/u, '')
    .replace(/^["'“‘[(]+|["'”’\])]+$/gu, '');
  if (ENGLISH_ACCESSIBILITY.unclearLinks.has(words)) {
    yield {
      at,
      fixes,
      message: `"${text}" does not say where this link leads. Make words of the sentence the link that name it, such as the title of the page.`,
    };
  } else if (isLongAddress(text)) {
    yield {
      at,
      fixes,
      message: `This link shows its address and no words. Write the name of the page instead of "${shortened(text)}".`,
    };
  } else if (text === '' && target !== '') {
    yield {
      at,
      fixes,
      message: 'This link has no words, so that nobody can follow it. Write where it leads.',
    };
  }
}

/** The address of a site is short enough to be typed from paper; that of a page within it is not. */
function isLongAddress(text: string): boolean {
  return text.length > 60 && /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

function shortened(text: string): string {
  return `${text.slice(0, 40)}…`;
}
