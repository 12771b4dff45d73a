import type { CodeLens, Command, Location } from 'vscode-languageserver';
import type { Lens } from '../features/lenses.ts';
import { SHOW_PLACES_COMMAND, type ShowPlacesArguments } from '../protocolViews.ts';
import type { Positions } from './positions.ts';

/** Where lenses are shown. */
export interface ShownLenses {
  readonly uri: string;
  readonly positions: Positions;
  /** Where other documents link to this one. */
  readonly links: readonly Location[];
  readonly canShow: boolean;
}

/** A lens that leads to its places in a client that has the command for it, and just says so in any other. */
export function toLens(lens: Lens, { uri, positions, links, canShow }: ShownLenses): CodeLens {
  const { at, title, places } = lens;
  const start = positions.position(at);
  const own = places.map((span) => ({ uri, range: positions.range(span) }));
  const shown: ShowPlacesArguments = [uri, start, [...own, ...lens.links.flatMap((one) => links[one] ?? [])]];
  const command: Command = canShow
    ? { title, command: SHOW_PLACES_COMMAND, arguments: [...shown] }
    : { title, command: '' };
  return { range: { start, end: start }, command };
}
