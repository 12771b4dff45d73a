import type { Vocabulary } from '../framework/vocabulary.ts';
import type { PlacedBlock } from '../model/block.ts';
import { readJudgement } from './judgementText.ts';
import type { Binding } from './report.ts';

/** A heading with the blocks below it and before the next; `parent` is the index of the part around it, or -1. */
export interface Part {
  readonly heading: PlacedBlock | undefined;
  readonly own: readonly PlacedBlock[];
  readonly parent: number;
}

/** The judgement's name that may stand before it. */
const NAME = /^(?:(?:overall|inspection)\s+)?(?:judge?ment|grade|rating)\s*[-–—:]\s*/iu;

/**
 * Takes a heading right below that of a judged section for its judgement when it says nothing else: "Good", "Judgement:
 * good". Where several headings below a section are labels, they sort what was found and judge nothing.
 */
export function withJudgementHeadings(
  parts: readonly Part[],
  bindings: readonly Binding[],
  vocabulary: Vocabulary | undefined,
): readonly Binding[] {
  if (vocabulary === undefined) return bindings;
  const read = parts.map(({ parent }, index) => judged(parts, bindings, index, parent, vocabulary));
  const counts = new Map<number, number>();
  parts.forEach(({ parent }, index) => {
    if (read[index] !== undefined) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  });
  return bindings.map((binding, index) => {
    const { parent, heading } = parts[index] ?? { parent: -1, heading: undefined };
    const isRightBelow = parent === index - 1 && isBare(parts[parent]);
    const span = read[index];
    if (span === undefined || !isRightBelow || counts.get(parent) !== 1) return binding;
    const title = heading?.block.heading?.prose.text ?? binding.title;
    const judges = bindings[parent]?.role;
    return { ...binding, title, role: undefined, block: undefined, headingJudgement: span, judges };
  });
}

function judged(
  parts: readonly Part[],
  bindings: readonly Binding[],
  index: number,
  parent: number,
  { framework, labels }: Vocabulary,
): Binding['headingJudgement'] {
  const scale = framework.scales.get(bindings[parent]?.role?.def.judgement?.scale ?? '');
  const text = parts[index]?.heading?.block.heading?.prose.text;
  if (scale === undefined || text === undefined) return undefined;
  const from = NAME.exec(text)?.[0].length ?? 0;
  const label = readJudgement(text.slice(from), scale, labels)?.label;
  return label?.value === undefined ? undefined : { from, to: text.length };
}

/** Whether nothing stands between a heading and the next. */
function isBare(part: Part | undefined): boolean {
  return part?.own.every(({ block }) => block.kind === 'comment') === true;
}
