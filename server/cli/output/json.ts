import type { WordChange } from '../../convert/word/wordDocument.ts';
import { countFigures, type PlacedFigure, type PlacedTie } from '../../features/numberChecks.ts';
import type { Finding, Related } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import type { Io } from '../io.ts';
import type { FileText, Position } from '../position.ts';
import type { Checked, FileResult, Output } from '../result.ts';
import { changeSentence } from './changes.ts';
import type { Counts } from './summary.ts';

interface Place {
  readonly start: Position;
  readonly end: Position;
  readonly page?: number;
  readonly paragraph?: number;
  readonly quote?: string;
}

/** What is kept of a file until the end: its findings hold the whole document, and there may be many documents. */
interface Entry {
  readonly file: string;
  readonly framework: string | null;
  readonly problem?: string;
  readonly imported?: object;
  readonly ties?: readonly object[];
  readonly figures?: readonly object[];
  readonly coverage?: object;
  readonly findings: readonly Said[];
  readonly setAside?: number;
}

interface Said extends Pick<Finding, 'rule' | 'severity' | 'message'>, Place {
  /** Each is asked at the end, when other documents have been looked at too. */
  readonly related: readonly (() => object | undefined)[];
}

/** Findings for programs, as `schemas/findings.schema.json` says. */
export class JsonOutput implements Output {
  readonly #io: Io;
  readonly #withNumbers: boolean;
  readonly #entries: Entry[] = [];
  readonly #texts = new Map<string, FileText>();

  /** With `withNumbers` every figure is listed too, and every tie between them. */
  constructor(io: Io, withNumbers = false) {
    this.#io = io;
    this.#withNumbers = withNumbers;
  }

  readonly file = (result: FileResult): void => {
    this.#entries.push(this.#entry(result));
    // What was imported is no part of a pack: no other document refers to it, and there may be hundreds.
    if (result.checked && result.text.origin === undefined) this.#texts.set(result.file, result.text);
  };

  readonly end = ({ files, bySeverity, baseline }: Counts): void => {
    const { error, warning, info, hint } = bySeverity;
    const value = {
      version: 1,
      // A place in another document can be told once that document has been looked at too.
      files: this.#entries.map((entry) => ({
        ...entry,
        findings: entry.findings.map((said) => ({
          ...said,
          related: said.related.flatMap((tell) => tell() ?? []),
        })),
      })),
      summary: { files, errors: error, warnings: warning, infos: info, hints: hint, ...baseline },
    };
    this.#io.out(`${JSON.stringify(value, undefined, 2)}\n`);
  };

  #entry(result: FileResult): Entry {
    if (!result.checked) {
      const { file, problem } = result;
      return { file, framework: null, findings: [], problem };
    }
    const { file, framework, text, findings, setAside } = result;
    return {
      file,
      framework: framework ?? null,
      findings: findings.map(({ rule, severity, message, span, related }) => ({
        rule,
        severity,
        message,
        ...place(text, span),
        related: related.map((one) => this.#related(one, result)),
      })),
      ...(setAside === 0 ? {} : { setAside }),
      ...imported(result),
      ...(this.#withNumbers ? numbers(result) : {}),
    };
  }

  /** A place in the file itself is worked out at once, so that its text need not be kept. */
  #related({ path, span, message }: Related, { file, text }: Checked): () => object | undefined {
    if (path === undefined) {
      const own = { file, ...place(text, span), message };
      return () => own;
    }
    return () => {
      const other = this.#texts.get(path);
      return other && { file: path, ...place(other, span), message };
    };
  }
}

/** What is known of a file that was written elsewhere. */
function imported({ text, judgements }: Checked): Pick<Entry, 'imported'> {
  const { origin } = text;
  if (origin === undefined) return {};
  const { format, pages, reasons, changes } = origin;
  return {
    imported: {
      format,
      ...(pages === undefined ? {} : { pages }),
      ...(reasons === undefined ? {} : { guessed: reasons }),
      ...(changes.length === 0 ? {} : { notes: changes.map((change) => changeNote(change, text)) }),
      judgements: judgements.map(({ area, label }) => ({ area, judgement: label })),
    },
  };
}

/** Tracked changes are read as accepted; a reader may see it otherwise. */
function changeNote(change: WordChange, text: FileText): object {
  const { quote: _, ...at } = place(text, { from: change.at, to: change.at });
  return { message: `Read as accepted: ${changeSentence(change)}.`, ...at };
}

/** What there is to say of the numbers of a file. */
function numbers({ numbers: read, text }: Checked): Pick<Entry, 'ties' | 'figures' | 'coverage'> {
  const checks = read?.();
  if (checks === undefined) return {};
  return {
    ties: checks.ties.map((tie) => tieEntry(tie, text)),
    figures: checks.figures.map((figure) => figureEntry(figure, text)),
    coverage: countFigures(checks.figures),
  };
}

function figureEntry({ span, why, ...figure }: PlacedFigure, text: FileText): object {
  return { ...figure, ...(why === '' ? {} : { why }), ...place(text, span) };
}

function tieEntry({ span, figures, ...tie }: PlacedTie, text: FileText): object {
  const placed = figures.map(({ span: at, ...figure }) => ({ ...figure, ...place(text, at) }));
  return { ...tie, ...place(text, span), figures: placed };
}

function place(text: FileText, span: Span): Place {
  const lines = { start: text.at(span.from), end: text.at(span.to) };
  if (text.origin === undefined) return lines;
  const landmark = text.landmarkAt(span.from);
  const quote = text.quote(span);
  return {
    ...lines,
    ...(landmark === undefined ? {} : { [landmark.unit]: landmark.number }),
    ...(quote === '' ? {} : { quote }),
  };
}
