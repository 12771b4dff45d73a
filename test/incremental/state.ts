import { type Analysis, analyse } from '../../server/features/analysis.ts';
import { FrameworkLibrary } from '../../server/framework/library.ts';
import type { Block } from '../../server/model/block.ts';
import type { Syntax } from '../../server/model/model.ts';
import type { Column } from '../../server/report/contents.ts';
import type { Section } from '../../server/report/report.ts';
import { DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import type { RuleEntry } from '../../server/rules/rule.ts';
import type { Cell, Leaf } from '../../server/syntax/block.ts';
import type { Prose } from '../../server/syntax/prose.ts';
import { type Change, followedBy } from '../../server/text/change.ts';
import type { TextEdit } from '../../server/text/edit.ts';
import type { SourceText } from '../../server/text/sourceText.ts';
import { CHECKED_FRAMEWORK } from './checked.ts';

const LIBRARY = FrameworkLibrary.builtin().with([
  { path: 'checked.framework.yaml', text: CHECKED_FRAMEWORK },
]);

/** The analysis of a text as if it had never been seen before. */
export function fullAnalysis(
  text: SourceText,
  syntax: Syntax,
  rules: readonly RuleEntry[] = RULES,
): Analysis {
  return analyse(inputOf(text, syntax, rules));
}

/** The analysis of what edits make of an analysed text, made from that analysis in one go. */
export function editedAnalysis(before: Analysis, edits: readonly TextEdit[]): Analysis {
  let { text } = before.input;
  let change: Change | undefined;
  for (const { span, insert } of edits) {
    text = text.replace(span, insert);
    change = followedBy(change, span, insert.length);
  }
  if (change === undefined) return before;
  return analyse({ ...before.input, text }, { analysis: before, change });
}

function inputOf(text: SourceText, syntax: Syntax, rules: readonly RuleEntry[]) {
  return {
    path: syntax === 'markdown' ? 'a.report.md' : 'a.report.yaml',
    syntax,
    text,
    library: LIBRARY,
    config: DEFAULT_CONFIG,
    inPack: false,
    rules,
  };
}

/** All that two analyses of one text must have in common, as lines that can be compared. */
export function stateOf({ model, report, findings }: Analysis): readonly string[] {
  return [
    ...model.meta.map((entry) => `meta ${JSON.stringify(entry)}`),
    ...model.problems.map((problem) => `problem ${JSON.stringify(problem)}`),
    ...model.blocks.map(({ from, block }) => `block ${from} ${stateOfBlock(block)}`),
    ...report.sections.map((section) => `section ${stateOfSection(section)}`),
    ...findings.map(({ rule, severity, message, span, related }) =>
      JSON.stringify(['finding', rule, severity, message, span, related]),
    ),
  ];
}

function stateOfBlock(block: Block): string {
  const { heading, leaves, tables, ...rest } = block;
  const { prose, ...named } = heading ?? { prose: undefined };
  return JSON.stringify([
    rest,
    named,
    prose && stateOfProse(prose),
    leaves.map((leaf: Leaf) => [{ ...leaf, prose: stateOfProse(leaf.prose) }]),
    tables
      .flatMap(({ rows }) => rows)
      .map((row) => [row.span, row.cells.map((cell: Cell) => [cell.span, stateOfProse(cell.prose)])]),
  ]);
}

function stateOfProse(prose: Prose): unknown {
  const places: number[] = [];
  // Every third place is enough to tell two mappings apart in the long run, and costs a third.
  for (let at = 0; at <= prose.text.length; at += 3) places.push(prose.sourceOffset(at));
  return [prose.text, prose.strong, prose.breaks, places];
}

function stateOfSection({ heading, parent, own, content }: Section): string {
  const { role, area, statements, ...rest } = content;
  const state = [
    heading?.from,
    parent?.heading?.from,
    own.map(({ from }) => from),
    role?.def.id,
    area?.name,
    statements.map(({ form, at, text, label, grade }) => [form, at, text, label, grade]),
    rest.title,
    rest.level,
    rest.paragraphs,
    rest.recommendations,
    rest.summary?.rows.map((row) => [row.name, row.at, row.area?.name, row.cell]),
    rest.empty,
    rest.fields.map(({ def, name, value, status }) => [def?.id, name, value, status?.label]),
    rest.tables.map(({ kind, def, block, columns }) => [kind, def?.id, block, columns.map(stateOfColumn)]),
    rest.measures,
    rest.actions,
    rest.statusRows.map(({ name, statuses }) => [name, statuses.map(({ value, status }) => [value, status])]),
    rest.parts,
  ];
  return JSON.stringify(state, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

function stateOfColumn({ header, part, def, period, counts, field }: Column): unknown {
  return [header, part, def?.id, period, counts?.label, field?.id];
}

/** Where two states differ: the lines that only one of them has. */
export function difference(full: readonly string[], edited: readonly string[]): string | undefined {
  const same = full.length === edited.length && full.every((line, index) => line === edited[index]);
  if (same) return undefined;
  const only = (lines: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return lines.filter((line) => !known.has(line)).slice(0, 4);
  };
  const missing = only(full, edited).map((line) => `  full: ${line}`);
  const extra = only(edited, full).map((line) => `edited: ${line}`);
  return [...missing, ...extra].join('\n') || 'The same lines in another order.';
}
