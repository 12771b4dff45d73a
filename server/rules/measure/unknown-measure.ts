import { isSlip } from '../../framework/slip.ts';
import type { Anchor, Measure, ReportTable } from '../../report/contents.ts';
import { type MeasureDictionary, measureKey } from '../../report/measureDictionary.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A measure whose name is nearly that of a defined one must be written as it was defined.',
  why: 'Figures under a name with a slip in it are not found under the measure, so its history breaks off and nothing that is asked of it can be checked.',
  severity: 'warning',
  *check({ content, measures }) {
    if (measures.defs.length === 0) return;
    const reported = new Set(content.measures.map(({ name }) => measures.find(name.text)));
    for (const measure of content.measures) {
      const name = measure.name.text;
      if (measures.find(name) !== undefined) continue;
      const meant = meantBy(name, measures);
      // Beside the measure itself, one with nearly its name is another.
      if (meant === undefined || reported.has(measures.find(meant))) continue;
      yield finding(measure, meant, content.tables[measure.table]);
    }
  },
});

/** The one name that a text is a slip for. */
function meantBy(text: string, { defs }: MeasureDictionary): string | undefined {
  const near = defs.flatMap(({ name, aliases }) => [name, ...aliases].find((own) => isSlip(text, own)) ?? []);
  return near.length === 1 ? near[0] : undefined;
}

function finding(measure: Measure, meant: string, table: ReportTable | undefined): Draft<Anchor> {
  const { text, at } = measure.name;
  return {
    at,
    message: `No measure "${text}" is defined. Is "${meant}" meant? Then write its name as it was defined.`,
    fixes: [
      {
        title: `Rename "${text}" to "${meant}"`,
        edits: (edit, place) =>
          namePlaces(measure, table).flatMap((name) => edit.replace(place(name), meant)),
      },
    ],
  };
}

/** Where a measure's name stands: in every row about it, or once where one entry gives all its rows. */
function namePlaces({ name }: Measure, table: ReportTable | undefined): readonly Anchor[] {
  if (table === undefined) return [name.at];
  const column = Math.max(
    0,
    table.columns.findIndex(({ part }) => part === 'measure'),
  );
  const spans = new Map(
    table.table.rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell !== undefined && measureKey(cell.prose.text) === measureKey(name.text)
        ? [[cell.span.from, cell.span] as const]
        : [];
    }),
  );
  return [...spans.values()].map((span) => ({ block: table.block, span }));
}
