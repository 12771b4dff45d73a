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

function beside(run: Run): Span {
  return { from: run.source, to: run.source };
}
