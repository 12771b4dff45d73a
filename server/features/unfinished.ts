import { blockSpan } from '../model/block.ts';
import { headingSpan } from '../report/report.ts';
import type { SourceText } from '../text/sourceText.ts';
import { overlaps, type Span, touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { sectionAt } from './places.ts';

/** Whether a place is part of what somebody is writing, and may be right once it is finished. */
export type IsBeingWritten = (place: Span) => boolean;

/** In a document: the line of the cursor, the passage or table around it, and the heading of its section. */
export function writingAt({ report, input }: Analysis, cursor: number): IsBeingWritten {
  const around = report.model.blocks.find(
    (placed) => placed.from <= cursor && touches(blockSpan(placed), cursor),
  );
  const section = sectionAt(report, cursor);
  const places = [
    lineAt(input.text, cursor),
    ...(around === undefined ? [] : [blockSpan(around)]),
    ...(section === undefined ? [] : [headingSpan(section)]),
  ];
  return (place) => places.some((one) => overlaps(one, place));
}

/** In a file of data: the line of the cursor. */
export function lineWritingAt(text: SourceText, cursor: number): IsBeingWritten {
  const line = lineAt(text, cursor);
  return (place) => overlaps(line, place);
}

function lineAt(text: SourceText, cursor: number): Span {
  const { from, to } = text.lineAt(cursor);
  return { from, to };
}
