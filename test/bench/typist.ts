import { Random } from '../incremental/random.ts';
import type { LspClient, Position } from './client.ts';
import type { DocumentKind } from './generate.ts';

/** Someone who edits one document in a server, and looks at the clock. */
export class Typist {
  readonly uri: string;
  readonly #client: LspClient;
  readonly #random = new Random(7);
  readonly #lines: string[];
  readonly #languageId: DocumentKind;
  #version = 1;

  constructor(client: LspClient, name: string, kind: DocumentKind, text: string) {
    this.#client = client;
    this.#languageId = kind;
    this.uri = `file:///bench/${name}.report.${kind === 'markdown' ? 'md' : kind}`;
    this.#lines = text.split('\n');
  }

  /** Opens the document; resolves with the milliseconds until its diagnostics are there. */
  open(): Promise<number> {
    const started = performance.now();
    const { uri } = this;
    const text = () => this.#lines.join('\n');
    const textDocument = { uri, languageId: this.#languageId, version: 1, text: text() };
    this.#client.openText = text;
    const open = () => this.#client.notify('textDocument/didOpen', { textDocument });
    return this.#client.diagnosed(uri, 1, open).then(() => performance.now() - started);
  }

  /** Types one letter within a word of the prose, at another place each time. */
  key(): Promise<number> {
    const at = this.place();
    return this.replace(at, at, 'e');
  }

  /** Replaces a stretch of one line, or opens a new line below it. */
  replace(start: Position, end: Position, text: string): Promise<number> {
    const line = this.#lines[start.line] ?? '';
    const changed = line.slice(0, start.character) + text + line.slice(end.character);
    this.#lines.splice(start.line, 1 + end.line - start.line, ...changed.split('\n'));
    this.#version += 1;
    const started = performance.now();
    const change = {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: [
        this.#client.takesWholeTexts ? { text: this.#lines.join('\n') } : { range: { start, end }, text },
      ],
    };
    const tell = () => this.#client.notify('textDocument/didChange', change);
    return this.#client.diagnosed(this.uri, this.#version, tell).then(() => performance.now() - started);
  }

  /** A place within a word of a long line, which is prose in both syntaxes. */
  place(): Position {
    for (;;) {
      const line = this.#random.below(this.#lines.length);
      const words = [...(this.#lines[line] ?? '').matchAll(/\b[a-z]{4,}\b/g)];
      const word = words[this.#random.below(Math.max(1, words.length))];
      if (words.length > 8 && word !== undefined) return { line, character: word.index + 2 };
    }
  }

  /** The first line that begins with those words, at or below another. */
  find(words: string, from = 0): Position {
    const line = this.#lines.findIndex((text, index) => index >= from && text.trimStart().startsWith(words));
    const character = (this.#lines[line] ?? '').length;
    return { line, character };
  }

  get lines(): number {
    return this.#lines.length;
  }
}
