import {
  type CancellationToken,
  type Connection,
  type FileEvent,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Answers } from '../features/answers.ts';
import { matching, type PackSymbol } from '../features/packSymbols.ts';
import { KnownFiles, type KnownSources } from './knownFiles.ts';
import type { Positions } from './positions.ts';

interface Surroundings extends KnownSources {
  readonly connection: Connection;
}

/** A symbol that is ready to be answered with. */
interface Found {
  readonly name: string;
  readonly container: string;
  readonly symbol: WorkspaceSymbol;
}

const KINDS: Readonly<Record<PackSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  judgement: SymbolKind.EnumMember,
  measure: SymbolKind.Number,
  recommendation: SymbolKind.Event,
  action: SymbolKind.Method,
  definition: SymbolKind.Key,
};

/** Answers what is looked for among all documents, be they open or not: editors ask with every letter. */
export class WorkspaceSymbols {
  readonly #files: KnownFiles<readonly Found[]>;

  constructor(around: Surroundings) {
    this.#files = new KnownFiles(around, found);
    around.connection.onWorkspaceSymbol(({ query }, token) => this.#search(query, token));
  }

  /** Files have changed, come or gone; without changes anything may be different. */
  changed(changes?: readonly FileEvent[]): void {
    this.#files.changed(changes);
  }

  async #search(query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
    const all = await this.#files.all(token);
    return matching(
      query,
      all.flatMap(({ known }) => known),
    ).map(({ symbol }) => symbol);
  }
}

function found(uri: string, answers: Answers, positions: Positions): readonly Found[] {
  if (!answers.ours) return [];
  return answers.packSymbols().map(({ name, kind, container, span }) => {
    const location = { uri, range: positions.range(span) };
    return { name, container, symbol: { name, kind: KINDS[kind], containerName: container, location } };
  });
}
