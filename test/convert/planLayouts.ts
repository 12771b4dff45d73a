/** The same plan as other councils and other programs would have left it. */
export const LAYOUTS: Readonly<Record<string, (source: string) => string>> = {
  'another name of a block': (source) =>
    source
      .replace(/^Rationale/gm, 'Why this is a priority')
      .replace(/^Comments ?(?:about)?\s+(?:about )?overall\s+status/gm, 'Comments on overall status')
      .replace(/^Actions next\s+period: ?$/gm, 'Next steps:'),
  'a box for the mark': (source) => boxed(source, (label, ticked) => `${label} ${ticked ? '☒' : '☐'}`),
  'a box before the words': (source) => boxed(source, (label, ticked) => `${ticked ? '☒' : '☐'} ${label}`),
  'a tick before the words': (source) => boxed(source, (label, ticked) => (ticked ? `✓ ${label}` : label)),
  'brackets for boxes': (source) => boxed(source, (label, ticked) => `[${ticked ? 'x' : ' '}] ${label}`),
  'bullets with a glyph': (source) => bulleted(source, '•'),
  'bullets that are dashes': (source) => bulleted(source, '-'),
  'squares for bullets': (source) => bulleted(source, '▪'),
  'numbers of pages on one line': (source) => source.replace(/^P\nage (\d+)$/gm, 'Page $1'),
  'more blank lines': (source) => source.replace(/\n\n/g, '\n\n\n'),
  'an inner status of another case': (source) => source.replace(/Impact Status/g, 'Impact status'),
};

const BOX =
  /^([ \t]*)(On target|At risk|Compromised|Completed)( X)? +(?:(On target|At risk|Compromised|Completed)( X)?)? *$/gm;

function boxed(source: string, write: (label: string, ticked: boolean) => string): string {
  return source
    .replace(/^ \n(Compromised) \n\n {2,}(Compromised.*)$/gm, ' $1  $2')
    .replace(
      BOX,
      (line, indent: string, first: string, firstMark?: string, second?: string, mark?: string) =>
        second === undefined
          ? line
          : `${indent}${write(first, firstMark !== undefined)}  ${write(second, mark !== undefined)} `,
    );
}

function bulleted(source: string, glyph: string): string {
  return source.replace(
    /(?<=\n *\n) (?=[A-Z\d][^\n]{12})(?! *(?:On target|At risk|Compromised|Completed|To |Metrics|Key Act|Participation|Improving|\d+%))/g,
    `${glyph} `,
  );
}
