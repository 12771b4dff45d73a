import { child, elementsOf, type XmlElement } from '../office/xml.ts';
import { numberOf, settingOf, switchOf } from './properties.ts';

/** How words look, as far as it says something of what they are. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  /** In half points. */
  readonly size: number;
  readonly font: string | undefined;
}

/** What a style says a paragraph is. */
export type Role = 'text' | 'title' | 'contents' | number;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
  readonly element: XmlElement;
}

export const LONGEST_CHAIN = 20;
/** What Word takes where nothing is said: 10 points. */
const PLAIN: Look = { bold: false, italic: false, hidden: false, size: 20, font: undefined };

/** The styles of a document, each with those that it is based on. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #default: string | undefined;
  readonly #plain: Look;
  readonly #looks = new Map<string, Look>();

  constructor(root: XmlElement | undefined) {
    let first: string | undefined;
    for (const element of elementsOf(root)) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined || this.#styles.has(id)) continue;
      const name = settingOf(element, 'w:name') ?? '';
      this.#styles.set(id, {
        id,
        name: name.toLowerCase(),
        basedOn: settingOf(element, 'w:basedOn'),
        paragraph: child(element, 'w:pPr'),
        run: child(element, 'w:rPr'),
        element,
      });
      const isDefault = /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '');
      if (isDefault && element.attributes['w:type'] === 'paragraph') first ??= id;
    }
    this.#default = first;
    const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.#plain = withRun(PLAIN, defaults);
  }

  /** A style and those that it is based on, the nearest first; for no id, the style that paragraphs have unsaid. */
  chain(id: string | undefined): readonly Style[] {
    const chain: Style[] = [];
    let at = this.#styles.get(id ?? this.#default ?? '');
    while (at !== undefined && chain.length < LONGEST_CHAIN && !chain.includes(at)) {
      chain.push(at);
      at = at.basedOn === undefined ? undefined : this.#styles.get(at.basedOn);
    }
    return chain;
  }

  /** What paragraphs of a style are. */
  role(id: string | undefined): Role {
    for (const style of this.chain(id)) {
      if (
        /^(?:toc (?:\d|heading)|contents (?:\d|heading)|table of (?:figures|authorities))$/.test(style.name)
      ) {
        return 'contents';
      }
      const level = numberOf(settingOf(style.paragraph, 'w:outlineLvl'));
      if (level !== undefined) return level >= 0 && level < 9 ? level + 1 : 'text';
      const heading = /^heading ([1-9])$/.exec(style.name)?.[1];
      if (heading !== undefined) return Number(heading);
      if (style.name === 'title') return 'title';
    }
    // A file that has lost its styles still calls them by the ids that Word gives.
    const named = this.#styles.has(id ?? '') ? undefined : /^Heading([1-9])$/.exec(id ?? '')?.[1];
    return named !== undefined ? Number(named) : 'text';
  }

  /** How words look in a paragraph of one style and a run of another, with what the run says itself. */
  look(paragraph: string | undefined, run: XmlElement | undefined): Look {
    const character = settingOf(run, 'w:rStyle');
    const key = `${paragraph ?? ''}\n${character ?? ''}`;
    let look = this.#looks.get(key);
    if (look === undefined) {
      look = this.#plain;
      for (const style of this.chain(paragraph).toReversed()) look = withRun(look, style.run);
      if (character !== undefined) {
        for (const style of this.chain(character).toReversed()) look = withRun(look, style.run);
      }
      this.#looks.set(key, look);
    }
    return run === undefined ? look : withRun(look, run);
  }

  /** What a table's style says of its first row or column; undefined when it does not set it apart. */
  conditional(table: string | undefined, kind: 'firstRow' | 'firstCol'): XmlElement | undefined {
    if (table === undefined) return undefined;
    for (const { element } of this.chain(table)) {
      const found = elementsOf(element).find(
        (one) =>
          one.name === 'w:tblStylePr' && one.attributes['w:type'] === kind && elementsOf(one).length > 0,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function withRun(look: Look, run: XmlElement | undefined): Look {
  if (run === undefined) return look;
  const fonts = child(run, 'w:rFonts')?.attributes;
  return {
    bold: switchOf(run, 'w:b') ?? look.bold,
    italic: switchOf(run, 'w:i') ?? look.italic,
    hidden: switchOf(run, 'w:vanish') ?? look.hidden,
    size: numberOf(settingOf(run, 'w:sz')) ?? look.size,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? look.font,
  };
}
