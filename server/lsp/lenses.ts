import type { CodeLens, Command } from 'vscode-languageserver';
import type { Lens } from '../features/lenses.ts';
import { SHOW_PLACES_COMMAND, type ShowPlacesArguments } from '../protocol.ts';
import type { Positions } from './positions.ts';

/** A lens that leads to its places in a client that has the command for it, and just says so in any other. */
export function toLens(lens: Lens, uri: string, positions: Positions, canShow: boolean): CodeLens {
  const { at, title, places } = lens;
  const start = positions.position(at);
  const shown: ShowPlacesArguments = [uri, start, places.map((span) => positions.range(span))];
  const command: Command = canShow
    ? { title, command: SHOW_PLACES_COMMAND, arguments: [...shown] }
    : { title, command: '' };
  return { range: { start, end: start }, command };
}
