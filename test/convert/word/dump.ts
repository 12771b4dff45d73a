import type { Flow, FlowBlock, FlowParagraph } from '../../../server/convert/flow/flow.ts';
import type { WordDocument } from '../../../server/convert/word/wordDocument.ts';
import type { Span } from '../../../server/text/span.ts';

/** A flow as lines that read as what was recognised. */
export function dumpFlow(flow: Flow): string {
  const words = ({ from, to }: Span): string =>
    flow.text.slice(from, to).replace(/\n/g, '⏎').replace(/\t/g, '⇥');
  const paragraph = (one: FlowParagraph): string => {
    const level = one.level === undefined ? '' : `h${one.level} `;
    const stands = one.standsOut ? '! ' : '';
    const list =
      one.list === undefined
        ? ''
        : `${'  '.repeat(one.list.depth)}${one.list.ordered ? '#' : '-'}${one.list.label} `;
    const marks = one.marks.map((mark) => {
      const { span, ...rest } = mark;
      return ` {${Object.entries(rest)
        .map(([key, value]) => (value === true ? key : `${key} ${value}`))
        .join(' ')}: ${words(span)}}`;
    });
    const typed = one.list?.span === undefined ? '' : ` (typed ${words(one.list.span)})`;
    return `${level}${stands}${list}${words(one.span)}${one.standsOut ? '' : marks.join('')}${typed}`;
  };
  const block = (one: FlowBlock): readonly string[] => {
    switch (one.kind) {
      case 'paragraph':
        return [paragraph(one)];
      case 'table':
        return one.rows.map(({ header, cells }) => {
          const shown = cells.map(({ blocks, columns, rows, shade, column }) => {
            const size = columns > 1 || rows > 1 ? `${columns}x${rows} ` : '';
            return `${column}:${size}${shade === undefined ? '' : `#${shade} `}${blocks.map(paragraph).join(' / ')}`;
          });
          return `|${header ? '=' : ''} ${shown.join(' | ')}`;
        });
      case 'footnote':
        return [`[^${one.id}] ${one.blocks.map(paragraph).join(' / ')}`];
      case 'picture': {
        const picture = flow.pictures[one.picture];
        return [`picture "${picture?.alt}" ${picture?.file === undefined ? 'lost' : picture.file.name}`];
      }
      case 'leftOut':
        return [`left out "${words(one.span)}": ${one.message}`];
    }
  };
  const notes = flow.notes.map(({ kind, span, message }) => `${kind} "${words(span)}": ${message}`);
  return [...flow.blocks.flatMap(block), ...notes].join('\n');
}

/** Tracked changes, a line each. */
export function dumpChanges({ changes }: WordDocument): string {
  return changes.map(({ kind, author, words }) => `${kind} by ${author}: "${words}"`).join('\n');
}
