/** More than any report has, and little enough to be checked within seconds and in moderate memory. */
export const MAX_CHARACTERS = 4_000_000;
export const MAX_LINES = 100_000;

/** Of a text that is too large to be checked: what to say of it. `length` is in UTF-16 code units. */
export function tooLarge({ length, lines }: { length: number; lines: number }): string | undefined {
  const most =
    length > MAX_CHARACTERS
      ? `${grouped(length)} characters, and up to ${grouped(MAX_CHARACTERS)}`
      : lines > MAX_LINES
        ? `${grouped(lines)} lines, and up to ${grouped(MAX_LINES)}`
        : undefined;
  return most && `This text is too large to be checked: it has ${most} can be. Split it into several files.`;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
