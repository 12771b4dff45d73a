import { partsOf } from '../convert/word/byHand.ts';
import { taggedPdf } from '../harness/taggedPdf.ts';
import { zipOf } from '../harness/zipOf.ts';

/** A framework with enough to be known by: its title, headings and judgements. */
export const VISIT = `id: northshire-visit
title: Northshire visit report
numbering: none
titles: [Northshire visit report]
scales:
  grades:
    better: lower-grade
    values:
      - { grade: 1, label: Good, short: G }
      - { grade: 2, label: Fair }
      - { grade: 3, label: Poor }
sections:
  - { id: summary, heading: Summary of the visit, judgement: { scale: grades, required: true }, required: true }
  - { id: practice, heading: Practice with families, judgement: { scale: grades, required: true }, required: true }
  - { id: management, heading: Management of the teams, required: true }
  - { id: steps, heading: Next steps after the visit, required: true }
`;

export const VISIT_PACK: readonly (readonly [string, string])[] = [
  ['touchstone.yaml', '{}\n'],
  ['visit.framework.yaml', VISIT],
];

interface Line {
  readonly tag: 'H1' | 'H2' | 'P';
  readonly text: string;
}

/** The lines of a report of a visit, page by page; with a wrong grade it has one error, on its second page. */
function lines(grade: string): readonly (readonly Line[])[] {
  return [
    [
      { tag: 'H1', text: 'Northshire visit report' },
      { tag: 'H2', text: 'Summary of the visit' },
      { tag: 'P', text: 'Judgement: Good (Grade 1)' },
      { tag: 'P', text: 'The visit took place in May and was well prepared.' },
    ],
    [
      { tag: 'H2', text: 'Practice with families' },
      { tag: 'P', text: `Judgement: Good (Grade ${grade})` },
      { tag: 'P', text: 'Families are seen soon after they ask for help.' },
      { tag: 'H2', text: 'Management of the teams' },
      { tag: 'P', text: 'Managers read files every month.' },
      { tag: 'H2', text: 'Next steps after the visit' },
      { tag: 'P', text: 'Another visit will follow in the autumn.' },
    ],
  ];
}

/** The lines of a report without a fault. */
export const VISIT_LINES = lines('1');

export function visitPdf(grade = '1'): Uint8Array {
  return taggedPdf(lines(grade));
}

export function visitText(grade = '1'): string {
  const words = lines(grade).flat();
  return `${words.map(({ text }) => text).join('\n\n')}\n`;
}

export function visitHtml(grade = '1'): string {
  const body = lines(grade)
    .flat()
    .map(({ tag, text }) => `<${tag}>${text}</${tag}>`);
  return `<!doctype html><html><body>${body.join('\n')}</body></html>`;
}

export function visitWord(grade = '1'): Promise<Uint8Array> {
  const body = lines(grade)
    .flat()
    .map(({ tag, text }) => {
      const style = tag === 'P' ? '' : `<w:pPr><w:outlineLvl w:val="${tag === 'H1' ? 0 : 1}"/></w:pPr>`;
      return `<w:p>${style}<w:r><w:t>${text}</w:t></w:r></w:p>`;
    });
  return zipOf(partsOf(body.join('')));
}

/** A PDF that follows no framework. */
export function menuPdf(): Uint8Array {
  return taggedPdf([[{ tag: 'P', text: 'Soup, then fish, then cake.' }]]);
}
