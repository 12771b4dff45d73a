import { metaText } from '../model/model.ts';
import { expiryDay } from '../report/reckoningDay.ts';
import type { Finding } from '../text/problem.ts';
import { addMonths, formatDate, weekdayOf } from '../values/calendar.ts';
import { dateLike } from '../values/dateWriting.ts';
import type { Analysis } from './analysis.ts';
import type { CodeAction } from './codeAction.ts';

/** Comments cannot switch off what is wrong with comments, or with the text before any rule looks at it. */
const NEVER_IGNORED = /^(?:directive|syntax)\//;

/** What is put up with for a while is looked at again by then. */
const MONTHS = 3;

/**
 * Ways to ignore each finding: for good, and until some months from the document's day. One comment switches a rule
 * off for a whole block, so two findings in it need but one.
 */
export function ignoring(
  analysis: Analysis,
  findings: readonly Finding[],
  tabStops: boolean,
): readonly CodeAction[] {
  const until = untilDay(analysis);
  const ways = [
    // No reason is made up: until the author has written one, a finding of its own asks for it.
    { until: '', reason: tabStops ? '$1' : undefined },
    ...(until === undefined ? [] : [{ until, reason: `${tabStops ? '$1, ' : ''}${until}` }]),
  ];
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const { rule, span } = finding;
    const at = analysis.model.editing.suppress(span, rule, undefined)[0]?.span.from;
    const key = `${rule} ${at}`;
    if (NEVER_IGNORED.test(rule) || at === undefined || seen.has(key)) return [];
    seen.add(key);
    return ways.map(({ until, reason }) => ({
      title: `Ignore "${rule}" here${until === '' ? '' : ` ${until}`}, and say why`,
      finding,
      preferred: false,
      edits: analysis.model.editing.suppress(span, rule, reason),
      snippet: tabStops,
    }));
  });
}

/** `until 5 June 2012`, as the document writes its date; undefined where nobody knows what day it speaks from. */
function untilDay({ report, input }: Analysis): string | undefined {
  const own = expiryDay(report, input.today);
  if (own === undefined) return undefined;
  const day = addMonths(own.day, MONTHS);
  const written = own.entry === undefined ? '' : metaText(own.entry.value).trim();
  return `until ${dateLike(written, day, weekdayOf(day)) ?? formatDate(day)}`;
}
