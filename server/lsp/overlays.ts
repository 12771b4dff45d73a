import {
  type ClientCapabilities,
  type Connection,
  type Range,
  type SemanticTokens,
  SemanticTokensRangeRequest,
  SemanticTokensRegistrationType,
  SemanticTokensRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { Hints } from './hints.ts';
import type { Readings } from './readings.ts';
import type { Checked } from './requests.ts';
import type { Settings } from './settings.ts';
import { LEGEND, toTokens } from './tokens.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly readings: () => Pick<Readings, 'hints'>;
}

const TOKENS = { legend: LEGEND, full: true, range: true };

/**
 * What is shown over and beside the text: hints, and the tones of judgements and statuses. Editors ask for these again
 * and again in every file, so a client that can be told later is told of them with the first document of ours.
 */
export class Overlays {
  readonly hints: Hints;
  readonly #around: Surroundings;
  #isWanted = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.hints = new Hints(around);
    const { connection } = around;
    connection.onRequest(SemanticTokensRequest.type, ({ textDocument: { uri } }) => this.#tokens(uri));
    connection.onRequest(SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range }) =>
      this.#tokens(uri, range),
    );
  }

  /** What a client that cannot be told later is told in the beginning. */
  capabilities(): Partial<ServerCapabilities> {
    return {
      ...(this.hints.canRegister ? {} : { inlayHintProvider: true }),
      ...(this.#canRegisterTokens ? {} : { semanticTokensProvider: TOKENS }),
    };
  }

  /** There is a document of ours: has the client ask from now on. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    const { client } = this.#around.connection;
    const documentSelector = [{ language: 'markdown' }, { language: 'yaml' }];
    if (this.#canRegisterTokens) {
      void client.register(SemanticTokensRegistrationType.type, { documentSelector, ...TOKENS });
    }
  }

  /** Shows what the settings say from now on. */
  show(settings: Settings): void {
    this.hints.show(settings.numberHints);
  }

  get #canRegisterTokens(): boolean {
    return this.#around.capabilities.textDocument?.semanticTokens?.dynamicRegistration === true;
  }

  /** Nothing, not even an empty list, for the files of others: they may be coloured by somebody else. */
  async #tokens(uri: string, range?: Range): Promise<SemanticTokens | null> {
    const open = await this.#around.checked(uri);
    if (open === undefined || !open.answers.ours) return null;
    const { positions } = open.document;
    return toTokens(open.answers.tones(range && positions.span(range)), positions);
  }
}
