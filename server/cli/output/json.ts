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

/** What is kept of a file until the end: its findings hold the whole document, and there may be many documents. */
interface Entry {
  readonly file: string;
  readonly framework: string | null;
  readonly problem?: string;
  readonly ties?: readonly object[];
  readonly findings: readonly Said[];
}

type Said = Pick<Finding, 'rule' | 'severity' | 'message' | 'related'> & Place;

/** Findings for programs, as `schemas/findings.schema.json` says. */
export class JsonOutput implements Output {
  readonly #io: Io;
  readonly #withTies: boolean;
  readonly #entries: Entry[] = [];
  readonly #texts = new Map<string, FileText>();

  /** With `withTies` every tie between figures is listed too. */
  constructor(io: Io, withTies = false) {
    this.#io = io;
    this.#withTies = withTies;
  }

  readonly file = (result: FileResult): void => {
    this.#entries.push(this.#entry(result));
    if (result.checked) this.#texts.set(result.file, result.text);
  };

  readonly end = ({ files, bySeverity }: Counts): void => {
    const { error, warning, info, hint } = bySeverity;
    const value = {
      version: 1,
      // A place in another document can be told once that document has been looked at too.
      files: this.#entries.map((entry) => ({
        ...entry,
        findings: entry.findings.map((said) => ({ ...said, related: this.#related(said, entry.file) })),
      })),
      summary: { files, errors: error, warnings: warning, infos: info, hints: hint },
    };
    this.#io.out(`${JSON.stringify(value, undefined, 2)}\n`);
  };

  #entry(result: FileResult): Entry {
    if (!result.checked) {
      const { file, problem } = result;
      return { file, framework: null, findings: [], problem };
    }
    const { file, framework, text, findings } = result;
    const ties = this.#withTies ? { ties: (result.ties?.() ?? []).map((tie) => tieEntry(tie, text)) } : {};
    return {
      file,
      framework: framework ?? null,
      findings: findings.map(({ rule, severity, message, span, related }) => ({
        rule,
        severity,
        message,
        ...place(text, span),
        related,
      })),
      ...ties,
    };
  }

  #related({ related }: Said, file: string): readonly object[] {
    return related.flatMap((one) => {
      const other = this.#texts.get(one.path ?? file);
      if (other === undefined) return [];
      return [{ file: one.path ?? file, ...place(other, one.span), message: one.message }];
    });
  }
}

function tieEntry({ span, ...tie }: PlacedTie, text: FileText): object {
  return { ...tie, ...place(text, span) };
}

function place(text: FileText, span: Span): Place {
  return { start: text.at(span.from), end: text.at(span.to) };
}
