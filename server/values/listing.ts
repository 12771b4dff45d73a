/** `a, b and c`: things as a sentence names them, one after the other. */
export function listed(things: readonly string[], word: 'and' | 'or'): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `"a", "b" or "c"`: the same of words that an author wrote, or may write. */
export function listedWords(words: readonly string[], word: 'and' | 'or'): string {
  return listed(
    words.map((one) => `"${one}"`),
    word,
  );
}
