import type { Span } from '../../../server/text/span.ts';
import { type Line, type Passage, readFields, readLines, sentenceStarts, type Texts } from '../places.ts';
import { type Subject, vocabulary } from '../subject.ts';

/** Where the parts of a letter are at which faults are put: read line by line and by names alone. */
export interface LetterLandmarks extends Texts {
  readonly sections: readonly LetterSection[];
  readonly parts: readonly PartPlace[];
  /** The items of lists. */
  readonly items: readonly Line[];
}

export interface LetterSection {
  readonly name: string;
  readonly heading: Span;
  readonly headingLine: Line;
  readonly whole: Span;
}

/** The salutation, the opening, the sign-off: a line each. */
export interface PartPlace {
  readonly id: string;
  readonly line: Line;
}

const FIELDS = vocabulary('ofsted-monitoring-visit').framework.fields;
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['Salutation', /^Dear /],
  ['Opening', /^This letter summarises /],
  ['Sign-off', /^Yours sincerely$/],
];

export function letterLandmarks({ form, text }: Pick<Subject, 'form' | 'text'>): LetterLandmarks {
  const lines = readLines(text);
  const parts = PARTS.flatMap(([id, form]) => {
    const line = lines.find((one) => form.test(one.text));
    return line === undefined ? [] : [{ id, line }];
  });
  const headings = lines.filter((line) => line.text.startsWith('## '));
  const closing = lines.find((line) => line.text.startsWith('I am copying'))?.from ?? text.length;
  return {
    form,
    text,
    parts,
    fields: readFields(lines, /^---$/, FIELDS),
    bodyFrom: parts[0]?.line.from ?? 0,
    prose: lines.flatMap(readPassage),
    items: lines.filter((line) => /^- \S/.test(line.text) && line.from > (headings[0]?.from ?? 0)),
    sections: headings.map((headingLine, index) => ({
      name: headingLine.text.slice(3),
      heading: { from: headingLine.from + 3, to: headingLine.to },
      headingLine,
      whole: { from: headingLine.from, to: headings[index + 1]?.from ?? closing },
    })),
  };
}

function readPassage(line: Line): readonly Passage[] {
  if (line.text.length < 100 || /^(?:[-|#]|[a-z-]+:)/.test(line.text)) return [];
  return [{ line, slots: [...(/^This letter/.test(line.text) ? [] : [line.from]), ...sentenceStarts(line)] }];
}

/** Where a reader misses a section: at the top, or in the headings beside it. */
export function around({ sections, bodyFrom }: LetterLandmarks, section: LetterSection): readonly Span[] {
  const index = sections.indexOf(section);
  const beside = [sections[index - 1], sections[index + 1]];
  return [
    { from: 0, to: bodyFrom + 200 },
    ...beside.flatMap((other) => (other === undefined ? [] : [other.headingLine])),
  ];
}
