import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import { numberedOn } from '../rules/structure/template.ts';

/** A paragraph whose number begins with that of its section: `3.1`. */
const IN_SECTION = /^\d+\.\d+(?=\s)/gm;

/** Numbers the paragraphs of a new document as its framework has them, from the first section on. */
export class ScaffoldNumbers {
  readonly #numbering: Vocabulary['framework']['numbering'];
  /** Whether templates number paragraphs by their section, so that the sections have numbers, too. */
  readonly #bySection: boolean;
  /** The number of the last paragraph that was numbered through the document. */
  #last = 0;
  #section = 0;

  constructor({ framework, roles }: Vocabulary) {
    this.#numbering = framework.numbering;
    const isBySection = ({ def }: SectionRole) => (def.template ?? '').search(IN_SECTION) >= 0;
    this.#bySection = framework.numbering === 'section' && roles.some(isBySection);
  }

  /** A paragraph as templates have it: with a number, where paragraphs have numbers. */
  paragraph(text: string): string {
    if (this.#numbering === 'none') return text;
    return this.#bySection ? `1.1 ${text}` : `1. ${text}`;
  }

  /** The text of a section with its paragraphs numbered, and the number of the section where that has one. */
  numbered(
    body: string,
    isOutermost: boolean,
  ): { readonly body: string; readonly number: string | undefined } {
    if (this.#numbering === 'document') {
      const { body: text, last } = numberedOn(body, this.#last);
      this.#last = last;
      return { body: text, number: undefined };
    }
    if (!this.#bySection || !isOutermost || body.search(IN_SECTION) < 0) return { body, number: undefined };
    this.#section += 1;
    let paragraph = 0;
    const text = body.replace(IN_SECTION, () => {
      paragraph += 1;
      return `${this.#section}.${paragraph}`;
    });
    return { body: text, number: String(this.#section) };
  }
}
