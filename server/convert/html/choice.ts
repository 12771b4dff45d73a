/** A list of which one or several are chosen, while its options are read. */
export class Choice {
  readonly #options: { words: string; readonly selected: boolean }[] = [];

  option({ selected }: Readonly<Record<string, string>>): void {
    this.#options.push({ words: '', selected: selected !== undefined });
  }

  words(data: string): void {
    const option = this.#options.at(-1);
    if (option !== undefined) option.words += data;
  }

  /** The words of what is chosen; of the first where none is, as browsers show it. */
  chosen(): string {
    const selected = this.#options.filter((option) => option.selected);
    const shown = selected.length > 0 ? selected : this.#options.slice(0, 1);
    return shown.map(({ words }) => words.replace(/\s+/g, ' ').trim()).join(', ');
  }
}
