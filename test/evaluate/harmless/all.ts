import type { Kind } from '../kind.ts';
import type { Landmarks } from '../landmarks.ts';
import { RIGHT_ACRONYMS } from './acronyms.ts';
import { BROKEN } from './broken.ts';
import { DATES } from './dates.ts';
import { FIGURES } from './figures.ts';
import { HEADINGS } from './headings.ts';
import { NO_IDENTIFIERS } from './identifiers.ts';
import { LAYOUT, TABLE_LAYOUT, TEXT_LAYOUT } from './layout.ts';
import { REFERENCES } from './references.ts';
import { SUMS } from './sums.ts';
import { RIGHT_TERMS } from './terms.ts';
import { SENTENCES, WORDING } from './wording.ts';

export const HARMLESS: readonly Kind<Landmarks>[] = [
  ...WORDING,
  ...SENTENCES,
  ...BROKEN,
  ...NO_IDENTIFIERS,
  ...RIGHT_ACRONYMS,
  ...RIGHT_TERMS,
  ...FIGURES,
  ...DATES,
  ...SUMS,
  ...LAYOUT,
  ...TABLE_LAYOUT,
  ...TEXT_LAYOUT,
  ...HEADINGS,
  ...REFERENCES,
];
