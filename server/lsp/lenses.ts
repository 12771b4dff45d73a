import type { CodeLens, Command, Location } from 'vscode-languageserver';
import type { Lens } from '../features/lenses.ts';
import { type LensResult, SHOW_PLACES_COMMAND, type ShowPlacesArguments } from '../protocolViews.ts';
import type { Positions } from './positions.ts';

/** A lens that leads to its places in a client that has the command for it, and just says so in any other. */
export function toLens(
  { kind, section, at, title }: Lens,
  uri: string,
  positions: Positions,
  canShow: boolean,
): CodeLens {
  const start = positions.position(at);
  const shown: ShowPlacesArguments = [{ uri, kind, section }];
  const command: Command = canShow
    ? { title, command: SHOW_PLACES_COMMAND, arguments: [...shown] }
    : { title, command: '' };
  return { range: { start, end: start }, command };
}

/** @param linked where other documents link to this one */
export function lensPlaces(
  { at, places, links }: Lens,
  uri: string,
  positions: Positions,
  linked: readonly Location[],
): LensResult {
  const own = places.map((span) => ({ uri, range: positions.range(span) }));
  return { at: positions.position(at), places: [...own, ...links.flatMap((one) => linked[one] ?? [])] };
}
