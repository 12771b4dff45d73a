/** What the core may ask of the world. Paths are opaque strings with `/` between their parts. */
export interface Host {
  /** The bytes of a file, or undefined when it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The paths of all files below a folder whose name satisfies `wanted`, in a stable order. */
  list(folder: string, wanted: (name: string) => boolean): Promise<readonly string[]>;
  /** Today as an ISO date: asked only by what must know, so that a check of an old document is repeatable. */
  today(): string;
}
