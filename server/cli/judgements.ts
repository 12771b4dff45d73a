import { type Report, statedValue, statementsOn } from '../report/report.ts';

/** A judgement as the report gives it; one that contradicts itself has what it says, parted by "/". */
export interface Judged {
  readonly area: string;
  readonly label: string;
  /** As tables write it, such as RI; the label where there is no shorter form. */
  readonly short: string;
}

/** The judgements of a report, in the order of its framework. */
export function judgementsOf(report: Report): readonly Judged[] {
  return (report.vocabulary?.areas ?? []).flatMap((area) => {
    const stated = statementsOn(report, area).flatMap(({ statement }) => statedValue(statement) ?? []);
    const values = [...new Set(stated)];
    if (values.length === 0) return [];
    const joined = (words: readonly string[]) => words.join(' / ');
    return {
      area: area.name,
      label: joined(values.map(({ label }) => label)),
      short: joined(values.map(({ short, label }) => short ?? label)),
    };
  });
}
