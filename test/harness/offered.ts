import type { CompletionItem } from '../../server/features/completion.ts';
import type { SourceText } from '../../server/text/sourceText.ts';

/** Each item with what is told of it, what it writes and what it replaces; `*` is the one that is chosen beforehand. */
export function offered(text: SourceText, items: readonly CompletionItem[]): string {
  if (items.length === 0) return 'nothing';
  return items
    .map(({ label, kind, detail, documentation, insert, preselect, span }) => {
      const isExplained = kind === 'value' || kind === 'reference';
      const told = [detail, isExplained ? documentation : undefined].filter((one) => one !== undefined);
      const written = insert === label ? '' : ` → ${JSON.stringify(insert)}`;
      const mark = preselect ? '*' : '';
      return `${label}${mark}${told.length === 0 ? '' : ` (${told.join(': ')})`}${written} for ${JSON.stringify(text.slice(span.from, span.to))}`;
    })
    .join('\n');
}
