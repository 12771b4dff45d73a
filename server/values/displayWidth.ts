const PLAIN = /^[ -~]*$/;
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\u30A0-\u30FF\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji}\uFE0F)/u;
/** Marks on the character before, and characters that nobody sees. */
const UNSEEN = /^[\p{M}\p{Cf}]/u;

/** How many columns a text takes where every character is as wide as any other, or twice as wide. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) width += characterWidth(segment);
  return width;
}

/** How many columns one character takes, with the marks on it: none, one, or two as of Chinese and of emoji. */
export function characterWidth(character: string): 0 | 1 | 2 {
  if (WIDE.test(character)) return 2;
  return UNSEEN.test(character) ? 0 : 1;
}
