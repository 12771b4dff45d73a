import type { Io } from '../io.ts';
import { cells, visible } from './screen.ts';

/** The terminal that standard error goes to. */
export interface Watched {
  readonly columns: number;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** Work that is done sooner needs no line. */
const PATIENCE = 1000;
/** More lines in a second no one can read. */
const PACE = 100;
const ERASE = '\r\u001B[K';

/**
 * The same surroundings with a line on the terminal that says how far the work has come. It comes when the work takes
 * long, and is gone before anything else is printed. It is written when there is something to say and by no timer, so
 * nothing is left to wait for.
 */
export function withProgress(io: Io, { columns, now }: Watched): Io {
  if (io.env.TERM === 'dumb') return io;
  const begun = now();
  let written = begun + PATIENCE - PACE;
  let stands = false;
  const erase = () => {
    if (stands) io.err(ERASE);
    stands = false;
  };
  return {
    ...io,
    out(text) {
      erase();
      io.out(text);
    },
    err(text) {
      erase();
      io.err(text);
    },
    progress(words) {
      if (words === undefined) {
        erase();
        return;
      }
      if (now() - written < PACE) return;
      written = now();
      io.err(ERASE + fitting(visible(words), columns - 1));
      stands = true;
    },
  };
}

/** As much of a line as there is room for. */
function fitting(line: string, room: number): string {
  let width = 0;
  const end = cells(line).find((cell) => {
    width += cell.width;
    return width > room;
  });
  return end === undefined ? line : line.slice(0, end.from);
}
