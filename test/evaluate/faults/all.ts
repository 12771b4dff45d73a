import type { Fault } from '../kind.ts';
import type { Landmarks } from '../landmarks.ts';
import { ACCESS_FAULTS } from './access.ts';
import { ACRONYM_FAULTS } from './acronyms.ts';
import { BROKEN_FAULTS } from './broken.ts';
import { CLAIM_FAULTS } from './claims.ts';
import { DATE_FAULTS } from './dates.ts';
import { DIRECTIVE_FAULTS } from './directives.ts';
import { FIELD_FAULTS } from './fields.ts';
import { IDENTIFIER_FAULTS } from './identifiers.ts';
import { JUDGEMENT_FAULTS } from './judgements.ts';
import { NUMBER_FAULTS } from './numbers.ts';
import { RECORD_FAULTS } from './record.ts';
import { WHOLE_FAULTS } from './release.ts';
import { SECTION_FAULTS } from './sections.ts';
import { SHARE_FAULTS } from './shares.ts';
import { STRUCTURE_FAULTS } from './structure.ts';
import { SUM_FAULTS } from './sums.ts';
import { TERM_FAULTS } from './terms.ts';
import { WHOLE_COUNT_FAULTS } from './wholes.ts';

export const FAULTS: readonly Fault<Landmarks>[] = [
  ...JUDGEMENT_FAULTS,
  ...RECORD_FAULTS,
  ...SECTION_FAULTS,
  ...STRUCTURE_FAULTS,
  ...NUMBER_FAULTS,
  ...SHARE_FAULTS,
  ...SUM_FAULTS,
  ...DATE_FAULTS,
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
];
