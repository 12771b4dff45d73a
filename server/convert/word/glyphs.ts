/** Characters of fonts that draw signs where others have letters, by font and by the code that the file has. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    40: '☎',
    42: '✉',
    70: '☞',
    74: '☺',
    108: '●',
    110: '■',
    111: '☐',
    112: '☐',
    113: '☐',
    114: '☐',
    118: '❖',
    120: '☒',
    159: '•',
    167: '▪',
    168: '☐',
    171: '★',
    216: '➢',
    223: '←',
    224: '→',
    225: '↑',
    226: '↓',
    232: '→',
    239: '⇦',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': {
    79: '✗',
    80: '✓',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    151: '●',
    152: '●',
    162: '■',
    163: '☐',
    164: '☐',
    165: '☐',
  },
  'wingdings 3': {
    112: '▲',
    113: '▼',
    134: '◄',
    132: '►',
    199: '↗',
    200: '↘',
    104: '↑',
    105: '↓',
    102: '←',
    103: '→',
  },
  webdings: { 97: '✔', 99: '☐', 103: '■', 110: '●', 114: '✗', 53: '▲', 54: '▼' },
  symbol: {
    45: '−',
    163: '≤',
    167: '♣',
    171: '↔',
    172: '←',
    173: '↑',
    174: '→',
    175: '↓',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    187: '≈',
    188: '…',
    214: '√',
    222: '⇒',
  },
};

/** The letters of the font Symbol, from "A" and from "a". */
const GREEK_UPPER = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK_LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

/** Whether a font draws signs in the place of letters. */
export function isSignFont(font: string | undefined): boolean {
  return font !== undefined && Object.hasOwn(SIGNS, font.toLowerCase());
}

/** The sign that a code of such a font shows, as one character; undefined when it is not known. */
export function signOf(font: string | undefined, code: number): string | undefined {
  // Word keeps such codes in the private area, so that no other font shows them as letters.
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font?.toLowerCase() ?? '';
  const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name]?.[plain] : undefined;
  if (sign !== undefined || name !== 'symbol') return sign;
  if (plain >= 65 && plain <= 90) return GREEK_UPPER[plain - 65];
  if (plain >= 97 && plain <= 122) return GREEK_LOWER[plain - 97];
  return plain >= 32 && plain < 127 ? String.fromCharCode(plain) : undefined;
}

/** A bullet as any font has it: the signs of special fonts are drawn as what they stand for. */
export function bulletOf(text: string, font: string | undefined): string {
  const code = text.codePointAt(0) ?? 0;
  if (isSignFont(font) || (code >= 0xe000 && code <= 0xf8ff)) return '•';
  // The hollow bullet of Word's own lists is the letter of a font for typewriters.
  return text === 'o' && /^courier/i.test(font ?? '') ? '◦' : text;
}
