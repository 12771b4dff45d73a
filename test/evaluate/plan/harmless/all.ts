import { RIGHT_ACRONYMS } from '../../harmless/acronyms.ts';
import { BROKEN } from '../../harmless/broken.ts';
import { DATES } from '../../harmless/dates.ts';
import { FIGURES } from '../../harmless/figures.ts';
import { NO_IDENTIFIERS } from '../../harmless/identifiers.ts';
import { LAYOUT, TABLE_LAYOUT } from '../../harmless/layout.ts';
import { SUMS } from '../../harmless/sums.ts';
import { RIGHT_TERMS } from '../../harmless/terms.ts';
import { SENTENCES } from '../../harmless/wording.ts';
import type { Kind } from '../../kind.ts';
import type { PlanLandmarks } from '../landmarks.ts';
import { REVIEWS } from '../reviews.ts';
import { DUES } from './dues.ts';
import { MEASURES } from './measures.ts';
import { OWNERS } from './owners.ts';
import { SECTIONS } from './sections.ts';
import { STATUSES } from './statuses.ts';
import { TABLES } from './tables.ts';
import { PLAN_WORDING } from './wording.ts';

export const PLAN_HARMLESS: readonly Kind<PlanLandmarks>[] = [
  ...STATUSES,
  ...SECTIONS,
  ...TABLES,
  ...DUES,
  ...OWNERS,
  ...MEASURES,
  ...REVIEWS,
  ...PLAN_WORDING,
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
];
