import type { Flow, FlowBlock, FlowParagraph } from '../../../server/convert/flow/flow.ts';
import type { Span } from '../../../server/text/span.ts';

/** The blocks of a flow, a line each, as a person would tell them. */
export function shownFlow({ text, blocks }: Flow): readonly string[] {
  const words = (span: Span | undefined): string =>
    span === undefined ? '' : text.slice(span.from, span.to);
  const paragraph = ({ span, level, standsOut, list, marks }: FlowParagraph): string => {
    const kind = level === undefined ? (standsOut ? '! ' : '') : `H${level} `;
    const label = list === undefined ? '' : `${'  '.repeat(list.depth)}${list.label} `;
    const notes = marks
      .filter(({ note }) => note !== undefined)
      .map(({ note, span: at }) => ` {${words(at)}: ${note}}`);
    return `${kind}${label}${words(span)}${notes.join('')}`;
  };
  const shown = (block: FlowBlock): readonly string[] => {
    if (block.kind === 'paragraph') return [paragraph(block)];
    if (block.kind === 'leftOut') return [`(${words(block.span).replaceAll('\n', ' / ')})`];
    if (block.kind === 'footnote') return [`note ${block.id}: ${block.blocks.map(paragraph).join(' / ')}`];
    if (block.kind === 'picture') return ['picture'];
    return block.rows.map(({ header, cells }) => {
      const said = cells.map(({ columns, rows, blocks: own }) => {
        const size = columns * rows > 1 ? ` {${columns}x${rows}}` : '';
        return own.map(paragraph).join(' / ') + size;
      });
      return `${header ? '= ' : '| '}${said.join(' | ')}`;
    });
  };
  return blocks.flatMap(shown);
}
