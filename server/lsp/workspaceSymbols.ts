import {
  type CancellationToken,
  type Connection,
  type FileEvent,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import type { Answers } from '../features/answers.ts';
import { matching, type PackSymbol } from '../features/packSymbols.ts';
import { sameAddress } from '../text/address.ts';
import { isWithin } from './addresses.ts';
import { readClosed } from './closedDocument.ts';
import { answersOf } from './document.ts';
import { type Folders, filesInFolders } from './filesInFolders.ts';
import type { Positions } from './positions.ts';
import type { Checked } from './requests.ts';

interface Surroundings extends Folders {
  readonly connection: Connection;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  /** Whether the client tells of files that change. */
  readonly isTold: boolean;
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

/**
 * Answers what is looked for among all documents, be they open or not. Of a file that is not open only its symbols are
 * kept, until it changes: editors ask with every letter.
 */
export class WorkspaceSymbols {
  readonly #around: Surroundings;
  readonly #known = new Map<string, readonly Found[]>();
  #files: Promise<readonly string[]> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    around.connection.onWorkspaceSymbol(({ query }, token) => this.#search(query, token));
  }

  /** Files have changed, come or gone; without changes anything may be different. */
  changed(changes?: readonly FileEvent[]): void {
    this.#files = undefined;
    for (const key of [...this.#known.keys()]) {
      if (changes === undefined || changes.some(({ uri }) => isWithin(uri, key))) this.#known.delete(key);
    }
  }

  async #search(query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
    if (!this.#around.isTold) this.changed();
    const all: Found[] = [];
    const seen = new Set<string>();
    for (const uri of [...this.#around.open(), ...(await this.#listed())]) {
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      const key = sameAddress(uri);
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(...(await this.#symbolsOf(uri, key)));
    }
    return matching(query, all).map(({ symbol }) => symbol);
  }

  #listed(): Promise<readonly string[]> {
    this.#files ??= filesInFolders(this.#around, mayBeOurs);
    return this.#files;
  }

  async #symbolsOf(uri: string, key: string): Promise<readonly Found[]> {
    const open = await this.#around.checked(uri);
    if (open !== undefined) return found(uri, open.answers, open.document.positions);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // Between two files others have their turn: to read one takes as long as a keystroke may.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const symbols = await this.#read(uri);
    this.#known.set(key, symbols);
    return symbols;
  }

  async #read(uri: string): Promise<readonly Found[]> {
    const { host, packs } = this.#around;
    const read = await readClosed(host, uri);
    if (read === undefined || 'problem' in read) return [];
    const { document } = read;
    return found(uri, answersOf(document, await packs.of(uri), []), document.positions);
  }
}

function found(uri: string, answers: Answers, positions: Positions): readonly Found[] {
  if (!answers.ours) return [];
  return answers.packSymbols().map(({ name, kind, container, span }) => {
    const location = { uri, range: positions.range(span) };
    return { name, container, symbol: { name, kind: KINDS[kind], containerName: container, location } };
  });
}
