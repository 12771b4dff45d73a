import type { PDFPageProxy } from 'pdfjs-dist';

export interface FontFace {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

const UNKNOWN: FontFace = { name: '', bold: false, italic: false };

/** The fonts of a document by the names that the library gives them. */
export class Fonts {
  readonly #faces = new Map<string, FontFace>();

  /** Whether a page has to be drawn to know the real names of its fonts. */
  hasNew(names: readonly string[]): boolean {
    return names.some((name) => !this.#faces.has(name));
  }

  /** Takes the names of fonts over from a page that was drawn. */
  learn(names: readonly string[], page: PDFPageProxy): void {
    for (const name of names) {
      if (this.#faces.has(name)) continue;
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
      this.#faces.set(name, faceOf(font));
    }
  }

  get(name: string): FontFace {
    return this.#faces.get(name) ?? UNKNOWN;
  }
}

function faceOf(font: unknown): FontFace {
  if (typeof font !== 'object' || font === null || !('name' in font) || typeof font.name !== 'string')
    return UNKNOWN;
  const name = font.name.replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    bold: /bold|black|heavy|semibold|demi(?!t)/i.test(name) || ('bold' in font && font.bold === true),
    italic: /italic|oblique|\bit\b/i.test(name) || ('italic' in font && font.italic === true),
  };
}
