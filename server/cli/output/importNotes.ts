import type { ImportNote } from '../../convert/text/note.ts';
import type { Span } from '../../text/span.ts';
import type { FileText } from '../position.ts';
import { listedNumbers } from './numberRanges.ts';
import { count } from './summary.ts';

/** Of more words than so many that were left out, how many there are says enough: they come with their pages. */
const MOST_QUOTES = 8;

interface Noted {
  readonly spans: Span[];
  readonly kind: ImportNote['kind'];
}

/** Each note of an import with its places, the same ones together: a header comes again on every page. */
export function noteLines(notes: readonly ImportNote[], text: FileText, shown: string): readonly string[] {
  const byMessage = new Map<string, Noted>();
  for (const { span, message, kind } of notes) {
    const known = byMessage.get(message);
    if (known === undefined) byMessage.set(message, { spans: [span], kind });
    else known.spans.push(span);
  }
  return [...byMessage].flatMap(([message, { spans, kind }]) => [
    `${shown}${placesOf(spans, text)}`,
    `  ${message}`,
    ...(text.hasLines || kind !== 'dropped' ? [] : quoteLines(spans, text)),
    '',
  ]);
}

function placesOf(spans: readonly Span[], text: FileText): string {
  const unit = text.hasLines ? 'line' : text.origin?.landmarks?.unit;
  if (unit === undefined) return '';
  const numbers = spans.map(({ from, to }) => {
    const last = Math.max(from, to - 1);
    return text.hasLines
      ? { from: text.at(from).line, to: text.at(last).line }
      : { from: text.landmarkAt(from)?.number ?? 1, to: text.landmarkAt(last)?.number ?? 1 };
  });
  const [first] = numbers;
  const single = numbers.every(({ from, to }) => from === first?.from && to === first.from);
  return `, ${unit}${single ? '' : 's'} ${listedNumbers(numbers)}`;
}

/** The words that were left out: in a PDF no line number says which they are. */
function quoteLines(spans: readonly Span[], text: FileText): readonly string[] {
  const quotes = [...new Set(spans.map((span) => text.quote(span)))].filter((quote) => quote !== '');
  const more = quotes.length - MOST_QUOTES;
  const shown = quotes.slice(0, MOST_QUOTES).map((quote) => `"${quote}"`);
  if (shown.length === 0) return [];
  return [`  Left out: ${shown.join(', ')}${more > 0 ? ` and ${count(more, 'other')}` : ''}`];
}
