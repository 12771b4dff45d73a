import { ACCESS_FAULTS } from '../../faults/access.ts';
import { ACRONYM_FAULTS } from '../../faults/acronyms.ts';
import { BROKEN_FAULTS } from '../../faults/broken.ts';
import { CLAIM_FAULTS } from '../../faults/claims.ts';
import { DATE_FAULTS } from '../../faults/dates.ts';
import { DIRECTIVE_FAULTS } from '../../faults/directives.ts';
import { FIELD_FAULTS } from '../../faults/fields.ts';
import { IDENTIFIER_FAULTS, RELEASE_FAULTS } from '../../faults/identifiers.ts';
import { APPROVAL_FAULTS, WHOLE_FAULTS } from '../../faults/release.ts';
import { SHARE_FAULTS } from '../../faults/shares.ts';
import { SUM_FAULTS } from '../../faults/sums.ts';
import { TERM_FAULTS } from '../../faults/terms.ts';
import { WHOLE_COUNT_FAULTS } from '../../faults/wholes.ts';
import type { Fault } from '../../kind.ts';
import type { PlanLandmarks } from '../landmarks.ts';
import { REVIEW_FAULTS } from '../reviews.ts';
import { DUE_FAULTS } from './dues.ts';
import { FIGURE_FAULTS } from './figures.ts';
import { MEASURE_FAULTS } from './measures.ts';
import { MONTH_FAULTS } from './months.ts';
import { OWNER_FAULTS } from './owners.ts';
import { SECTION_FAULTS } from './sections.ts';
import { STATUS_FAULTS } from './statuses.ts';
import { TABLE_FAULTS } from './tables.ts';

export const PLAN_FAULTS: readonly Fault<PlanLandmarks>[] = [
  ...STATUS_FAULTS,
  ...SECTION_FAULTS,
  ...TABLE_FAULTS,
  ...DUE_FAULTS,
  ...OWNER_FAULTS,
  ...MEASURE_FAULTS,
  ...MONTH_FAULTS,
  ...FIGURE_FAULTS,
  ...REVIEW_FAULTS,
  ...SHARE_FAULTS,
  ...DATE_FAULTS,
  ...SUM_FAULTS,
  ...FIELD_FAULTS,
  ...BROKEN_FAULTS,
  ...IDENTIFIER_FAULTS,
  ...ACRONYM_FAULTS,
  ...TERM_FAULTS,
  ...CLAIM_FAULTS,
  ...ACCESS_FAULTS,
  ...DIRECTIVE_FAULTS,
  ...WHOLE_FAULTS,
  ...WHOLE_COUNT_FAULTS,
  ...APPROVAL_FAULTS,
  ...RELEASE_FAULTS,
];
