import { normaliseName } from '../framework/name.ts';
import type { Area, SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block, PlacedBlock } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { readProseJudgements } from './judgementProse.ts';
import { type JudgementText, looksGraded, readJudgement, splitHeading } from './judgementText.ts';
import { readParagraphs } from './paragraphs.ts';
import { isStrayLabel } from './ratings.ts';
import { readRecommendations } from './recommendations.ts';
import type { Anchor, Binding, SectionContent, Statement } from './report.ts';
import { statement } from './statement.ts';
import { readSummary } from './summary.ts';

/** Reads all that a section says. The outcome depends on nothing but the arguments. */
export function readContent(
  heading: Block | undefined,
  own: readonly Block[],
  binding: Binding,
  vocabulary: Vocabulary | undefined,
): SectionContent {
  const { title, level, role } = binding;
  const area = vocabulary?.areas.find(
    (candidate) => candidate.section !== undefined && candidate.section === role,
  );
  const summary =
    vocabulary !== undefined && role?.def.judgementSummary === true
      ? readSummary(own, vocabulary)
      : undefined;
  return {
    title,
    level,
    role,
    area,
    statements:
      vocabulary === undefined
        ? []
        : readStatements(heading, own, binding, area, vocabulary).concat(
            summary?.rows.flatMap((row) => row.statement ?? []) ?? [],
          ),
    paragraphs: readParagraphs(own),
    recommendations: readRecommendations(own, role?.def.recommendations?.groups ?? []),
    summary,
    empty: own.every((block) => block.leaves.length === 0 && block.tables.length === 0),
  };
}

function readStatements(
  heading: Block | undefined,
  own: readonly Block[],
  binding: Binding,
  area: Area | undefined,
  vocabulary: Vocabulary,
): Statement[] {
  const statements: Statement[] = [];
  if (area !== undefined) {
    const atHeading = headingStatement(heading, binding.headingJudgement, area, vocabulary);
    statements.push(
      ...atHeading,
      ...own.flatMap((block, index) => fieldStatements(block, index, area, vocabulary)),
    );
    statements.push(...lineStatements(own, area, vocabulary));
  }
  const opening = openingBlock(own, statements);
  own.forEach((block, index) => {
    statements.push(...proseStatements(block, index, vocabulary, index === opening ? area : undefined));
  });
  return statements;
}

function headingStatement(
  heading: Block | undefined,
  span: Span | undefined,
  area: Area,
  vocabulary: Vocabulary,
): readonly Statement[] {
  const prose = heading?.heading?.prose;
  if (prose === undefined || span === undefined) return [];
  const read = readJudgement(prose.text.slice(span.from, span.to), area.scale, vocabulary.labels);
  if (read === undefined) return [];
  return [
    statement(area, 'heading', read, prose.text.slice(span.from, span.to), (part) => ({
      block: -1,
      span: prose.sourceSpan(span.from + part.from, span.from + part.to),
    })),
  ];
}

const JUDGEMENT_NAMES = new Set([
  'judgement',
  'judgment',
  'grade',
  'inspection judgement',
  'overall judgement',
]);

function fieldStatements(
  block: Block,
  index: number,
  area: Area,
  vocabulary: Vocabulary,
): readonly Statement[] {
  return block.labels
    .filter((label) => label.bold && label.value !== '' && JUDGEMENT_NAMES.has(normaliseName(label.name)))
    .flatMap((label) => {
      const read = readJudgement(label.value, area.scale, vocabulary.labels);
      const place = (part: Span): Anchor => ({
        block: index,
        span: { from: label.valueSpan.from + part.from, to: label.valueSpan.from + part.to },
      });
      const whole = { from: 0, to: label.value.length };
      const unread: JudgementText = {
        span: whole,
        label: { text: label.value, span: whole, value: undefined },
        grade: undefined,
      };
      return [statement(area, 'field', read ?? unread, label.value, place)];
    });
}

