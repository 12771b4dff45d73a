/** What one stream of a PDF may unpack to; the text of a thousand pages takes less. */
const MOST_BYTES_EACH = 64 * 1024 * 1024;
/** What all streams may take together, counted as often as they are unpacked. */
const MOST_BYTES = 512 * 1024 * 1024;

const account = { left: MOST_BYTES, exhausted: false };

/** Opens the account of the memory that a PDF may take; all that are read at a time share one. */
export function openRoom(): void {
  account.left = MOST_BYTES;
  account.exhausted = false;
}

/** Whether a PDF asked for more than there was. */
export function roomIsExhausted(): boolean {
  return account.exhausted;
}

/** Throws when there is no room for so many bytes more of a stream that is so long with them. */
export function takeRoom(more: number, whole: number): void {
  account.left -= more;
  if (whole <= MOST_BYTES_EACH && account.left >= 0) return;
  account.exhausted = true;
  throw new Error('The PDF unpacks to more than can be read.');
}
