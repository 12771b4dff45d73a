import { type Body, unknownBody } from '../bodies.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { withSentence } from './edit.ts';

/** Acronyms that are spelt out in any of the usual ways, and capitals that are none or need no words. */
export const RIGHT_ACRONYMS: readonly Kind<Texts>[] = [
  {
    name: 'acronyms that are spelt out',
    draw: (document, random) =>
      withSentence(document, random, random.pick(TOLD)(unknownBody(document, random))),
  },
  {
    name: 'capitals that need no words',
    draw: (document, random) => withSentence(document, random, random.pick(PLAIN)),
  },
];

const TOLD: readonly ((body: Body) => string)[] = [
  ({ name, short }) => `The ${name} (${short}) met. The ${short} and its chair agreed.`,
  ({ name, short }) => `The ${name} {${short}} met. Each ${short} was minuted, and two ${short}s were late.`,
  ({ name, short }) => `Members of the ${name} (‘${short}’) met, and the ${short} agreed.`,
  ({ name, short }) => `The ${name}, known as the ${short}, met. The ${short} agreed.`,
  ({ name, short }) => `The ${short} (${name}) met, and the ${short} agreed.`,
  ({ name, short }) => `The ${name} (${short}) met. The ${name.toUpperCase()} (${short}) met again.`,
  ({ short }) => `The work of the ${short} is described elsewhere.`,
];

const PLAIN: readonly string[] = [
  'The NHS and the GP were told, and the GP told the NHS.',
  'All of it is RAG rated, and the RAG rating is SMART.',
  'This is NOT finished, and it is NOT small.',
  'Part IV and part VI of it were read, and part IV was read again.',
  'The REACH team met twice, and the REACH team was praised.',
  'Reviews of the HK case and of the HK family were read.',
  'Files AB/12 and AB/13 were read, and so was letter X4B.',
  'In the UK and the EU, COVID-19 closed schools; COVID-19 closed courts too.',
];
