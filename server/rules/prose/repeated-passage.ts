import { type Block, type PlacedBlock, placeSpan } from '../../model/block.ts';
import { likeness, type PrintMemo, printOf } from '../../report/paragraphPrints.ts';
import type { Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { sentencesOf } from '../../values/sentences.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A whole paragraph must not stand in a document twice, word for word or nearly so.',
  why: 'A paragraph that comes again was mostly pasted by mistake, and of two versions that differ a little nobody knows which holds.',
  severity: 'info',
  *check({ report, prints }) {
    const first = new Map<number, Placed>();
    let found = 0;
    for (const section of report.sections) {
      for (const placed of section.own) {
        // Most of what is not running text is left at once: this is asked of every block at every keystroke.
        if (printOf(placed.block, prints).runs.length === 0) continue;
        const one = { placed, section };
        const earlier = earlierOf(one, first, prints);
        if (earlier === undefined || isDoubled(section, earlier.section)) continue;
        if (section !== earlier.section && (isSummary(section) || isSummary(earlier.section))) continue;
        yield finding(earlier, one, likeness(earlier.placed.block, placed.block, prints) === 'same');
        found += 1;
        if (found >= MOST_FINDINGS) return;
      }
    }
  },
});

/** So many are told of: more say no more. */
const MOST_FINDINGS = 100;

interface Placed {
  readonly placed: PlacedBlock;
  readonly section: Section;
}

/** The paragraph above with the same words; what has none is what others below may repeat. */
function earlierOf(one: Placed, first: Map<number, Placed>, prints: PrintMemo): Placed | undefined {
  const { block } = one.placed;
  const { runs } = printOf(block, prints);
  for (const run of runs) {
    const other = first.get(run);
    if (other !== undefined && likeness(other.placed.block, block, prints) !== 'other') return other;
  }
  for (const run of runs) if (!first.has(run)) first.set(run, one);
  return undefined;
}

const SUMMARY =
  /\b(?:summary|summaries|overview|at a glance|key (?:findings|messages|points)|headlines|highlights|conclusions?)\b/i;

/** Whether a section sums up what others say, and may say it in their words; or one that it is in does. */
function isSummary({ parent, content }: Section): boolean {
  return SUMMARY.test(content.title) || (parent !== undefined && isSummary(parent));
}

/** Whether all of a section stands twice, which is another finding. */
function isDoubled({ parent, content }: Section, other: Section): boolean {
  return other.content !== content && other.parent === parent && other.content.name === content.name;
}

function finding(earlier: Placed, { placed }: Placed, isSame: boolean): Draft<Span> {
  const how = isSame ? 'word for word' : 'but for a few words';
  const { title } = earlier.section.content;
  const where = title === '' ? 'above' : `in "${title}"`;
  return {
    at: firstSentence(placed),
    message: `This paragraph stands ${where} already, ${how}. Keep it in one place, or say here what is new.`,
    related: [{ at: firstSentence(earlier.placed), message: 'It stands here first.' }],
  };
}

function firstSentence(placed: PlacedBlock): Span {
  const prose = placed.block.leaves[0]?.prose;
  const [sentence] = sentencesOf(prose?.text ?? '');
  const whole: Block = placed.block;
  const span = prose?.sourceSpan(sentence?.from ?? 0, sentence?.to ?? 0) ?? {
    from: 0,
    to: whole.source.length,
  };
  return placeSpan(placed, span);
}
