import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { FACT_KINDS, type FactKind } from '../features/factHints.ts';
import { LENS_KINDS, type LensKind } from '../features/lenses.ts';
import type { ShownHints } from '../features/numberHints.ts';

/** What a user chooses in the editor; all else is set for editor and command line alike in `touchstone.yaml`. */
export interface Settings {
  /** When open documents are checked: after every change, or when they are opened and saved. */
  readonly check: 'type' | 'save';
  /** Whether findings of documents that are not open are shown as well. */
  readonly workspaceFindings: boolean;
  /** Which number checks are shown in the text itself. */
  readonly numberHints: 'off' | ShownHints;
  /** What is shown behind words and figures of what follows from them. */
  readonly facts: readonly FactKind[];
  /** What is shown above headings. */
  readonly lenses: readonly LensKind[];
}

export const DEFAULT_SETTINGS: Settings = {
  check: 'type',
  workspaceFindings: true,
  numberHints: 'off',
  facts: [],
  lenses: LENS_KINDS,
};

const SECTION = 'touchstone';

/** Reads settings of whatever shape: what is not understood is left at its default. */
export function readSettings(value: unknown): Settings {
  const given = asRecord(value);
  const { hints } = asRecord(given.numbers);
  const lenses = asRecord(given.codeLens);
  const facts = asRecord(given.inlayHints);
  return {
    check: given.check === 'save' ? 'save' : 'type',
    workspaceFindings: given.workspaceFindings !== false,
    numberHints: hints === 'on' || hints === 'problems' ? hints : 'off',
    facts: FACT_KINDS.filter((kind) => facts[kind] === true),
    lenses: LENS_KINDS.filter((kind) => lenses[kind] !== false),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * Tells the settings whenever they may have changed, and once in the beginning. A client that answers questions is
 * asked; any other may send them, under `touchstone`, with the notification that they have changed.
 */
export function followSettings(
  connection: Connection,
  { workspace }: ClientCapabilities,
  use: (settings: Settings) => void,
): { readonly start: () => void } {
  const canAsk = workspace?.configuration === true;
  const ask = async (): Promise<void> => {
    const answer: unknown = await connection.workspace.getConfiguration(SECTION).catch(() => undefined);
    use(readSettings(answer));
  };
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    if (canAsk) void ask();
    else use(readSettings((settings as Record<string, unknown> | null | undefined)?.[SECTION]));
  });
  return {
    start() {
      if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      if (canAsk) void ask();
      else use(DEFAULT_SETTINGS);
    },
  };
}
