import type { Span } from '../../text/span.ts';

/** A stretch of the Markdown: carried over one to one, or inserted beside one place of the source. */
export interface Run {
  /** Where it begins in the Markdown. */
  readonly at: number;
  readonly length: number;
  /** Where it begins in the source, or the place beside which it was inserted. */
  readonly source: number;
  readonly copied: boolean;
}

/** Says where the text of an imported document came from. */
export class SourceMap {
  readonly #runs: readonly Run[];

  /** @param runs in the order of the Markdown, without gaps. */
  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /**
   * The span of the source that a span of the Markdown came from: exact for carried-over text, the nearest
   * place for what was inserted. A span over text that was moved gives the stretch that holds all its parts.
   */
  toSource(span: Span): Span {
    const first = this.#indexAt(span.from);
    const run = this.#runs[first];
    if (run === undefined) return { from: 0, to: 0 };
    if (span.from >= span.to) {
      const place = placeIn(run, span.from);
      return { from: place, to: place };
    }
    return this.#hull(span, first) ?? beside(run);
  }

  /**
   * The map from this one's Markdown to the text that this one's source was itself made from.
   *
   * @param before the map of the step that went before: what is its Markdown is the source of this one.
   */
  through(before: SourceMap): SourceMap {
    return new SourceMap(
      this.#runs.flatMap((run) =>
        run.copied ? before.#cut(run) : [{ ...run, source: before.toSource(at(run.source)).from }],
      ),
    );
  }

  /** A run that was carried over from this map's Markdown, in the pieces that this map knows. */
  #cut(run: Run): readonly Run[] {
    const pieces: Run[] = [];
    const end = run.source + run.length;
    for (let index = this.#indexAt(run.source); index < this.#runs.length; index += 1) {
      const own = this.#runs[index];
      if (own === undefined || own.at >= end) break;
      const from = Math.max(run.source, own.at);
      const to = Math.min(end, own.at + own.length);
      if (from >= to) continue;
      const place = { at: run.at + from - run.source, length: to - from };
      pieces.push({ ...place, source: placeIn(own, from), copied: own.copied });
    }
    return pieces;
  }

  /** The stretch of the source that holds all carried-over text of the span. */
  #hull(span: Span, first: number): Span | undefined {
    let from = Number.POSITIVE_INFINITY;
    let to = -1;
    for (let index = first; index < this.#runs.length; index += 1) {
      const run = this.#runs[index];
      if (run === undefined || run.at >= span.to) break;
      if (!run.copied) continue;
      from = Math.min(from, placeIn(run, Math.max(span.from, run.at)));
      to = Math.max(to, placeIn(run, Math.min(span.to, run.at + run.length)));
    }
    return to < 0 ? undefined : { from, to };
  }

  /** The run that holds an offset of the Markdown; the last one for what lies behind the end. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function placeIn(run: Run, offset: number): number {
  if (!run.copied) return run.source;
  return run.source + Math.max(0, Math.min(offset - run.at, run.length));
}

function at(offset: number): Span {
  return { from: offset, to: offset };
}

function beside(run: Run): Span {
  return { from: run.source, to: run.source };
}