/** A judgement alone on a line, among the first two blocks below the heading and its fields. */
function lineStatements(own: readonly Block[], area: Area, vocabulary: Vocabulary): readonly Statement[] {
  const first = own
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.kind !== 'comment' && !block.labels.some((label) => label.bold))
    .slice(0, 2);
  const opening = own.findIndex(({ kind }) => kind !== 'comment');
  return first.flatMap(({ block, index }) => {
    const leaf = block.leaves[0];
    if (block.kind !== 'paragraph' || leaf === undefined) return [];
    const text = leaf.prose.text;
    const read = text.length > 80 ? undefined : readJudgement(text, area.scale, vocabulary.labels);
    if (read === undefined || !(looksGraded(text) || read.label?.value !== undefined)) {
      if (index > opening || read?.label === undefined || !isStrayLabel(read.label.text, vocabulary.labels))
        return [];
    }
    return [
      statement(area, 'line', read, text, (part) => ({
        block: index,
        span: leaf.prose.sourceSpan(part.from, part.to),
      })),
    ];
  });
}

/** Where the text of a section begins, behind the fields and lines that stand below its heading. */
function openingBlock(own: readonly Block[], statements: readonly Statement[]): number {
  return own.findIndex(
    (block, index) =>
      (block.kind === 'paragraph' || block.kind === 'item') &&
      !block.labels.some((label) => label.bold) &&
      !statements.some(({ at }) => at.block === index),
  );
}

function proseStatements(
  block: Block,
  index: number,
  vocabulary: Vocabulary,
  opening: Area | undefined,
): readonly Statement[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
  return block.leaves
    .filter((leaf) => !leaf.quoted)
    .flatMap((leaf) =>
      readProseJudgements(
        leaf.prose.text,
        vocabulary,
        leaf === block.leaves[0] ? opening : undefined,
      ).flatMap(({ areas, label }) => {
        const at: Anchor = { block: index, span: leaf.prose.sourceSpan(label.span.from, label.span.to) };
        return areas.map(
          (area): Statement => ({
            area,
            form: 'prose',
            at,
            text: label.text,
            label: { text: label.text, at, value: label.value },
            grade: undefined,
          }),
        );
      }),
    );
}

/**
 * Finds out what a heading names. `parent` decides between sections of one name; an id counts more than any
 * name, be it the heading's own or one that stands in a comment below it.
 */
export function bind(
  placed: PlacedBlock,
  parent: SectionRole | undefined,
  vocabulary: Vocabulary | undefined,
  idBelow?: string,
): Binding {
  const { heading } = placed.block;
  const sectionId = placed.block.sectionId ?? idBelow;
  const level = heading?.level ?? 1;
  const text = heading?.prose.text ?? '';
  const named = sectionId === undefined ? undefined : vocabulary?.sectionsById.get(sectionId);
  const parts = splitHeading(text, heading?.name ?? { from: 0, to: 0 }, vocabulary?.labels);
  const whole = heading === undefined ? '' : text.slice(heading.name.from, heading.name.to);
  const bare = text.slice(parts.name.from, parts.name.to);
  const exact = candidate(vocabulary, whole, parent);
  const role = named ?? exact ?? candidate(vocabulary, bare, parent);
  const title = exact === undefined || bare === '' ? (parts.judgement === undefined ? whole : bare) : whole;
  return {
    title: title === '' ? (role?.def.heading ?? sectionId ?? '') : title,
    level,
    role,
    headingJudgement: exact === undefined ? parts.judgement : undefined,
  };
}

function candidate(
  vocabulary: Vocabulary | undefined,
  name: string,
  parent: SectionRole | undefined,
): SectionRole | undefined {
  const candidates = vocabulary?.sectionsByName.get(normaliseName(name)) ?? [];
  return candidates.find((role) => role.parent === parent) ?? candidates[0];
}
