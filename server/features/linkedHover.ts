import type { Hover } from './hover/answer.ts';
import { type Around, type NamedFile, resolved } from './packNames.ts';

/** What stands in another file where a link at `offset` leads to. */
export async function linkedHover(
  own: NamedFile,
  offset: number,
  around: Around,
): Promise<Hover | undefined> {
  const named = own.names.at(offset);
  if (named === undefined) return undefined;
  const { kind } = named.thing;
  if (kind !== 'place' && kind !== 'file') return undefined;
  const thing = await resolved(named.thing, own, around);
  if (thing.kind !== 'place' && thing.kind !== 'file') return undefined;
  const file = await around.file(thing.path);
  const shown = file === own ? undefined : file?.names.shown(thing);
  return shown && { markdown: shown.markdown, span: named.span };
}
