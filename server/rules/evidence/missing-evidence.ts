import { type EvidenceMemo, evidenceIn } from '../../report/evidence.ts';
import { anchorSpan, headingSpan, type Section, sectionsWithin, statedValue } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary:
    'What a framework wants to be known from something must say from what: an audit, a figure, an inspection, a survey.',
  why: 'A judgement with nothing behind it is an opinion. An inspector asks first how a council knows, and a board cannot tell what to rely on.',
  severity: 'warning',
  *check({ report, evidence }) {
    for (const section of report.sections) {
      const asked = askedOf(section);
      if (asked === undefined) continue;
      const within = sectionsWithin(report, section);
      const found =
        asked === 'required' ? unnamed(section, within, evidence) : unfounded(section, within, evidence);
      if (found !== undefined) yield found;
    }
  },
});

function askedOf({ content, binding }: Section) {
  return content.role?.def.evidence ?? binding.block?.evidence;
}

const NOTHING = 'no audit, inspection, survey, figure, footnote or link';

/** A question without an answer. Of one without any text another rule tells. */
function unnamed(section: Section, within: readonly Section[], memo: EvidenceMemo): Draft<Span> | undefined {
  if (within.every(({ content }) => content.empty)) return undefined;
  if (within.some(({ own }) => own.some(({ block }) => evidenceIn(block, memo).size > 0))) return undefined;
  return {
    at: headingSpan(section),
    message: `"${section.content.title}" is not answered: what stands below it names ${NOTHING}. Name the sources, each with its date and figures.`,
  };
}

/** A judgement with nothing behind it. Where a section below is asked the same, that one is told of. */
function unfounded(
  section: Section,
  within: readonly Section[],
  memo: EvidenceMemo,
): Draft<Span> | undefined {
  const { content } = section;
  const stated = content.statements.find(
    (one) => one.area === content.area && statedValue(one) !== undefined,
  );
  const isAskedBelow = within.some((one) => one !== section && askedOf(one) === 'required');
  if (stated === undefined || isAskedBelow) return undefined;
  // The line that gives the judgement names nothing, though it may have a grade; a sentence may go on to say why.
  const line = stated.form === 'prose' ? undefined : section.own[stated.at.block];
  const isFounded = within.some(({ own }) =>
    own.some(
      (placed) => placed !== line && [...evidenceIn(placed.block, memo)].some((kind) => kind !== 'named'),
    ),
  );
  if (isFounded) return undefined;
  return {
    at: anchorSpan(section, stated.at),
    message: `"${content.title}" is judged "${stated.text}", but what stands below names ${NOTHING}. Say from what this is known.`,
  };
}
