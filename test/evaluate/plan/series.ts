import type { TextEdit } from '../../../server/text/edit.ts';
import type { Span } from '../../../server/text/span.ts';
import { replace } from '../change.ts';
import type { Line } from '../places.ts';
import type { Form } from '../subject.ts';
import type { Grid } from './grid.ts';
import type { PlanSection } from './landmarks.ts';

/** The targets, or the figures, of one measure month by month. */
export interface Series {
  readonly section: PlanSection;
  readonly measure: string;
  readonly role: string;
  readonly name: Span;
  readonly span: Span;
  readonly figures: readonly FigurePlace[];
}

export interface FigurePlace {
  /** The month as it is written: `Apr 2019`, in YAML `2019-04`. */
  readonly month: string;
  readonly text: string;
  readonly span: Span;
  /** Leaves the month without a figure. */
  readonly cleared: TextEdit;
}

export function readSeries(
  form: Form,
  lines: readonly Line[],
  grids: readonly Grid[],
  sections: readonly PlanSection[],
): readonly Series[] {
  if (form === 'markdown') return grids.filter(({ kind }) => kind === 'metrics').flatMap(fromTable);
  return sections
    .filter(({ part }) => part === 'metrics')
    .flatMap((section) =>
      fromList(
        section,
        lines.filter(({ from, to }) => from > section.headingLine.to && to <= section.whole.to),
      ),
    );
}

function fromTable({ section, rows }: Grid): readonly Series[] {
  return rows.flatMap(({ span, cells: [name, role, ...figures] }) => {
    if (name === undefined || role === undefined) return [];
    return [
      {
        section,
        measure: name.text,
        role: role.text.toLowerCase(),
        name: name.span,
        span,
        figures: figures
          .filter(({ text }) => text !== '')
          .map((cell) => ({
            month: cell.column,
            text: cell.text,
            span: cell.span,
            cleared: replace(cell.span, ''),
          })),
      },
    ];
  });
}

function fromList(section: PlanSection, own: readonly Line[]): readonly Series[] {
  let name: Line | undefined;
  const found: Series[] = [];
  for (const line of own) {
    if (/^ {10}- measure: /.test(line.text)) name = line;
    const match = /^ {12}(target|actual): \{ (.*) \}$/.exec(line.text);
    if (match === null || name === undefined) continue;
    const from = line.to - 2 - (match[2] ?? '').length;
    const words = name.text.slice('          - measure: '.length);
    found.push({
      section,
      measure: words.replace(/^'|'$/g, ''),
      role: match[1] ?? '',
      name: { from: name.to - words.length, to: name.to },
      span: line,
      figures: [...(match[2] ?? '').matchAll(/(\d{4}-\d\d): ([^,]+)(?:, |$)/g)].map((entry) => {
        const [whole, month = '', text = ''] = entry;
        const start = from + entry.index;
        const value = start + month.length + 2;
        return {
          month,
          text,
          span: { from: value, to: value + text.length },
          cleared: replace({ from: start, to: start + whole.length }, ''),
        };
      }),
    });
  }
  return found;
}
