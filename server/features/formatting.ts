import { formatJudgement } from '../framework/vocabulary.ts';
import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { anchorSpan, type PlacedStatement, type Report, statedValue } from '../report/report.ts';
import { composed } from '../text/compose.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Fix } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Analysis, analyse } from './analysis.ts';
import { fixAll } from './fixAll.ts';

/**
 * The changes that write a document, or what stands in a stretch of it, as documents are written: numbers run on, fields
 * are items of a list, judgements read as their scale has them, and the cells of tables stand below each other. No cell
 * gets other words, and nothing new is found in the outcome.
 */
export function formatting(analysis: Analysis, within?: Span): readonly TextEdit[] {
  if (!analysis.ours) return [];
  const { length } = analysis.input.text;
  const rounds: (readonly TextEdit[])[] = [];
  // Where a stretch is wanted, what it is in the text as changed so far is not known: only the whole is put in order.
  const tidied = within === undefined ? tidy(analysis) : { analysis, rounds: [] };
  rounds.push(...tidied.rounds);
  const written = rewritten(tidied.analysis, within);
  if (written.edits.length > 0) rounds.push(written.edits);
  const wanted = written.edits.length > 0 && within !== undefined ? moved(within, written.edits) : within;
  rounds.push(aligned(written.analysis, wanted));
  return composed(length, rounds);
}

/** The changes that align the table at a place alone. */
export function tableFormatting(analysis: Analysis, offset: number): readonly TextEdit[] {
  return analysis.ours ? aligned(analysis, { from: offset, to: offset }) : [];
}

/** What formatting leaves of faults in the order of things. */
function tidy(before: Analysis): {
  readonly analysis: Analysis;
  readonly rounds: readonly (readonly TextEdit[])[];
} {
  const isTidy = ({ tidy }: Fix) => tidy === true;
  if (!before.findings.some(({ fixes }) => fixes.some(isTidy))) return { analysis: before, rounds: [] };
  const { analysis, rounds, applied } = fixAll(before, isTidy);
  const rules = new Set(applied.map(({ rule }) => rule));
  // What is left of the same fault may be told in other words.
  const isWorse = bringsFindings(before, analysis, (rule) => rules.has(rule));
  return isWorse ? { analysis: before, rounds: [] } : { analysis, rounds };
}

/** Judgements and fields in the form that documents have them in. */
function rewritten(
  before: Analysis,
  within: Span | undefined,
): { readonly analysis: Analysis; readonly edits: readonly TextEdit[] } {
  const { report, input } = before;
  const isWanted = ({ span }: TextEdit) => within === undefined || overlaps(span, within);
  const edits = [...judgementEdits(report), ...fieldEdits(report)].filter(isWanted);
  if (edits.length === 0) return { analysis: before, edits };
  const text = SourceText.of(applyEdits(input.text.toString(), edits));
  const analysis = analyse({ ...input, text });
  return bringsFindings(before, analysis, () => false)
    ? { analysis: before, edits: [] }
    : { analysis, edits };
}

/** Whether something is found that was not found before. */
function bringsFindings(before: Analysis, after: Analysis, isKnown: (rule: string) => boolean): boolean {
  const counts = new Map<string, number>();
  for (const { rule, message } of before.findings) {
    const key = `${rule} ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return after.findings.some(({ rule, message }) => {
    const key = `${rule} ${message}`;
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0 && !isKnown(rule);
  });
}

/** Judgements that stand alone in a field or on a line, with label and grade as the scale has them. */
function judgementEdits(report: Report): readonly TextEdit[] {
  return [...report.statements.values()].flat().flatMap(({ section, statement }) => {
    const words = canonicalWords(statement);
    const inTable = (section.own[statement.at.block]?.block.tables.length ?? 0) > 0;
    if (words === undefined || words === statement.text || inTable) return [];
    return report.model.editing.replace(anchorSpan(section, statement.at), words);
  });
}

function canonicalWords(statement: PlacedStatement['statement']): string | undefined {
  const { form, label, grade, ticked } = statement;
  const value = statedValue(statement);
  // To a grade alone no words are added: it may be a score, which is written so.
  if (label === undefined || value === undefined || ticked !== undefined) return undefined;
  if (form !== 'field' && form !== 'line') return undefined;
  // Of a label and a grade that contradict each other neither is to be written more neatly.
  if (grade !== undefined && label.value !== grade.value) return undefined;
  return grade === undefined ? value.label : formatJudgement(value);
}

/** Fields that stand as lines of a paragraph below a heading: as items of a list each keeps its line everywhere. */
function fieldEdits({ model }: Report): readonly TextEdit[] {
  return model.blocks.flatMap((placed, index) => {
    const [before, behind] = [model.blocks[index - 1], model.blocks[index + 1]];
    const isApart = before?.block.kind === 'heading' && behind?.block.kind !== 'item';
    return isApart && isFields(placed) ? model.editing.listLines(placed) : [];
  });
}

function isFields({ block }: PlacedBlock): boolean {
  if (block.kind !== 'paragraph' || block.labels.length === 0) return false;
  const lines = block.source.split('\n');
  return (
    lines.length === block.labels.length &&
    block.labels.every(({ bold }) => bold) &&
    // A line break that is written out would become a word.
    lines.every((line) => line.startsWith('**') && !line.endsWith('\\'))
  );
}

function aligned({ report: { model } }: Analysis, within: Span | undefined): readonly TextEdit[] {
  return model.blocks.flatMap((placed) =>
    placed.block.tables.flatMap(({ span, rows }) => {
      const isWanted = within === undefined || overlaps(placeSpan(placed, span), within);
      return isWanted ? model.editing.alignTable(rows.map((row) => placeSpan(placed, row.span))) : [];
    }),
  );
}

/** A stretch in the text after edits: what touches it belongs to it. */
function moved({ from, to }: Span, edits: readonly TextEdit[]): Span {
  const by = (offset: number) =>
    edits
      .filter(({ span }) => span.from < offset)
      .reduce((sum, { span, insert }) => sum + insert.length - (span.to - span.from), 0);
  return { from: from + by(from), to: to + by(to) };
}
