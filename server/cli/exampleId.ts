import type { DiskPack } from './packs.ts';

/** A framework to name in a sentence about frameworks: one of the pack's own before those that are shipped. */
export function exampleId({ library, problems }: DiskPack['pack']): string {
  const own = [...problems.keys()].flatMap((file) => library.file(file)?.id ?? []);
  return own[0] ?? library.ids()[0] ?? 'ID';
}
