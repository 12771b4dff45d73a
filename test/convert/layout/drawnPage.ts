import type { Box, PdfItem, PdfPage } from '../../../server/convert/pdf/page.ts';

const LETTER = 6;
const LINE = 14;
const EDGE = 60;

/**
 * A page of a PDF as it is drawn with characters, each of them 6 points wide and each line 14 points high. Texts two
 * blanks apart are items of their own; what stands between asterisks is bold, and a figure behind a caret is raised and
 * small. A line that begins with "# " is set in 18 points, one that begins with "% " in 8; "+--+" and "|" are rulings.
 */
export function drawnPage(drawing: string, number = 1): PdfPage {
  const items: PdfItem[] = [];
  const rules: Box[] = [];
  const lines = drawing.split('\n').slice(1);
  for (const [row, line] of lines.entries()) {
    const y = EDGE + row * LINE;
    for (const { index } of line.matchAll(/\|/g)) rules.push(upright(EDGE + index * LETTER, y));
    if (/^[\s|]*\+[-+ ]*/.test(line)) rules.push(...levels(line, y));
    else items.push(...itemsOf(line, y));
  }
  return {
    ...{ number, width: 595, height: 842, items, drawing: { rules, fills: [] } },
    ...{ links: [], fields: [], tree: undefined, isDamaged: false },
  };
}

function upright(x: number, y: number): Box {
  return { left: x - 0.25, right: x + 0.25, top: y - LINE - 4, bottom: y + LINE - 4 };
}

function levels(line: string, y: number): readonly Box[] {
  return [...line.matchAll(/\+-[-+]*/g)].map(({ 0: { length }, index }) => ({
    ...{ left: EDGE + index * LETTER, right: EDGE + (index + length - 1) * LETTER },
    ...{ top: y - 4.25, bottom: y - 3.75 },
  }));
}

function itemsOf(line: string, y: number): readonly PdfItem[] {
  const mark = /^[#%] /.exec(line)?.[0] ?? '';
  const size = mark === '# ' ? 18 : mark === '% ' ? 8 : 11;
  const words = line.slice(mark.length).replaceAll('|', ' ');
  return [...words.matchAll(/\^\d+|[^\s^]+(?: [^\s^]+)*/g)].map(({ 0: text, index }) => {
    const raised = text.startsWith('^');
    const bold = /^\*.*\*$/.test(text);
    const shown = bold ? text.slice(1, -1) : raised ? text.slice(1) : text;
    return {
      ...{ text: shown, x: EDGE + index * LETTER, y: raised ? y - 4 : y, width: shown.length * LETTER },
      ...{ size: raised ? 7 : size, bold, italic: false, font: 'Arial', before: '\n' },
      ...{ spaced: false, content: undefined, artifact: false, turned: false },
    };
  });
}
