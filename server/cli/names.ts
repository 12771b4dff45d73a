import { formatByName } from '../convert/format.ts';
import type { Syntax } from '../model/model.ts';

/** How a file is to be read, as its name says. */
export type FileKind =
  | { readonly kind: 'document'; readonly syntax: Syntax }
  /** Written elsewhere: it is imported to be checked. */
  | { readonly kind: 'source' }
  | { readonly kind: 'framework' }
  | { readonly kind: 'config' };

const ENDINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/(?:^|\/)touchstone\.ya?ml$/i, { kind: 'config' }],
  [/\.framework\.ya?ml$/i, { kind: 'framework' }],
  [/\.ya?ml$/i, { kind: 'document', syntax: 'yaml' }],
  [/\.(?:md|markdown)$/i, { kind: 'document', syntax: 'markdown' }],
];

/** The kind of the file with that path, or undefined for one that Touchstone does not read. */
export function fileKind(path: string): FileKind | undefined {
  const own = ENDINGS.find(([ending]) => ending.test(path))?.[1];
  return own ?? (formatByName(path) === undefined ? undefined : { kind: 'source' });
}
