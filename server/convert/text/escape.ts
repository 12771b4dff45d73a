/** Where a text is going to stand: at the start of a block, and in a cell of a table, more is markup. */
export interface Where {
  readonly blockStart?: boolean;
  readonly cell?: boolean;
  readonly heading?: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const BOLD = /\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*/g;

/**
 * The offsets before which a backslash must stand, so that Markdown shows `text` as it is. Characters that
 * have no effect where they stand are left alone, and so is bold text, which extraction may keep.
 */
export function escapes(text: string, where: Where): readonly number[] {
  const found = new Set<number>();
  if (where.blockStart === true) addLineStarts(text, found);
  if (where.heading === true && text.endsWith('#')) found.add(text.length - 1);
  const bold = boldMarks(text);
  const lastLink = Math.max(text.lastIndexOf(']('), text.lastIndexOf(']['));
  const special = /[*_`<&[\\~|]/g;
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    const at = match.index;
    if (!bold.has(at) && isMarkup(text, at, lastLink, where)) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

function isMarkup(text: string, at: number, lastLink: number, where: Where): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  switch (text[at]) {
    case '*':
      return !(isSpace(before) && isSpace(after));
    case '_':
      return !(isSpace(before) && isSpace(after)) && !(isWord(before) && isWord(after));
    case '`':
      return true;
    case '<':
      return /[A-Za-z/!?]/.test(after);
    case '&':
      return /^&(?:#\d+|#x[\da-f]+|\w+);/i.test(text.slice(at, at + 40));
    case '[':
      return after === '^' || at < lastLink || opensDefinition(text, at);
    case '\\':
      return PUNCTUATION.test(after) || at === text.length - 1 || after === '\n';
    case '~':
      return after === '~' || before === '~' || !isSpace(before);
    default:
      return where.cell === true || text.includes('\n');
  }
}

/** `[name]: target` at the start of a block, or the box of a task in a list, whatever follows. */
function opensDefinition(text: string, at: number): boolean {
  if (at > 0 && text[at - 1] !== '\n') return false;
  return /^\[[^\]\n]*\](?::|\s|$)/.test(text.slice(at, at + 1000));
}

const LINE_START =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|(?:-[ \t]*){2,}$|=+[ \t]*$|(?:\*[ \t]*){3,}$|:?-+:?[ \t]*\|)/gm;

/** What is a mark only at the start of a line. Of a number it is the full stop behind it that makes the mark. */
function addLineStarts(text: string, found: Set<number>): void {
  for (const match of text.matchAll(LINE_START)) {
    found.add(/^\d/.test(match[0]) ? match.index + match[0].length : match.index);
  }
}

function boldMarks(text: string): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const { 0: match, index } of text.matchAll(BOLD)) {
    if (text[index - 1] === '*' || text[index + match.length] === '*') continue;
    for (const offset of [0, 1, match.length - 2, match.length - 1]) marks.add(index + offset);
  }
  return marks;
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
