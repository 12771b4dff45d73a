import type { Io, Step } from '../io.ts';
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
/** Before so many files are done, how long the others will take is anyone's guess. */
const ENOUGH = 5;
const BAR = 16;
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
    progress(step) {
      if (step === undefined) {
        erase();
        return;
      }
      const time = now();
      if (time - written < PACE) return;
      written = time;
      io.err(ERASE + fitting(visible(lineOf(step, (time - begun) / 1000)), columns - 1));
      stands = true;
    },
  };
}

/** How many are done, how fast and for how long still, and last the name, which may be cut. */
function lineOf({ done, total, name }: Step, seconds: number): string {
  const full = Math.floor((BAR * done) / Math.max(1, total));
  const bar = `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`;
  return `${bar} ${done} of ${total}${pace(done, total, seconds)}: ${name}`;
}

function pace(done: number, total: number, seconds: number): string {
  if (done < ENOUGH || seconds <= 0) return '';
  const rate = done / seconds;
  return `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} files/s, ${timeLeft((total - done) / rate)} left`;
}

/** A time as people say it: it is an estimate, so small parts of it say nothing. */
function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
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
