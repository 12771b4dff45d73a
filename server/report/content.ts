import { normaliseName } from '../framework/name.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import { readActions } from './actions.ts';
import { readContentsList } from './contentsList.ts';
import { readLetterParts } from './letterParts.ts';
import { readMeasures } from './measures.ts';
import { readParagraphs } from './paragraphs.ts';
import { readProseStatuses } from './proseStatus.ts';
import { readRecommendations } from './recommendations.ts';
import type { Binding, SectionContent } from './report.ts';
import { readNumberedRecommendations, readRoots } from './roots.ts';
import { readScores } from './scores.ts';
import { readSectionFields } from './sectionFields.ts';
import { areaOf, readStatements } from './sectionStatements.ts';
import { readStatusKey } from './statusKey.ts';
import { readStatusRows } from './statusRows.ts';
import { readSummary } from './summary.ts';
import { readTables } from './tables.ts';
import { readVisits } from './visits.ts';

/** Reads all that a section says. The outcome depends on nothing but the arguments. */
export function readContent(
  heading: Block | undefined,
  own: readonly Block[],
  binding: Binding,
  vocabulary: Vocabulary | undefined,
): SectionContent {
  const { title, level, role } = binding;
  const area = areaOf(role, vocabulary);
  const summary =
    vocabulary !== undefined && role?.def.judgementSummary === true
      ? readSummary(own, vocabulary)
      : undefined;
  const numbered = vocabulary !== undefined && vocabulary.framework.numbering !== 'none';
  const { groups, ungrouped } = readRecommendations(own, role?.def.recommendations?.groups ?? [], numbered);
  return {
    title,
    name: normaliseName(title),
    level,
    role,
    area,
    statements:
      vocabulary === undefined
        ? []
        : readStatements(heading, own, binding, area, vocabulary).concat(
            summary?.rows.flatMap((row) => row.statement ?? []) ?? [],
          ),
    scores: vocabulary === undefined ? [] : readScores(own, area, role, vocabulary),
    paragraphs: readParagraphs(own),
    recommendations: groups,
    ungrouped,
    summary,
    ...readParts(own, role, vocabulary),
    numberedRecommendations: readNumberedRecommendations(normaliseName(title), heading, own),
    visits: vocabulary?.framework.kind === 'letter' ? readVisits(own) : [],
    contentsList: readContentsList(normaliseName(title), own),
    empty: own.every((block) => block.leaves.length === 0 && block.tables.length === 0),
  };
}

type Parts = Pick<
  SectionContent,
  | 'fields'
  | 'tables'
  | 'measures'
  | 'actions'
  | 'roots'
  | 'statusRows'
  | 'statusKey'
  | 'proseStatuses'
  | 'parts'
>;

const NO_PARTS: Parts = {
  fields: [],
  tables: [],
  measures: [],
  actions: [],
  roots: [],
  statusRows: [],
  statusKey: [],
  proseStatuses: [],
  parts: [],
};

function readParts(
  own: readonly Block[],
  role: SectionRole | undefined,
  vocabulary: Vocabulary | undefined,
): Parts {
  if (vocabulary === undefined) return NO_PARTS;
  const tables = readTables(own, role, vocabulary);
  return {
    fields: readSectionFields(own, tables, role, vocabulary),
    tables,
    measures: readMeasures(tables),
    actions: readActions(own, tables, role, vocabulary),
    roots: readRoots(tables),
    statusRows: readStatusRows(tables, vocabulary),
    statusKey: readStatusKey(own),
    proseStatuses: readProseStatuses(own),
    parts: readLetterParts(own, vocabulary.framework.parts),
  };
}
