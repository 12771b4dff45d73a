import type { Area, SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block, Label } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './contents.ts';
import { isJudgementName, mayNameJudgement } from './judgementName.ts';
import { type ProseJudgement, readProseJudgements } from './judgementProse.ts';
import { type JudgementText, looksGraded, readJudgement, readLeadingLabel } from './judgementText.ts';
import { isLoneLabel, isStrayLabel } from './ratings.ts';
import type { Binding, Statement } from './report.ts';
import { statement, verbFor } from './statement.ts';

/** What is judged in a section that has this part in its framework. */
export function areaOf(role: SectionRole | undefined, vocabulary: Vocabulary | undefined): Area | undefined {
  return role === undefined ? undefined : vocabulary?.areas.find(({ section }) => section === role);
}

/** What a section states of judgements: in its heading, in fields, on lines of their own, and in sentences. */
export function readStatements(
  heading: Block | undefined,
  own: readonly Block[],
  binding: Binding,
  area: Area | undefined,
  vocabulary: Vocabulary,
): Statement[] {
  const statements: Statement[] = [];
  if (area !== undefined) {
    const atHeading = headingStatement(heading, binding.headingJudgement, area, vocabulary);
    const fields = fieldStatements(own, area, vocabulary);
    statements.push(...atHeading, ...fields, ...lineStatements(own, fields, area, vocabulary));
  }
  const above = areaOf(binding.judges, vocabulary);
  if (above !== undefined)
    statements.push(...headingStatement(heading, binding.headingJudgement, above, vocabulary));
  const opening = openingBlock(own, statements);
  let lead: Block | undefined;
  own.forEach((block, index) => {
    if (block.kind !== 'item' && block.kind !== 'comment') lead = block;
    if (isReported(block, lead)) return;
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
  const words = prose.text.slice(span.from, span.to);
  const stated = statement(area, 'heading', read, words, (part) => ({
    block: -1,
    span: prose.sourceSpan(span.from + part.from, span.from + part.to),
  }));
  return [{ ...stated, verb: verbFor(prose.text, span) }];
}

/** How many blocks below a heading may hold its judgement without bold; further below, a label names something else. */
const NEAR_HEADING = 3;

/** The judgement in fields such as `**Judgement:** Adequate`, and `Judgement: Adequate` near the heading. */
function fieldStatements(own: readonly Block[], area: Area, vocabulary: Vocabulary): readonly Statement[] {
  const near = own.filter(({ kind }) => kind !== 'comment').slice(0, NEAR_HEADING);
  return own.flatMap((block, index) =>
    block.labels
      .filter(({ value, bold }) => value !== '' && (bold || near.includes(block)))
      .flatMap((label) => {
        const read = isJudgementName(label.name)
          ? readValue(label, area, vocabulary)
          : mayNameJudgement(label.name)
            ? readLooseValue(label, area, vocabulary)
            : undefined;
        if (read === undefined) return [];
        const place = (part: Span): Anchor => ({
          block: index,
          span: { from: label.valueSpan.from + part.from, to: label.valueSpan.from + part.to },
        });
        return [statement(area, 'field', read, label.value, place)];
      }),
  );
}

/** The value of a field that holds a judgement. */
function readValue(
  { value, bold }: Label,
  { scale }: Area,
  vocabulary: Vocabulary,
): JudgementText | undefined {
  return (
    meant(value, readJudgement(value, scale, vocabulary.labels), vocabulary) ??
    readLeadingLabel(value, scale, vocabulary.labels) ??
    // Words without bold may as well begin a sentence.
    (bold ? unread(value) : undefined)
  );
}

/** The value of a field that may hold something else: a judgement when it is on the scale, or in bold and meant to be. */
function readLooseValue(
  { value, bold }: Label,
  { scale }: Area,
  { labels }: Vocabulary,
): JudgementText | undefined {
  const read = readJudgement(value, scale, labels);
  if ((read?.label?.value ?? read?.grade?.value) !== undefined) return read;
  if (read === undefined || !bold) return undefined;
  const isMeant =
    read.label === undefined
      ? scale.values.some(({ grade }) => grade !== undefined)
      : isLoneLabel(read.label.text, labels);
  return isMeant ? read : undefined;
}

/** What was read, when its words are a label or meant as one. */
function meant(
  text: string,
  read: JudgementText | undefined,
  { labels }: Vocabulary,
): JudgementText | undefined {
  if (read?.label === undefined || read.label.value !== undefined) return read;
  return looksGraded(text) || isStrayLabel(read.label.text, labels) ? read : undefined;
}

/** All of a text as a label that no scale has. */
function unread(text: string): JudgementText {
  const span = { from: 0, to: text.length };
  return { span, label: { text, span, value: undefined }, grade: undefined };
}

/** A judgement alone on a line, among the first two blocks below the heading and its fields. */
function lineStatements(
  own: readonly Block[],
  fields: readonly Statement[],
  area: Area,
  vocabulary: Vocabulary,
): readonly Statement[] {
  const isField = (index: number) => fields.some(({ at }) => at.block === index);
  const first = own
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.kind !== 'comment' && !block.labels.some((label) => label.bold))
    .filter(({ index }) => !isField(index))
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

/** The words before a list that make its items somebody else's or an earlier report's: "In 2012 we found:". */
const REPORTS = /\b(?:(?:19|20)\d\d|said|found|reported)\b.*:$/u;

/** Whether a block is the item of a list whose lead-in says that its items report and do not judge. */
function isReported({ kind }: Block, lead: Block | undefined): boolean {
  if (kind !== 'item') return false;
  return lead?.kind === 'paragraph' && REPORTS.test(lead.leaves.at(-1)?.prose.text.trim() ?? '');
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
      ).flatMap((read) =>
        read.areas.map((area) =>
          proseStatement(area, read, vocabulary, leaf.prose.text, (part) => ({
            block: index,
            span: leaf.prose.sourceSpan(part.from, part.to),
          })),
        ),
      ),
    );
}

function proseStatement(
  area: Area,
  { span, label, grade, phrased }: ProseJudgement,
  vocabulary: Vocabulary,
  text: string,
  place: (span: Span) => Anchor,
): Statement {
  const value = grade && vocabulary.labels.graded(Number(grade.text), area.scale);
  const read = { span, label, grade: grade && { ...grade, value } };
  const stated = statement(area, 'prose', read, text, place);
  return phrased ? { ...stated, phrased } : { ...stated, verb: verbFor(text, label.span) };
}
