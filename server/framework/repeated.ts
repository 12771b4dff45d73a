import type { Span } from '../text/span.ts';
import { type Located, textOf, valueSpan } from './locate.ts';

/** The texts that some text before them equals, by the key under which they are compared. */
export function repeatedTexts(
  places: readonly (Located | undefined)[],
  key: (text: string) => string,
): readonly { readonly span: Span; readonly text: string }[] {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    const text = textOf(place);
    if (place === undefined || text === undefined) return [];
    const name = key(text);
    if (seen.has(name)) return [{ span: valueSpan(place), text }];
    seen.add(name);
    return [];
  });
}
