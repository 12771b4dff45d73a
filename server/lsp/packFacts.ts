import type { CancellationToken, FileEvent, Location } from 'vscode-languageserver';
import type { Answers } from '../features/answers.ts';
import { type PackWords, together } from '../features/completion/packWords.ts';
import { destinationOf, sameAddress } from '../text/address.ts';
import { homeOf } from './addresses.ts';
import { KnownFiles, type KnownSources } from './knownFiles.ts';
import type { Positions } from './positions.ts';

/** A link from one file to a heading of another. */
interface LinkOut {
  readonly to: string;
  readonly fragment: string;
  readonly place: Location;
}

interface Facts {
  readonly words: PackWords;
  readonly links: readonly LinkOut[];
}

/** A place in another document that links to a heading. */
export interface LinkedFrom {
  readonly fragment: string;
  readonly from: Location;
}

/** What the other documents of a pack say that is of use in one. */
export class PackFacts {
  readonly #around: KnownSources;
  readonly #files: KnownFiles<Facts>;

  constructor(around: KnownSources) {
    this.#around = around;
    this.#files = new KnownFiles(around, factsOf);
  }

  /** Whether to ask takes no reading of files. */
  get isRead(): boolean {
    return this.#files.isRead;
  }

  /** Whether anybody says when files change: if not, each request reads them all. */
  get isTold(): boolean {
    return this.#around.isTold;
  }

  /** Files have changed, come or gone; without changes anything may be different. */
  changed(changes?: readonly FileEvent[]): void {
    this.#files.changed(changes);
  }

  /** The words of the other documents of the pack that the document at `uri` belongs to, or will once it is saved. */
  async words(uri: string, token: CancellationToken): Promise<PackWords> {
    const folder = await this.#packOf(uri);
    const found: PackWords[] = [];
    for (const { uri: other, known } of await this.#files.all(token, uri)) {
      if ((await this.#packOf(other)) === folder) found.push(known.words);
    }
    return together(found);
  }

  /** The links of other documents to headings of the one at `uri`. */
  async linksTo(uri: string, token: CancellationToken): Promise<readonly LinkedFrom[]> {
    const key = sameAddress(uri);
    const others = await this.#files.all(token, uri);
    return others.flatMap(({ known }) =>
      known.links.flatMap(({ to, fragment, place }) => (to === key ? [{ fragment, from: place }] : [])),
    );
  }

  async #packOf(uri: string): Promise<string | undefined> {
    const { packs, folders } = this.#around;
    return (await packs.of(homeOf(uri, folders()))).folder;
  }
}

function factsOf(uri: string, answers: Answers, positions: Positions): Facts {
  const links = answers.links().flatMap(({ span, target }): readonly LinkOut[] => {
    if (target.kind !== 'file' || target.fragment === undefined) return [];
    const to = destinationOf(uri, target.path);
    if (to === undefined) return [];
    return [
      { to: sameAddress(to.path), fragment: target.fragment, place: { uri, range: positions.range(span) } },
    ];
  });
  return { words: answers.packWords(), links: answers.ours ? links : [] };
}
