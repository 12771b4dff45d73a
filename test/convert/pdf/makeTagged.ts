/** Words on a page of a PDF of our own making: places in points from the bottom left. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** The marked content that they are, counted on their page; words marked as no text are an artifact. */
  readonly mark?: number | 'artifact';
}

export interface Element {
  readonly role: string;
  readonly alt?: string;
  /** Numbers are marked contents of the page. */
  readonly kids: readonly (Element | number)[];
}

export interface Page {
  readonly words: readonly Words[];
  readonly tree?: readonly Element[];
  /** Drawn before the words, in the language of PDFs. */
  readonly drawn?: string;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** Numbered objects, written one behind the other. */
class Objects {
  readonly #all: string[] = [];

  /** Keeps a number for an object that is written later. */
  reserve(): number {
    this.#all.push('null');
    return this.#all.length;
  }

  add(body: string): number {
    this.#all.push(body);
    return this.#all.length;
  }

  set(number: number, body: string): void {
    this.#all[number - 1] = body;
  }

  bytes(root: number): Uint8Array {
    const starts: number[] = [];
    let text = '%PDF-1.7\n';
    for (const [index, body] of this.#all.entries()) {
      starts.push(text.length);
      text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    }
    const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
    const count = this.#all.length + 1;
    const trailer = `trailer\n<</Size ${count}/Root ${root} 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
    return new Uint8Array(latin1(`${text}xref\n0 ${count}\n0000000000 65535 f \n${rows}${trailer}`));
  }
}

/** A PDF with those pages, with a structure where a page has a tree. `catalog` goes into its root. */
export function makeTagged(pages: readonly Page[], catalog = ''): Uint8Array {
  const objects = new Objects();
  const [root, tree, structure] = [objects.reserve(), objects.reserve(), objects.reserve()];
  const fonts = ['Helvetica', 'Helvetica-Bold'].map((name) =>
    objects.add(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`),
  );
  const tops: number[] = [];
  const parents: string[] = [];
  const kids = pages.map((page, index) => {
    const number = objects.reserve();
    const content = stream(page.drawn ?? '', page.words);
    const resources = `<</Font<</F0 ${fonts[0]} 0 R/F1 ${fonts[1]} 0 R>>>>`;
    const contents = objects.add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    objects.set(
      number,
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Resources ${resources}/Contents ${contents} 0 R/StructParents ${index}>>`,
    );
    const held = new Map<number, number>();
    for (const element of page.tree ?? []) tops.push(write(objects, element, structure, number, held));
    const most = Math.max(-1, ...held.keys());
    const refs = Array.from({ length: most + 1 }, (_, mark) =>
      held.has(mark) ? `${held.get(mark)} 0 R` : 'null',
    );
    parents.push(`${index} [${refs.join(' ')}]`);
    return number;
  });
  const isTagged = tops.length > 0;
  objects.set(
    root,
    `<</Type/Catalog/Pages ${tree} 0 R${isTagged ? `/MarkInfo<</Marked true>>/StructTreeRoot ${structure} 0 R` : ''}${catalog}>>`,
  );
  objects.set(
    tree,
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
  );
  if (isTagged)
    objects.set(
      structure,
      `<</Type/StructTreeRoot/K[${tops.map((top) => `${top} 0 R`).join(' ')}]/ParentTree<</Nums[${parents.join(' ')}]>>>>`,
    );
  return objects.bytes(root);
}

function write(
  objects: Objects,
  element: Element,
  parent: number,
  page: number,
  held: Map<number, number>,
): number {
  const number = objects.reserve();
  const kids = element.kids.map((kid) => {
    if (typeof kid !== 'number') return `${write(objects, kid, number, page, held)} 0 R`;
    held.set(kid, number);
    return String(kid);
  });
  const alt = element.alt === undefined ? '' : `/Alt(${element.alt})`;
  objects.set(
    number,
    `<</Type/StructElem/S/${element.role}/P ${parent} 0 R/Pg ${page} 0 R${alt}/K[${kids.join(' ')}]>>`,
  );
  return number;
}

function stream(drawn: string, words: readonly Words[]): string {
  const shown = words.map(({ text, x, y, size = 11, bold = false, mark }) => {
    const escaped = text.replace(/[()\\]/g, '\\$&');
    const show = `BT /F${bold ? 1 : 0} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
    if (mark === undefined) return show;
    return mark === 'artifact' ? `/Artifact BMC ${show} EMC` : `/P <</MCID ${mark}>> BDC ${show} EMC`;
  });
  return [drawn, ...shown].join('\n');
}
