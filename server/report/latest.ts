/**
 * Keeps what was made of the latest version of something, however many ask for it. A weak map would do the same, and would
 * keep versions alive until its owner is looked through for garbage: documents have a version a keystroke.
 */
export class Latest<Version extends object, Made> {
  #known: { readonly version: Version; readonly made: Made } | undefined;

  /** What `make` makes of a version, asked again only for another version. */
  of(version: Version, make: () => Made): Made {
    if (this.#known?.version === version) return this.#known.made;
    const made = make();
    this.#known = { version, made };
    return made;
  }
}
