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

  /** The number of the last outermost item. */
  #last = 0;

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /**
   * The item as it is counted: with the number behind that of the last outermost item it is the next of these, however
   * deep the source has it, for one list may have been made of many.
   */
  outermost(mark: ListMark): ListMark {
    const number = mark.ordered && isNumber(mark.label) ? Number.parseInt(mark.label, 10) : 0;
    const own = mark.depth > 0 && number > 1 && number === this.#last + 1 ? { ...mark, depth: 0 } : mark;
    if (own.depth === 0 && number > 0) this.#last = number;
    return own;
  }

  /** Where an item of that list is to stand. */
  item({ depth, ordered, label }: ListMark): ItemPlace {
    const before = this.#open;
    const kept = before.filter((level) => level.depth < depth || this.#announces(level, depth, ordered));
    const indent = kept.at(-1)?.words ?? 0;
    const words = indent + (ordered && isNumber(label) ? label.length + 1 : 2);
    this.#open = [...kept, { depth, ordered, words }];
    const isFirst = before.length === 0 || (before.length === kept.length && kept.at(-1)?.ordered === true);
    // A numbered paragraph stands apart from the one before.
    return { indent, begins: isFirst || (ordered && kept.length === 0) };
  }

  /** How far a paragraph is to be indented that goes on with an item. */
  behind({ depth }: ListMark): number {
    this.#open = this.#open.filter((level) => level.depth <= depth);
    return this.#open.at(-1)?.words ?? 0;
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
