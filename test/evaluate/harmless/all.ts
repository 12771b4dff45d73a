import type { Kind } from '../kind.ts';
import { FIGURES } from './figures.ts';
import { HEADINGS } from './headings.ts';
import { LAYOUT } from './layout.ts';
import { REFERENCES } from './references.ts';
import { SUMS } from './sums.ts';
import { WORDING } from './wording.ts';

export const HARMLESS: readonly Kind[] = [
  ...WORDING,
  ...FIGURES,
  ...SUMS,
  ...LAYOUT,
  ...HEADINGS,
  ...REFERENCES,
];
