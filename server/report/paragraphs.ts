import type { Block } from '../model/block.ts';
import type { NumberedParagraph } from './report.ts';

/** The numbered paragraphs of a section, by the number that each opens with. */
export function readParagraphs(own: readonly Block[]): readonly NumberedParagraph[] {
  return own.flatMap((block, index) =>
    block.number === undefined
      ? []
      : [
          {
            number: block.number.text,
            at: { block: index, span: block.number.span },
            opensList: block.marker !== undefined && block.first,
          },
        ],
  );
}
