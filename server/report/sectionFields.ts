import type { FieldDef, Framework, StatusScale, StatusValue } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import { isStatusBox, readStatus } from '../framework/statusText.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block, Label } from '../model/block.ts';
import type { Cell } from '../syntax/block.ts';
import type { ReportTable, SectionField, Words } from './contents.ts';
import { isJudgementName } from './judgementName.ts';
import { fieldsAcross } from './tables.ts';

/**
 * The fields of a section: labels in bold, labels that the framework knows, rows of a table of labels and values.
 * Without a framework's word for it `Immediately:` is no field.
 */
export function readSectionFields(
  own: readonly Block[],
  tables: readonly ReportTable[],
  role: SectionRole | undefined,
  { framework }: Vocabulary,
): readonly SectionField[] {
  const known = role?.fieldsByName ?? new Map<string, FieldDef>();
  const labelled = own.flatMap((block, index) => [
    ...boldName(block, index, known),
    ...block.labels.flatMap((label): SectionField[] => {
      const def = known.get(normaliseName(label.name));
      // A lone bold label above a list is a lead-in unless the framework knows it.
      if (def === undefined && (!label.bold || label.value === '' || isJudgementName(label.name))) return [];
      const value =
        label.value === '' && def !== undefined ? boxBelow(own, index, label, def, framework) : undefined;
      return [
        field(
          def,
          { text: label.name, at: { block: index, span: label.nameSpan } },
          value ?? { text: label.value, at: { block: index, span: label.valueSpan } },
          framework,
        ),
      ];
    }),
  ]);
  return [
    ...labelled,
    ...tables.filter(({ kind }) => kind === 'fields').flatMap((table) => rowsOf(table, known, framework)),
  ];
}

/** The name of a field that takes a block, in bold and alone in its paragraph: what belongs to it stands below. */
function boldName(
  { kind, leaves }: Block,
  index: number,
  known: ReadonlyMap<string, FieldDef>,
): readonly SectionField[] {
  const prose = leaves[0]?.prose;
  const [bold] = prose?.strong ?? [];
  if (kind !== 'paragraph' || prose === undefined || bold?.from !== 0 || bold.to < prose.text.length)
    return [];
  const def = known.get(normaliseName(prose.text));
  if (def?.type !== 'block' || prose.text.includes(':')) return [];
  const at = (offset: number): Words['at'] => ({
    block: index,
    span: prose.sourceSpan(offset, prose.text.length),
  });
  const value = { text: '', at: at(prose.text.length) };
  return [{ def, name: { text: prose.text, at: at(0) }, value, status: undefined }];
}

function field(def: FieldDef | undefined, name: Words, value: Words, framework: Framework): SectionField {
  return { def, name, value, status: def && statusOf(value.text, def, framework) };
}

/** The status that the value of a field gives. */
export function statusOf(text: string, def: FieldDef, framework: Framework): StatusValue | undefined {
  const scale = scaleOf(def, framework);
  return def.type !== 'status' || scale === undefined ? undefined : readStatus(text, scale)?.value;
}

/** The scale that a field's status is taken from. */
export function scaleOf({ scale }: FieldDef, { statuses }: Framework): StatusScale | undefined {
  return scale === undefined ? [...statuses.values()][0] : statuses.get(scale);
}

/** The box to tick that stands below a label: its statuses on lines or in items of their own. */
function boxBelow(
  own: readonly Block[],
  index: number,
  label: Label,
  def: FieldDef,
  framework: Framework,
): Words | undefined {
  const scale = def.type === 'status' ? scaleOf(def, framework) : undefined;
  if (scale === undefined) return undefined;
  for (const [at, block] of own.entries()) {
    if (at < index) continue;
    const leaves = block.leaves.filter(({ span }) => at > index || span.from > label.valueSpan.to);
    const text = leaves.map(({ prose }) => prose.text).join('\n');
    if (leaves.length === 0) continue;
    const box = at === index ? text : boxText(own, at, scale);
    if (box === undefined || !isStatusBox(box, scale)) return undefined;
    const [first] = leaves;
    return first && { text: box, at: { block: at, span: first.span } };
  }
  return undefined;
}

/** The items of a list of statuses as one text; items of one list are blocks of their own. */
function boxText(own: readonly Block[], from: number, scale: StatusScale): string | undefined {
  const lines: string[] = [];
  for (const block of own.slice(from)) {
    const text = block.leaves.map(({ prose }) => prose.text).join('\n');
    if (!isStatusBox(text, scale)) break;
    lines.push(text);
    if (block.kind !== 'item') break;
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

function rowsOf(
  { table, block, columns }: ReportTable,
  known: ReadonlyMap<string, FieldDef>,
  framework: Framework,
): readonly SectionField[] {
  const words = (cell: Cell): Words => ({ text: cell.prose.text, at: { block, span: cell.span } });
  if (columns.length > 2) {
    return table.rows
      .flatMap((row) => fieldsAcross(row, known))
      .map(({ def, name, value }) => field(def, words(name), words(value), framework));
  }
  return table.rows.flatMap(({ cells }): SectionField[] => {
    const [name, value] = cells;
    if (name === undefined || value === undefined || name.prose.text === '') return [];
    return [field(known.get(normaliseName(name.prose.text)), words(name), words(value), framework)];
  });
}
