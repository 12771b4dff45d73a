/** A field, such as a page number or a list of contents: its instruction, then what Word has last made of it. */
interface Field {
  instruction: string;
  isResult: boolean;
}

const DEEPEST = 50;

/** The fields that are open while a text is read. No instruction is ever carried out. */
export class Fields {
  readonly #open: Field[] = [];
  #tooDeep = 0;

  begin(): void {
    if (this.#open.length < DEEPEST) this.#open.push({ instruction: '', isResult: false });
    else this.#tooDeep += 1;
  }

  instruct(words: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && field.instruction.length < 1000) field.instruction += words;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.isResult = true;
  }

  end(): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#open.pop();
  }

  /** Whether what is read belongs to an instruction, which nobody sees. */
  get isInstruction(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Whether what is read is a list of contents. */
  get isContents(): boolean {
    return this.#open.some(({ instruction, isResult }) => isResult && /^\s*TOC\b/i.test(instruction));
  }

  /** Where the result leads, for a field that is a link to somewhere outside. */
  get href(): string | undefined {
    for (const { instruction } of this.#open) {
      const link = /^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))/i.exec(instruction);
      if (link !== null) return link[1] ?? link[2];
    }
    return undefined;
  }

  /** Takes instructions for ended where a paragraph begins, so that one that never ends swallows no words. */
  endInstructions(): void {
    for (const field of this.#open) field.isResult = true;
  }

  /** Lets go of fields that were never ended, so that one of them cannot swallow the rest of a document. */
  abandon(): void {
    this.#open.splice(0);
    this.#tooDeep = 0;
  }
}
