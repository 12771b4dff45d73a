import type { ListMark } from './flow.ts';

/** Where the next item of a list is to stand. */
export interface ItemPlace {
  /** In blanks. */
  readonly indent: number;
  /** Whether a list begins with it, so that a blank line must stand before it. */
  readonly begins: boolean;
}

/**
 * The lists that are open while a document is written. An item stands below the item above it when the source has it
 * deeper, and a list of bullets below the numbered paragraph that announces it.
 */
export class ListLevels {
  /** Of each open level: how deep the source has it, and where its items' words begin. */
  #open: { readonly depth: number; readonly ordered: boolean; readonly words: number }[] = [];

  /** Where an item of that list is to stand. */
  item({ depth, ordered, label }: ListMark): ItemPlace {
    const before = this.#open;
    const announcing = before[0];
    const isBelow =
      !ordered && before.length === 1 && announcing?.ordered === true && depth === announcing.depth;
    const kept = isBelow
      ? before
      : before.filter((level) => level.depth < depth || this.#announces(level, depth, ordered));
    const indent = kept.at(-1)?.words ?? 0;
    const words = indent + (ordered && isNumber(label) ? label.length + 1 : 2);
    const goesOn = before.length > kept.length;
    this.#open = [...kept, { depth, ordered, words }];
    return { indent, begins: !goesOn || (ordered && kept.length === 0) };
  }

  /** Ends all lists: what comes next stands at the margin. */
  end(): void {
    this.#open = [];
  }

  /** A numbered paragraph above bullets of the same depth is what they belong to. */
  #announces(
    level: { readonly depth: number; readonly ordered: boolean },
    depth: number,
    ordered: boolean,
  ): boolean {
    return !ordered && level.ordered && level.depth === depth;
  }
}

function isNumber(label: string): boolean {
  return /^\d{1,9}[.)]$/.test(label);
}
