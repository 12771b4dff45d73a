import type { Zip } from '../office/zip.ts';
import { Enough, LIMITS } from './limits.ts';
import { readPart } from './parts.ts';

/** Reads the texts that cells refer to by their number. */
export async function readSharedStrings(zip: Zip, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const reader = new RichText();
  await readPart(zip, path, {
    open(name) {
      if (name === 'si') reader.begin();
      reader.open(name);
    },
    text: (text) => reader.add(text),
    close(name) {
      reader.close(name);
      if (name !== 'si') return;
      strings.push(reader.text);
      if (strings.length >= LIMITS.strings) throw new Enough();
    },
  });
  return strings;
}

/** Gathers a text that may be made of stretches of different looks. How it is pronounced is not part of it. */
export class RichText {
  #text = '';
  #isText = false;
  #isPhonetic = false;

  begin(): void {
    this.#text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#isPhonetic = true;
    if (name === 't') this.#isText = true;
  }

  add(text: string): void {
    if (this.#isText && !this.#isPhonetic && this.#text.length < LIMITS.text) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    if (name === 't') this.#isText = false;
  }

  get text(): string {
    return unescaped(this.#text);
  }
}

/** Characters that XML cannot hold are written by their number: `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
