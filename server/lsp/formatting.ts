import {
  BulkRegistration,
  type BulkUnregistration,
  type ClientCapabilities,
  type Connection,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextEdit } from '../text/edit.ts';
import type { Checked } from './requests.ts';
import { toTextEdit } from './toLsp.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
}

/** Typed in a table, it ends a cell. */
const ON_TYPE = { firstTriggerCharacter: '|' };

/**
 * Formats documents. Whoever formats other Markdown and YAML by other means must not be asked which of two to take, so
 * that a client that can be told later is told of each document of ours by itself.
 */
export class Formatting {
  readonly #around: Surroundings;
  readonly #told = new Map<string, Promise<BulkUnregistration>>();

  constructor(around: Surroundings) {
    this.#around = around;
    const { connection } = around;
    connection.onDocumentFormatting(({ textDocument: { uri } }) =>
      this.#edits(uri, ({ answers }) => answers.formatting()),
    );
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) =>
      this.#edits(uri, ({ answers, document }) => answers.formatting(document.positions.span(range))),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position }) =>
      this.#edits(uri, ({ answers, document }) =>
        answers.tableFormatting(document.positions.offset(position)),
      ),
    );
  }

  /** What a client that cannot be told later is told in the beginning. */
  capabilities(): Partial<ServerCapabilities> {
    if (this.#canRegister) return {};
    return {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: ON_TYPE,
    };
  }

  /** Offers to format a document from now on, or no longer. */
  offer(uri: string, isOurs: boolean): void {
    if (!this.#canRegister || isOurs === this.#told.has(uri)) return;
    if (isOurs) this.#told.set(uri, this.#register(uri));
    else {
      void this.#told.get(uri)?.then((registered) => registered.dispose());
      this.#told.delete(uri);
    }
  }

  get #canRegister(): boolean {
    const own = this.#around.capabilities.textDocument;
    return [own?.formatting, own?.rangeFormatting, own?.onTypeFormatting].every(
      (one) => one?.dynamicRegistration === true,
    );
  }

  #register(uri: string): Promise<BulkUnregistration> {
    const documentSelector = [{ scheme: uri.slice(0, uri.indexOf(':')), pattern: patternOf(uri) }];
    const registration = BulkRegistration.create();
    registration.add(DocumentFormattingRequest.type, { documentSelector });
    registration.add(DocumentRangeFormattingRequest.type, { documentSelector });
    registration.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE });
    return this.#around.connection.client.register(registration);
  }

  async #edits(uri: string, of: (open: Checked) => readonly TextEdit[]) {
    const open = await this.#around.checked(uri);
    if (open === undefined || !open.answers.ours) return null;
    return of(open).map((edit) => toTextEdit(edit, open.document.positions));
  }
}

/** A pattern for the path of a file alone. What means something in patterns stands for any character. */
function patternOf(uri: string): string {
  const [, scheme, host = '', path = ''] = /^([^:]*):(?:\/\/([^/]*))?([^?#]*)/.exec(uri) ?? [];
  const plain = unescaped(path).replace(/^\/(?=[a-z]:)/i, '');
  const whole = scheme === 'file' && host !== '' ? `//${host}${plain}` : plain;
  return whole.replace(/[[\]{}*?!,]/g, '?');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
