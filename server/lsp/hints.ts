import {
  type ClientCapabilities,
  type Connection,
  type InlayHint,
  InlayHintRequest,
  MarkupKind,
} from 'vscode-languageserver';
import type { NumberHint } from '../features/numberHints.ts';
import type { Readings } from './readings.ts';
import type { Checked } from './requests.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly readings: () => Pick<Readings, 'hints'>;
}

/**
 * What is shown in the text and is no part of it: the pages of what was read, and number checks. Editors ask for these at
 * every scroll, so a client that can be told later is not told of them before there are any.
 */
export class Hints {
  readonly #around: Surroundings;
  #shown: Pick<Settings, 'numberHints' | 'facts'> = DEFAULT_SETTINGS;
  #registered: boolean;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#registered = !this.canRegister;
    around.connection.languages.inlayHint.on(({ textDocument, range }) =>
      this.#hints(textDocument.uri, range),
    );
  }

  /** Whether the client can be told later; any other has to be told in the beginning. */
  get canRegister(): boolean {
    return this.#around.capabilities.textDocument?.inlayHint?.dynamicRegistration === true;
  }

  /** Has the client ask for hints from now on, if it does not yet. */
  want(): void {
    if (this.#registered) return;
    this.#registered = true;
    const documentSelector = [{ language: 'markdown' }, { language: 'yaml' }];
    void this.#around.connection.client.register(InlayHintRequest.type, { documentSelector });
  }

  /** Shows other number checks and facts than before. */
  show(shown: Pick<Settings, 'numberHints' | 'facts'>): void {
    const before = this.#shown;
    this.#shown = shown;
    if (shown.numberHints === before.numberHints && shown.facts.join() === before.facts.join()) return;
    const { connection, capabilities } = this.#around;
    // What registers now is asked at once anyway.
    if (!this.#registered) this.want();
    else if (capabilities.workspace?.inlayHint?.refreshSupport === true) {
      void connection.languages.inlayHint.refresh();
    }
  }

  async #hints(uri: string, range: Parameters<Checked['document']['positions']['span']>[0]) {
    const open = await this.#around.checked(uri);
    if (open === undefined) return null;
    const { positions } = open.document;
    const span = positions.span(range);
    const pages = this.#around.readings().hints(uri, span);
    const { numberHints, facts } = this.#shown;
    const numbers = numberHints === 'off' ? [] : open.answers.numberHints(span, numberHints);
    const taken = new Set(numbers.map(({ at }) => at));
    const others = open.answers.factHints(span, facts).filter(({ at }) => !taken.has(at));
    return [...pages, ...[...numbers, ...others].map((hint) => toHint(hint, positions))];
  }
}

function toHint({ at, label, tooltip }: NumberHint, positions: Checked['document']['positions']): InlayHint {
  return {
    position: positions.position(at),
    label,
    tooltip: { kind: MarkupKind.Markdown, value: tooltip },
    paddingLeft: true,
  };
}
