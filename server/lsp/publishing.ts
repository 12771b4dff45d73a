import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Analysis } from '../features/analysis.ts';
import { isPackFile, type Pack } from '../features/pack.ts';
import { lineWritingAt, writingAt } from '../features/unfinished.ts';
import { STATUS_NOTIFICATION } from '../protocol.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Finding } from '../text/problem.ts';
import type { OpenDocument } from './document.ts';
import { Patience } from './patience.ts';
import type { Readings } from './readings.ts';
import { statusOf } from './status.ts';
import { toDiagnostic } from './toLsp.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly readings: () => Pick<Readings, 'packFor' | 'told'>;
  readonly rulesPage: string | undefined;
  /** Checks a document, and tells what is found. */
  readonly check: (uri: string) => void;
}

/** Tells the client what is found in open documents, and how each stands. */
export class Publishing {
  readonly #around: Surroundings;
  readonly #patience: Patience;
  readonly #lastStatus = new Map<string, string>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#patience = new Patience(around.check);
  }

  /** A document has been changed, and its text is the new one already. */
  changed(document: OpenDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#patience.changed(document, changes);
  }

  saved(uri: string): void {
    this.#patience.saved(uri);
  }

  closed(uri: string): void {
    this.#lastStatus.delete(uri);
    this.#patience.closed(uri);
  }

  stop(): void {
    this.#patience.stop();
  }

  /** Tells what is found in a document as it is now; answers what is known of it, unless it is a file of the pack. */
  publish(document: OpenDocument, pack: Pack): Analysis | undefined {
    const { uri, text } = document;
    if (isPackFile(uri)) {
      const { findings } = document.dataFile(pack);
      this.#send(
        document,
        this.#patience.told(document, findings, (cursor) => lineWritingAt(text, cursor)),
      );
      return undefined;
    }
    const analysis = document.check(this.#around.readings().packFor(uri, pack), RULES);
    const told = this.#patience.told(document, analysis.findings, (cursor) => writingAt(analysis, cursor));
    this.#send(document, told);
    if (analysis.ours) this.#status(uri, analysis, told);
    return analysis;
  }

  #send({ uri, version, positions }: OpenDocument, findings: readonly Finding[]): void {
    const { connection, readings, rulesPage } = this.#around;
    const diagnostics = findings.map((finding) =>
      toDiagnostic(readings().told(uri, finding), uri, positions, rulesPage),
    );
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #status(uri: string, analysis: Analysis, told: readonly Finding[]): void {
    const params = statusOf(uri, { ...analysis, findings: told });
    const said = JSON.stringify(params);
    if (this.#lastStatus.get(uri) === said) return;
    this.#lastStatus.set(uri, said);
    void this.#around.connection.sendNotification(STATUS_NOTIFICATION, params);
  }
}
