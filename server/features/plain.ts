/** Words of the author, which have no meaning as Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** The first words of a passage, as plain words, on one line. */
export function firstWords(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return plain(line);
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  // Half a character is none: without a blank the cut may fall into one.
  const whole = end > most / 2 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${plain(whole.trimEnd())}…`;
}
