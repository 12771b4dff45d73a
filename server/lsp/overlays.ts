import {
  CancellationToken,
  type ClientCapabilities,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type Connection,
  type Range,
  type SemanticTokens,
  SemanticTokensRangeRequest,
  SemanticTokensRegistrationType,
  SemanticTokensRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { LENS_KINDS, type LensKind } from '../features/lenses.ts';
import {
  BESIDE_REQUEST,
  type BesideParams,
  type BesideResult,
  LENS_REQUEST,
  type LensParams,
  type LensResult,
} from '../protocolViews.ts';
import { Hints } from './hints.ts';
import { lensPlaces, toLens } from './lenses.ts';
import type { LinkedFrom, PackFacts } from './packFacts.ts';
import type { Readings } from './readings.ts';
import type { Checked } from './requests.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { LEGEND, toTokens } from './tokens.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly readings: () => Pick<Readings, 'hints'>;
  readonly facts: () => Pick<PackFacts, 'linksTo' | 'isRead' | 'isTold'>;
  /** Whether the client can show the places that a lens speaks of. */
  readonly canShow: boolean;
}

const TOKENS = { legend: LEGEND, full: true, range: true };

/**
 * What is shown over and beside the text: hints, lenses, and the tones of judgements and statuses. Editors ask for these again
 * and again in every file, so a client that can be told later is told of them with the first document of ours.
 */
export class Overlays {
  readonly hints: Hints;
  readonly #around: Surroundings;
  #isWanted = false;
  #lenses: readonly LensKind[] = DEFAULT_SETTINGS.lenses;

  constructor(around: Surroundings) {
    this.#around = around;
    this.hints = new Hints(around);
    const { connection } = around;
    connection.onRequest(BESIDE_REQUEST, ({ uri }: BesideParams, token) => this.#beside(uri, token));
    connection.onRequest(CodeLensRequest.type, ({ textDocument: { uri } }, token) =>
      this.#shownLenses(uri, token),
    );
    connection.onRequest(LENS_REQUEST, (params: LensParams, token) => this.#lens(params, token));
    connection.onRequest(SemanticTokensRequest.type, ({ textDocument: { uri } }) => this.#tokens(uri));
    connection.onRequest(SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range }) =>
      this.#tokens(uri, range),
    );
  }

  /** What a client that cannot be told later is told in the beginning. */
  capabilities(): Partial<ServerCapabilities> {
    return {
      ...(this.hints.canRegister ? {} : { inlayHintProvider: true }),
      ...(this.#canRegisterLenses ? {} : { codeLensProvider: {} }),
      ...(this.#canRegisterTokens ? {} : { semanticTokensProvider: TOKENS }),
    };
  }

  /** There is a document of ours: has the client ask from now on. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    const { client } = this.#around.connection;
    const documentSelector = [{ language: 'markdown' }, { language: 'yaml' }];
    if (this.#canRegisterLenses) void client.register(CodeLensRequest.type, { documentSelector });
    if (this.#canRegisterTokens) {
      void client.register(SemanticTokensRegistrationType.type, { documentSelector, ...TOKENS });
    }
  }

  /** Shows what the settings say from now on. */
  show(settings: Settings): void {
    this.hints.show(settings);
    if (settings.lenses.join() === this.#lenses.join()) return;
    this.#lenses = settings.lenses;
    this.#refreshLenses();
  }

  /** What is shown may be another, though no text has changed. */
  refresh(): void {
    if (!this.#isWanted) return;
    const { connection, capabilities } = this.#around;
    this.#refreshLenses();
    if (capabilities.workspace?.semanticTokens?.refreshSupport === true) {
      connection.languages.semanticTokens.refresh();
    }
  }

  /** Other documents may link to this one in other places. */
  filesChanged(): void {
    this.#refreshLenses();
  }

  #refreshLenses(): void {
    if (this.#isWanted && this.#canRefreshLenses) {
      void this.#around.connection.sendRequest(CodeLensRefreshRequest.type);
    }
  }

  get #canRefreshLenses(): boolean {
    return this.#around.capabilities.workspace?.codeLens?.refreshSupport === true;
  }

  get #canRegisterLenses(): boolean {
    return this.#around.capabilities.textDocument?.codeLens?.dynamicRegistration === true;
  }

  get #canRegisterTokens(): boolean {
    return this.#around.capabilities.textDocument?.semanticTokens?.dynamicRegistration === true;
  }

  async #shownLenses(uri: string, token: CancellationToken): Promise<CodeLens[] | null> {
    const open = await this.#around.checked(uri);
    if (open === undefined || !open.answers.ours) return null;
    const linked = this.#lenses.includes('references') ? await this.#linksTo(uri, token) : [];
    // What the others say may have taken a while.
    open.verify();
    const { answers, document } = open;
    const fragments = linked.map(({ fragment }) => fragment);
    return answers
      .lenses(this.#lenses, fragments)
      .map((lens) => toLens(lens, uri, document.positions, this.#around.canShow));
  }

  async #lens({ uri, kind, section }: LensParams, token: CancellationToken): Promise<LensResult> {
    const open = await this.#around.checked(uri);
    if (open === undefined) return null;
    const linked = kind === 'references' ? await this.#around.facts().linksTo(uri, token) : [];
    open.verify();
    const fragments = linked.map(({ fragment }) => fragment);
    const wanted = LENS_KINDS.filter((one) => one === kind);
    const lens = open.answers.lenses(wanted, fragments).find((one) => one.section === section);
    if (lens === undefined) return null;
    return lensPlaces(
      lens,
      uri,
      open.document.positions,
      linked.map(({ from }) => from),
    );
  }

  /**
   * The links of other documents. The lenses do not wait until these are read, where they can come again; and of a
   * client that does not tell when files change, they are not read with every keystroke.
   */
  async #linksTo(uri: string, token: CancellationToken): Promise<readonly LinkedFrom[]> {
    const { facts, connection } = this.#around;
    const { isRead, isTold } = facts();
    if (!isTold) return [];
    if (isRead || !this.#canRefreshLenses) return facts().linksTo(uri, token);
    facts()
      .linksTo(uri, CancellationToken.None)
      .then((links) => {
        if (links.length > 0) this.#refreshLenses();
      })
      .catch((error: unknown) => connection.console.error(String(error)));
    return [];
  }

  async #beside(uri: string, token: CancellationToken): Promise<BesideResult> {
    const open = await this.#around.checked(uri);
    if (open === undefined || !open.answers.ours) return null;
    const linked = await this.#around.facts().linksTo(uri, token);
    open.verify();
    const found = open.answers.beside(linked.map(({ fragment }) => fragment));
    if (found === undefined) return null;
    const { positions, text } = open.document;
    return found.map(({ at, label, detail }) => ({
      start: positions.position(at),
      label,
      ...(detail === undefined ? {} : { detail }),
      line: text.lineAt(at).text.trim(),
    }));
  }

  /** Nothing, not even an empty list, for the files of others: they may be coloured by somebody else. */
  async #tokens(uri: string, range?: Range): Promise<SemanticTokens | null> {
    const open = await this.#around.checked(uri);
    if (open === undefined || !open.answers.ours) return null;
    const { positions } = open.document;
    return toTokens(open.answers.tones(range && positions.span(range)), positions);
  }
}
