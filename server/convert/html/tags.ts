/** What stands in these is nothing that a reader of the page sees. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'object',
  'iframe',
  'canvas',
  'audio',
  'video',
  'datalist',
]);

/** The page around the document: words in these are left out, and said to be. */
export const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'dialog']);

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
  'option',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
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
    attributes['aria-hidden'] === 'true' ||
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
