import type { Scale, ScaleValue } from '../../framework/framework.ts';
import type { Anchor } from '../../report/contents.ts';
import { overlaps } from '../../text/span.ts';
import { sentencesOf } from '../../values/sentences.ts';
import { ENGLISH_TONE } from '../../values/toneWords.ts';
import { defineRule, type SectionContext } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A grade should fit what is written below it.',
  why: 'A "Good" above nothing but weaknesses, or an "Inadequate" above nothing but praise, makes readers doubt the one or the other.',
  severity: 'hint',
  enabled: false,
  options: {
    sentences: {
      type: 'integer',
      default: 3,
      description: 'How many sentences must speak against the grade, with none for it.',
    },
  },
  *check(context) {
    const { content, options } = context;
    const statement = content.statements.find(
      ({ area, form }) => area === content.area && form !== 'summary',
    );
    const value = statement?.label?.value ?? statement?.grade?.value;
    if (statement === undefined || value === undefined) return;
    const end = endOf(value, statement.area.scale);
    if (end === undefined) return;
    const { praise, blame } = told(context, statement.at);
    const [against, pro] = end === 'upper' ? [blame, praise] : [praise, blame];
    const least = typeof options.sentences === 'number' ? options.sentences : 3;
    if (pro.length > 0 || against.length < Math.max(1, least)) return;
    yield {
      at: statement.at,
      message: `"${statement.text}" is ${end === 'upper' ? 'a better' : 'a worse'} grade than the text below it bears out: ${sentencesAgainst(against.length, end)}. Look at the grade, or say what it rests on.`,
      related: against.slice(0, 3).map((at) => ({
        at,
        message: end === 'upper' ? 'This sentence names a weakness.' : 'This sentence praises.',
      })),
    };
  },
});

function sentencesAgainst(count: number, end: 'upper' | 'lower'): string {
  if (count === 1)
    return end === 'upper' ? 'it names a weakness and no strength' : 'it praises and names no weakness';
  return `${count} sentences ${end === 'upper' ? 'name weaknesses and none a strength' : 'praise and none names a weakness'}`;
}

/** The upper end of a scale is its best values but the middle and the lower ones, the lower end its last alone. */
function endOf(value: ScaleValue, { better, values }: Scale): 'upper' | 'lower' | undefined {
  const worse = better === 'higher-grade' ? -1 : 1;
  const ordered = values.every(({ grade }) => grade !== undefined)
    ? [...values].sort((a, b) => ((a.grade ?? 0) - (b.grade ?? 0)) * (better === 'earlier' ? 0 : worse))
    : values;
  const at = ordered.indexOf(value);
  if (at < 0 || ordered.length < 2) return undefined;
  if (at === ordered.length - 1) return 'lower';
  return at < Math.floor(ordered.length / 2) ? 'upper' : undefined;
}

interface Told {
  readonly praise: readonly Anchor[];
  readonly blame: readonly Anchor[];
}

/** The sentences that praise or blame, but for the one that judges; one that does both, or takes back what it says, counts for both sides. */
function told({ own }: SectionContext, judged: Anchor): Told {
  const [praise, blame]: [Anchor[], Anchor[]] = [[], []];
  for (const [block, { kind, leaves }] of own.entries()) {
    if (kind !== 'paragraph' && kind !== 'item') continue;
    for (const { prose, quoted } of leaves) {
      if (quoted) continue;
      for (const { from, to } of sentencesOf(prose.text)) {
        const sentence = prose.text.slice(from, to);
        const at = { block, span: prose.sourceSpan(from, to) };
        if (block === judged.block && overlaps(at.span, judged.span)) continue;
        const [praises, blames] = [ENGLISH_TONE.praise.test(sentence), ENGLISH_TONE.blame.test(sentence)];
        const isMixed = praises === blames ? praises : (praises || blames) && isTurned(sentence);
        if (praises || isMixed) praise.push(at);
        if (blames || isMixed) blame.push(at);
      }
    }
  }
  return { praise, blame };
}

function isTurned(sentence: string): boolean {
  return ENGLISH_TONE.turns.test(sentence.replace(ENGLISH_TONE.blame, ' '));
}
