import type { Syntax } from '../model/model.ts';

/** How a file is to be read, as its name says. */
export type FileKind =
  | { readonly kind: 'document'; readonly syntax: Syntax }
  | { readonly kind: 'text' }
  | { readonly kind: 'framework' }
  | { readonly kind: 'config' };

const ENDINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/(?:^|\/)touchstone\.ya?ml$/i, { kind: 'config' }],
  [/\.framework\.ya?ml$/i, { kind: 'framework' }],
  [/\.ya?ml$/i, { kind: 'document', syntax: 'yaml' }],
  [/\.(?:md|markdown)$/i, { kind: 'document', syntax: 'markdown' }],
  [/\.(?:txt|text)$/i, { kind: 'text' }],
];

/** The kind of the file with that path, or undefined for one that Touchstone does not read. */
export function fileKind(path: string): FileKind | undefined {
  return ENDINGS.find(([ending]) => ending.test(path))?.[1];
}
