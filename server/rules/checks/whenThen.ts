import type { CheckDef, Condition } from '../../framework/checkDef.ts';
import { normaliseName } from '../../framework/name.ts';
import { metaText } from '../../model/model.ts';
import type { Anchor, ReportTable } from '../../report/contents.ts';
import type { Report, SectionContent } from '../../report/report.ts';
import type { Row } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import type { Draft } from '../rule.ts';
import { documentSpan } from '../structure/places.ts';
import { isUnfilled } from '../unfilled.ts';
import { cellAt, columnIndex, rowName, rowsOf, tablesOf } from './cells.ts';
import { type CheckMaker, isWithin, say } from './check.ts';

/** What something says, and where. */
interface Said<At> {
  readonly text: string;
  readonly at: At;
}

/** What must hold of a row, a section or the document when something else holds of it. */
export const whenThen: CheckMaker = (def) => {
  const { when, then, section, table } = def;
  if (when === undefined || then === undefined) return undefined;
  if (table === undefined && section === undefined) {
    return {
      scope: 'document',
      *check({ report }) {
        const of = ({ field }: Condition) => metaSaid(report, field);
        yield* judged(def, of(when), of(then), { section: 'the document' });
      },
    };
  }
  return {
    scope: 'section',
    *check({ content, own }) {
      for (const one of tablesOf(content, def)) yield* inTable(def, one, content);
      if (table !== undefined || section === undefined || !isWithin(content.role, section)) return;
      const of = ({ field }: Condition) => fieldSaid(content, field, own.length);
      yield* judged(def, of(when), of(then), { section: content.title });
    },
  };
};

function* inTable(def: CheckDef, table: ReportTable, content: SectionContent): Iterable<Draft<Anchor>> {
  for (const row of rowsOf(table)) {
    const of = (condition: Condition | undefined) => cellSaid(table, row, condition?.column);
    yield* judged(def, of(def.when), of(def.then), { section: content.title, row: rowName(row) });
  }
}

function* judged<At>(
  def: CheckDef,
  first: Said<At> | undefined,
  second: Said<At> | undefined,
  named: Readonly<Record<string, string>>,
): Iterable<Draft<At>> {
  if (first === undefined || second === undefined) return;
  if (!holds(def.when, first.text) || holds(def.then, second.text)) return;
  const related = first.text === '' ? [] : [{ at: first.at, message: `This says "${first.text}".` }];
  yield { at: second.at, message: say(def, { value: first.text, found: second.text, ...named }), related };
}

/** Whether what is written is what a condition asks for. A note that something is still to come fills nothing. */
function holds(condition: Condition | undefined, text: string): boolean {
  if (condition === undefined) return false;
  const { is, isNot, filled } = condition;
  const isOneOf = (values: readonly string[]) =>
    values.some((value) => normaliseName(value) === normaliseName(text));
  const isFilled = text.trim() !== '' && !isUnfilled(text);
  if (filled !== undefined && filled !== isFilled) return false;
  if (is !== undefined && !isOneOf(is)) return false;
  // Of nothing nobody can say that it is something else.
  return isNot === undefined || (isFilled && !isOneOf(isNot));
}

/** A column that the table lacks says nothing, not even that it is empty. */
function cellSaid(table: ReportTable, row: Row, column: string | undefined): Said<Anchor> | undefined {
  const index = columnIndex(table, column);
  if (index < 0) return undefined;
  return cellAt(table, row, index) ?? { text: '', at: { block: table.block, span: row.span } };
}

/** A field that is not there is empty: the section's heading stands for it. */
function fieldSaid(
  { fields }: SectionContent,
  id: string | undefined,
  blocks: number,
): Said<Anchor> | undefined {
  if (id === undefined) return undefined;
  const field = fields.find(({ def }) => def?.id === id);
  if (field !== undefined) return field.value.text === '' ? { text: '', at: field.name.at } : field.value;
  return blocks === 0
    ? undefined
    : { text: '', at: fields[0]?.name.at ?? { block: 0, span: { from: 0, to: 0 } } };
}

function metaSaid(report: Report, id: string | undefined): Said<Span> | undefined {
  const field = report.fields.find(({ def }) => def.id === id);
  if (field === undefined) return undefined;
  const { entry } = field;
  if (entry === undefined) return { text: '', at: documentSpan(report) };
  const text = metaText(entry.value);
  return { text, at: text.trim() === '' ? entry.keySpan : entry.valueSpan };
}
