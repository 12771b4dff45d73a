import type { Flow, FlowBlock, FlowParagraph, Mark } from '../../server/convert/flow/flow.ts';
import type { Span } from '../../server/text/span.ts';

/** A document as its reader gives it, a line for each block, to be compared in tests. */
export function flowDump(flow: Flow): string {
  return flow.blocks.map((block) => dumpBlock(block, flow)).join('\n');
}

function dumpBlock(block: FlowBlock, flow: Flow): string {
  switch (block.kind) {
    case 'paragraph':
      return dumpParagraph(block, flow);
    case 'table':
      return [
        'table',
        ...block.rows.map(({ header, cells }) => {
          const shown = cells.map(({ column, columns, rows, blocks, shade, header: isHead }) => {
            const spans = columns > 1 || rows > 1 ? ` ${columns}×${rows}` : '';
            const words = blocks.map((one) => dumpParagraph(one, flow)).join(' / ');
            return `${column}${spans}${isHead ? ' head' : ''}${shade === undefined ? '' : ` #${shade}`}: ${words}`;
          });
          return `  ${header ? 'header row' : 'row'} | ${shown.join(' | ')}`;
        }),
      ].join('\n');
    case 'footnote':
      return `footnote ${block.id}: ${block.blocks.map((one) => dumpParagraph(one, flow)).join(' / ')}`;
    case 'picture': {
      const picture = flow.pictures[block.picture];
      return `picture "${picture?.alt}" ${picture?.file === undefined ? 'lost' : `${picture.file.name} of ${picture.file.bytes.length} bytes`}`;
    }
    case 'leftOut':
      return `left out ${quoted(block.span, flow)}`;
  }
}

function dumpParagraph({ span, level, standsOut, list, marks }: FlowParagraph, flow: Flow): string {
  const lead = [
    level === undefined ? '' : `h${level}`,
    standsOut ? 'bold' : '',
    list === undefined ? '' : `${'>'.repeat(list.depth)}${list.ordered ? 'ordered' : 'list'} ${list.label}`,
  ];
  const shown = marks.map((mark) => `{${quoted(mark.span, flow)} ${markOf(mark)}}`);
  return [...lead, quoted(span, flow), ...shown].filter((part) => part !== '').join(' ');
}

function markOf({ bold, italic, href, note }: Mark): string {
  return [
    bold ? 'bold' : '',
    italic ? 'italic' : '',
    href === undefined ? '' : `to ${href}`,
    note === undefined ? '' : `note ${note}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function quoted({ from, to }: Span, { text }: Flow): string {
  return JSON.stringify(text.slice(from, to));
}
