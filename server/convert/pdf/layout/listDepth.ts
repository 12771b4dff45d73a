import type { TextBlock } from './blocks.ts';

const NEAR = 4;

/** How deep each item stands among the lists around it, told by where labels and texts begin. */
export class ListDepth {
  #open: { readonly label: number; readonly text: number }[] = [];

  /** The depth of a block with a label; one without ends the lists that it is not part of. */
  next(block: TextBlock): number {
    const first = block.lines[0];
    const at = (block.label?.line.x1 ?? first?.x1 ?? block.left) - block.left;
    if (block.label === undefined) {
      this.#open = this.#open.filter(({ text }) => at >= text - NEAR);
      return 0;
    }
    this.#open = this.#open.filter(({ label }) => label < at - NEAR);
    this.#open.push({ label: at, text: (first?.x1 ?? block.left + at) - block.left });
    return this.#open.length - 1;
  }

  /** A heading stands in no list. */
  clear(): void {
    this.#open = [];
  }
}
