import { FrameworkLibrary } from '../../server/framework/library.ts';

const SHIPPED = FrameworkLibrary.builtin();

/** Begins a framework of a fixture that is about the mistakes in it. */
const MISTAKEN = /^# With mistakes\b/;

/**
 * The frameworks that are shipped, and those of a fixture, which must be without fault unless they say otherwise.
 * @param named more of them, with names of their own
 */
export function libraryWith(
  frameworks: readonly string[],
  named: readonly { readonly path: string; readonly text: string }[] = [],
): FrameworkLibrary {
  const unnamed = frameworks.map((text, index) => ({
    path: `fixture-${index}.framework.yaml`,
    text: `${text}\n`,
  }));
  const files = [...unnamed, ...named];
  const library = SHIPPED.with(files);
  for (const { path, text } of files) {
    if (MISTAKEN.test(text)) continue;
    const fault = library.file(path)?.problems[0];
    if (fault !== undefined) throw new Error(`The framework fence: ${fault.message}`);
  }
  return library;
}
