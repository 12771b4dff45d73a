import { blockSpan } from '../model/block.ts';
import { agreement, type DocumentFigure, placesOf, writtenLike } from '../numbers/sourceFigures.ts';
import type { Point } from '../report/contents.ts';
import { anchorSpan } from '../report/report.ts';
import { isBlank, isFigure, isPending, whenOf } from '../report/series.ts';
import { type SourcedPoint, sourcedPoints } from '../report/sources/sourced.ts';
import type { TextEdit } from '../text/edit.ts';
import { overlaps, type Span } from '../text/span.ts';
import { listed } from '../values/listing.ts';
import type { Analysis } from './analysis.ts';
import { sectionAt } from './places.ts';
import type { Rewrite } from './rewrite.ts';

/** A cell of a table of measures that gets the figure of its source. */
export interface Filled {
  readonly measure: string;
  readonly role: 'target' | 'actual';
  /** What its column says of time; may be empty. */
  readonly when: string;
  /** What stood there; empty where nothing did. */
  readonly before: string;
  readonly figure: string;
  /** Where the figure comes from: `cell D7 of sheet "KPIs" in data/kpis.xlsx`. */
  readonly place: string;
  /** The file that holds it. */
  readonly file: string;
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** A cell that stays empty, and why. */
export interface LeftEmpty {
  readonly measure: string;
  readonly when: string;
  readonly span: Span;
  /** A sentence. */
  readonly reason: string;
}

export interface Filling {
  readonly filled: readonly Filled[];
  readonly left: readonly LeftEmpty[];
}

/**
 * What the sources of a document put into its tables of measures.
 * @param isUpdate whether figures that differ from their source are replaced too, and not only empty cells filled
 */
export function fillTables({ input, report, model }: Analysis, isUpdate: boolean): Filling {
  const filled: Filled[] = [];
  const left: LeftEmpty[] = [];
  for (const one of sourcedPoints(report, input.sources ?? [])) {
    const { section, measure, point, role, figure } = one;
    const isEmpty = isBlank(point) || isPending(point);
    if (!isEmpty && !(isUpdate && differs(one))) continue;
    const span = anchorSpan(section, point.at);
    const about = { measure: measure.name.text, when: point.period === undefined ? '' : whenOf(point), span };
    const words = figure === undefined ? undefined : wordsFor(one);
    const edits = model.editing.setCell(span, words ?? '');
    // As data a period that a measure lacks has no cell.
    if (edits.length === 0) continue;
    if (figure !== undefined && words !== undefined) {
      filled.push({
        ...about,
        role,
        before: point.text,
        figure: words,
        place: figure.place,
        file: figure.file,
        edits,
      });
    } else if (figure !== undefined) {
      left.push({
        ...about,
        reason: `"${figure.text}" in ${figure.place} may be a share or a percentage: give its cell the format of a percentage.`,
      });
    } else if (role === 'actual') {
      left.push({ ...about, reason: 'Its source has no figure for it.' });
    }
  }
  return { filled, left };
}

function differs(one: SourcedPoint): boolean {
  return one.figure !== undefined && agreement(documentFigure(one, one.point), one.figure) === 'different';
}

function documentFigure({ measure, def }: SourcedPoint, { text, header }: Point): DocumentFigure {
  return { text, header, measure: measure.name.text, def };
}

/** The figure as the others of its row are written; where there is none as the sheet shows it. */
function wordsFor(one: SourcedPoint): string | undefined {
  const { figure, point, row, measure, def } = one;
  if (figure === undefined) return undefined;
  if (isFigure(point)) return writtenLike(figure, documentFigure(one, point));
  const others = [...row.points, ...measure.rows.flatMap(({ points }) => points)].filter(isFigure);
  const like = others.find(({ cell }) => cell.kind === 'figure');
  const places = Math.max(
    ...row.points.filter(isFigure).map(({ cell }) => placesOf(cell)),
    like === undefined ? 0 : placesOf(like.cell),
  );
  if (like !== undefined) return writtenLike(figure, documentFigure(one, like), places);
  if (def?.unit === 'percent' && figure.cell.kind === 'figure' && figure.cell.unit === 'number') {
    return writtenLike(figure, { ...documentFigure(one, point), text: '0%' }, placesOf(figure.cell));
  }
  return figure.text;
}

/** Fills the empty cells of the table that the span begins in. */
export function fillHere(analysis: Analysis, span: Span): readonly Rewrite[] {
  if ((analysis.input.sources ?? []).length === 0) return [];
  const section = sectionAt(analysis.report, span.from);
  const table = section?.own.find((placed) => overlaps(blockSpan(placed), span));
  if (table === undefined || table.block.tables.length === 0) return [];
  const { filled } = fillTables(analysis, false);
  const here = filled.filter((one) => overlaps(blockSpan(table), one.span));
  if (here.length === 0) return [];
  const files = [...new Set(here.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)))];
  const cells = here.length === 1 ? 'one empty cell' : `${here.length} empty cells`;
  return [{ title: `Fill ${cells} from ${listed(files, 'and')}`, edits: here.flatMap(({ edits }) => edits) }];
}
