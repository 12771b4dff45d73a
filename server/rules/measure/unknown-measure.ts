import { isSlip } from '../../framework/slip.ts';
import { figureNotesOf } from '../../numbers/mention/figureNotes.ts';
import { type FigureNote, type NoteWords, noMentions } from '../../numbers/mention/mention.ts';
import { type NoteSense, senseOf } from '../../numbers/mention/noteSense.ts';
import type { Anchor, Measure, ReportTable } from '../../report/contents.ts';
import { type MeasureDictionary, measureKey } from '../../report/measureDictionary.ts';
import { type Draft, defineRule, type SectionContext } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary:
    'A measure must be named as it was defined: by its name in a table, by its id in a comment behind a figure.',
  why: 'Figures under a name with a slip in it are not found under the measure, so its history breaks off and nothing that is asked of it can be checked.',
  severity: 'warning',
  *check(context) {
    yield* inTables(context);
    const memo = noMentions();
    for (const [block, { notes }] of context.own.entries()) {
      const own = notes.length === 0 ? undefined : context.own[block];
      for (const note of own === undefined ? [] : figureNotesOf(own, memo)) {
        const sense = senseOf(note, context.measures);
        if (sense !== undefined) yield* faultOf(note, sense, block);
      }
    }
  },
});

function* inTables({ content, measures }: SectionContext): Iterable<Draft<Anchor>> {
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
}

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

/** So many ids are a help; more would be a list. */
const MOST_NEAR = 3;

function* faultOf({ id, period }: FigureNote, sense: NoteSense, block: number): Iterable<Draft<Anchor>> {
  if (sense.kind === 'unknown-measure') {
    const ids = sense.near.slice(0, MOST_NEAR).map((def) => def.id);
    yield misnamed(id, block, unknownText(id.text, sense), ids);
  } else if (sense.kind === 'unread-period' && period !== undefined) {
    yield misnamed(period, block, unreadText(period.text, sense.meant), sense.meant);
  }
}

function misnamed(
  { text, at }: NoteWords,
  block: number,
  message: string,
  meant: readonly string[],
): Draft<Anchor> {
  const place: Anchor = { block, span: at };
  return {
    at: place,
    message,
    fixes: meant.map((own) => ({
      title: `Change "${text}" to "${own}"`,
      likely: meant.length === 1,
      edits: (edit, placed) => edit.replace(placed(place), own),
    })),
  };
}

function unknownText(
  text: string,
  { near: [nearest] }: Extract<NoteSense, { kind: 'unknown-measure' }>,
): string {
  const nothing = `No measure has the id "${text}"`;
  return nearest === undefined
    ? `${nothing}, so the figure before this comment is compared with nothing. Write the id of a measure that is defined for this document.`
    : `${nothing}. Is "${nearest.id}" meant, "${nearest.name}"? Then write its id as it was defined.`;
}

const FORMS =
  'Write a month as 2020-05, a year as 2019/20 or 2020, a quarter as 2020-Q1, or a day as 2020-05-22.';

function unreadText(text: string, meant: readonly string[]): string {
  const [first, second] = meant;
  if (first === undefined) return `"${text}" is no time that a figure can be of. ${FORMS}`;
  const asked = second === undefined ? `"${first}"` : `"${first}" or "${second}"`;
  return `"${text}" cannot be read as one time. Is ${asked} meant? ${FORMS}`;
}
