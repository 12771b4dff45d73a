import type { SectionPlace } from '../../model/editing.ts';
import { type Report, sectionsWithin } from '../../report/report.ts';

/** The number of the last paragraph before a place, 0 where paragraphs are not numbered through the document. */
export function lastNumberBefore(report: Report, { before, parent }: SectionPlace): number {
  if (report.vocabulary?.framework.numbering !== 'document') return 0;
  const around = parent && report.sections.find(({ heading }) => heading === parent);
  const inside = around === undefined ? report.sections : sectionsWithin(report, around);
  const last = before === undefined ? inside.at(-1)?.heading?.from : undefined;
  const numbers = report.sections
    .filter(({ heading }) => heading === undefined || heading.from < (before?.from ?? (last ?? 0) + 1))
    .flatMap(({ content }) => content.paragraphs.map(({ number }) => Number(number)));
  return Math.max(0, ...numbers.filter((number) => Number.isInteger(number)));
}

/** A template's text with its paragraphs numbered on from `last`, and the number that it ends with. */
export function numberedOn(body: string, last: number): { readonly body: string; readonly last: number } {
  let number = last;
  let wider = 0;
  const lines = body.split('\n').map((line) => {
    const own = /^(\d+)(?=\.\s)/.exec(line)?.[1];
    if (own === undefined) return wider > 0 && /^\s{3}/.test(line) ? ' '.repeat(wider) + line : line;
    number += 1;
    wider = String(number).length - own.length;
    return number + line.slice(own.length);
  });
  return { body: lines.join('\n'), last: number };
}
