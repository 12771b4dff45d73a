import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { answerCodeActions } from './codeActions.ts';
import type { Readings } from './readings.ts';
import type { Checked } from './requests.ts';
import { answerTables } from './tables.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly rulesPage: string | undefined;
  readonly readings: () => Pick<Readings, 'readPage'>;
}

/** Answers what changes documents but for formatting: fixes, and the cells of tables. */
export function answerEditing({
  connection,
  capabilities,
  checked,
  rulesPage,
  readings,
}: Surroundings): void {
  answerCodeActions({ connection, capabilities, checked, rulesPage });
  answerTables({ connection, checked, readPage: (job, token) => readings().readPage(job, token) });
}
