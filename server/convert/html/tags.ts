/** What stands in these is nothing that a reader of the page sees. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'desc',
  'defs',
  'metadata',
  'symbol',
  'annotation',
  'annotation-xml',
  'object',
  'iframe',
  'canvas',
  'audio',
  'video',
  'datalist',
]);

const AROUND = /^(?:nav|aside|dialog)$/;
const AROUND_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|dialog)$/i;

/**
 * Whether an element is the page around the document: words in these are left out, and said to be. A header or footer
 * within the document is part of it, and so is an aside that holds a footnote.
 * @param inDocument whether the element stands in the one that says where the document is
 */
export function isAround(
  name: string,
  { role = '' }: Readonly<Record<string, string>>,
  inDocument: boolean,
): boolean {
  if (/^doc-/.test(role)) return false;
  if (name === 'header' || name === 'footer') return !inDocument;
  return AROUND.test(name) || AROUND_ROLES.test(role);
}

/** Whether an element says that the document is in it. */
export function isDocument(name: string): boolean {
  return name === 'main' || name === 'article';
}

/** The level of a heading, by its name, by what it says of itself, or by the style that Word gives to titles. */
export function headingLevel(name: string, attributes: Readonly<Record<string, string>>): number | undefined {
  const own = /^h([1-6])$/.exec(name)?.[1];
  if (own !== undefined) return Number(own);
  if (name === 'p' && /^MsoTitle/i.test(attributes.class ?? '')) return 1;
  if (attributes.role !== 'heading') return undefined;
  const level = Number.parseInt(attributes['aria-level'] ?? '2', 10);
  return level >= 1 && level <= 6 ? level : 2;
}

/** Elements that words on either side of are not in one paragraph with. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'aside',
  'dialog',
  'footer',
  'header',
  'nav',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'text',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

/** Whether an element is not shown, by its own word or that of its style. */
export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  const style = attributes.style ?? '';
  return (
    attributes.hidden !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
  );
}

/** What an element does to the words in it; undefined for what it says nothing of. */
export interface Emphasis {
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
}

/** Whether an element makes its words bold or italic, by its name or its style. */
export function emphasisOf(name: string, attributes: Readonly<Record<string, string>>): Emphasis {
  const style = attributes.style ?? '';
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  const bold = weight === undefined ? undefined : /^(?:bold|bolder|[6-9]00)$/i.test(weight);
  const italic = slant === undefined ? undefined : /^(?:italic|oblique)$/i.test(slant);
  return {
    bold: bold ?? (name === 'b' || name === 'strong' ? true : undefined),
    italic: italic ?? (name === 'i' || name === 'em' || name === 'cite' ? true : undefined),
  };
}

/** The colour behind a cell as six hexadecimal digits; undefined for white, for none and for a name. */
export function shadeOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const style = attributes.style ?? '';
  const named = /(?:^|;)\s*background(?:-color)?\s*:\s*#([\da-f]{6}|[\da-f]{3})\b/i.exec(style)?.[1];
  const digits = (named ?? /^#?([\da-f]{6})$/i.exec(attributes.bgcolor ?? '')?.[1])?.toLowerCase();
  const long = digits?.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return long === 'ffffff' ? undefined : long;
}
