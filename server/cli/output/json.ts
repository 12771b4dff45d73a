import type { PlacedTie } from '../../features/ties.ts';
import type { Finding } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import type { Io } from '../io.ts';
import type { FileText, Position } from '../position.ts';
import type { FileResult, Output } from '../result.ts';
import type { Counts } from './summary.ts';

interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** Findings for programs, as `schemas/findings.schema.json` says. */
export class JsonOutput implements Output {
  readonly #io: Io;
  readonly #withTies: boolean;
  readonly #results: FileResult[] = [];
  readonly #texts = new Map<string, FileText>();

  /** With `withTies` every tie between figures is listed too. */
  constructor(io: Io, withTies = false) {
    this.#io = io;
    this.#withTies = withTies;
  }

  readonly file = (result: FileResult): void => {
    this.#results.push(result);
    if (result.checked) this.#texts.set(result.file, result.text);
  };

  readonly end = ({ files, bySeverity }: Counts): void => {
    const { error, warning, info, hint } = bySeverity;
    const value = {
      version: 1,
      files: this.#results.map((result) => this.#entry(result)),
      summary: { files, errors: error, warnings: warning, infos: info, hints: hint },
    };
    this.#io.out(`${JSON.stringify(value, undefined, 2)}\n`);
  };

  #entry(result: FileResult): object {
    if (!result.checked) {
      return { file: result.file, framework: null, findings: [], problem: result.problem };
    }
    const { file, framework, text, findings } = result;
    const ties = this.#withTies ? { ties: (result.ties?.() ?? []).map((tie) => tieEntry(tie, text)) } : {};
    return {
      file,
      framework: framework ?? null,
      findings: findings.map((finding) => this.#finding(finding, file, text)),
      ...ties,
    };
  }

  #finding({ rule, severity, message, span, related }: Finding, file: string, text: FileText): object {
    return {
      rule,
      severity,
      message,
      ...place(text, span),
      related: related.flatMap((one) => {
        const other = one.path === undefined ? text : this.#texts.get(one.path);
        if (other === undefined) return [];
        return [{ file: one.path ?? file, ...place(other, one.span), message: one.message }];
      }),
    };
  }
}

function tieEntry({ span, ...tie }: PlacedTie, text: FileText): object {
  return { ...tie, ...place(text, span) };
}

function place(text: FileText, span: Span): Place {
  return { start: text.at(span.from), end: text.at(span.to) };
}
