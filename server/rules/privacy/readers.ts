import type { Audience } from '../../report/audience.ts';

const READERS: Readonly<Record<Audience, string>> = {
  internal: '',
  board: ', and this document goes to a board',
  public: ', and this document is for the public',
};

/** Who will read it, as the end of a sentence's first part; nothing where that makes no difference. */
export function readersOf(audience: Audience | undefined): string {
  return audience === undefined ? '' : READERS[audience];
}
