import type { Fault, Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import type { LibraryLandmarks } from './landmarks.ts';

type Has = (document: LibraryLandmarks) => boolean;

/** What documents of every kind are changed by, left alone where a document lacks what it takes. */
export function where(has: Has, kinds: readonly Fault<Texts>[]): readonly Fault<LibraryLandmarks>[];
export function where(has: Has, kinds: readonly Kind<Texts>[]): readonly Kind<LibraryLandmarks>[];
export function where(has: Has, kinds: readonly Kind<Texts>[]): readonly Kind<LibraryLandmarks>[] {
  return kinds.map((kind) => ({
    ...kind,
    draw: (document, random) => (has(document) ? kind.draw(document, random) : undefined),
  }));
}

/** Whether there is a field that must be there, the title apart. */
export function hasFields({ fields }: LibraryLandmarks): boolean {
  return fields.some(({ id, required }) => required && id !== 'title');
}

/** Whether a field gives a day or some. */
export function hasDays({ fields }: LibraryLandmarks): boolean {
  return fields.some(({ id }) => ['published', 'date', 'visited', 'inspected', 'period'].includes(id));
}

/** Whether a sentence can be put in somewhere. */
export function hasProse({ prose }: LibraryLandmarks): boolean {
  return prose.some(({ slots }) => slots.length > 0);
}
