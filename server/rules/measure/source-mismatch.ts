import { agreement, type DocumentFigure, writtenLike } from '../../numbers/sourceFigures.ts';
import { anchorSpan } from '../../report/report.ts';
import { whenOf } from '../../report/series.ts';
import { periodKey } from '../../report/sources/source.ts';
import { type SourcedPoint, sourcedPoints } from '../../report/sources/sourced.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A figure in a table of measures must be the one in its source.',
  why: 'Figures are carried over by hand every month, and a slip on the way is seen only by whoever holds the report against the spreadsheet.',
  severity: 'warning',
  *check({ report, sources }) {
    const points = sourcedPoints(report, sources);
    const right = new Set(points.filter((one) => agreementOf(one) === 'same').map(figureKey));
    for (const one of points) {
      // Where the same name stands twice and one of its figures is right, the other may be about something else.
      if (agreementOf(one) === 'different' && !right.has(figureKey(one))) yield finding(one);
    }
  },
});

function agreementOf(one: SourcedPoint): ReturnType<typeof agreement> {
  return one.figure === undefined ? 'unknown' : agreement(documentFigure(one), one.figure);
}

function documentFigure({ point, measure, def }: SourcedPoint): DocumentFigure {
  return { text: point.text, header: point.header, measure: measure.name.text, def };
}

function figureKey({ role, figure }: SourcedPoint): string {
  return `${role} ${periodKey(figure?.period)} ${figure?.place}`;
}

function finding(one: SourcedPoint): Draft<Span> {
  const { section, measure, point, figure, role } = one;
  const at = anchorSpan(section, point.at);
  const figureText = figure?.text ?? '';
  const fixed = figure && writtenLike(figure, documentFigure(one));
  const when = point.period === undefined ? '' : ` in ${whenOf(point)}`;
  // The sheet may show so few places that it seems to say the same.
  const isHidden = figure?.shown !== undefined && fixed !== undefined && fixed !== figureText;
  const said = isHidden ? `${figureText} (${fixed} as written here)` : figureText;
  const what = role === 'target' ? `The target "${point.text}"` : `"${point.text}"`;
  return {
    at,
    message: `${what} for "${measure.name.text}"${when} is not the figure of its source, which says ${said} in ${figure?.place}. Correct the one that is wrong.`,
    fixes:
      fixed === undefined
        ? []
        : [
            {
              title: `Change "${point.text}" to "${fixed}"`,
              edits: (edit) => edit.replace(at, fixed),
            },
          ],
  };
}
