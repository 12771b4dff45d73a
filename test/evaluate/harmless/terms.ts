import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { withSentence } from './edit.ts';

/** Words that are to be used, and others where they are somebody else's. */
export const RIGHT_TERMS: readonly Kind<Texts>[] = [
  {
    name: 'words that are not to be used, in names and quotations',
    draw: (document, random) => withSentence(document, random, random.pick(RIGHT)),
  },
];

const RIGHT: readonly string[] = [
  'Parents speak well of short breaks, and families who need help are offered them.',
  'One parent said: “They called us a problem family.”',
  "The words ‘problem family’ and 'displaced child' hurt, parents said.",
  'The Problem Families Programme ended, and so did the Board for Displaced Children.',
  'The Respite Placement Team moved to another building.',
  'A family with a problem is heard; a child, displaced or not, is too.',
  'Non-respite placement-based work is rare.',
  'The page is at https://example.org/problem-family and was read.',
];
