import { documentTies } from '../../numbers/documentTies.ts';
import type { RepetitionTie } from '../../numbers/mention/repetition.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A figure that is given more than once must be the same each time.',
  why: 'A reader who finds two figures for one thing cannot tell which is right, and will quote the wrong one.',
  severity: 'warning',
  reads: ['measures', 'mentions', 'tables'],
  *check({ report, mentions }) {
    for (const tie of documentTies(report, mentions)) {
      if (tie.verdict === 'contradiction') yield finding(tie);
    }
  },
});

function finding(tie: RepetitionTie): Draft<Span> {
  return {
    at: tie.at,
    ...(tie.isLoose ? { severity: 'info' as const } : {}),
    message: tie.message(),
    related: tie.related,
    fixes: tie.hypotheses.map(({ title, at, replacement, also }) => ({
      title,
      edits: (edit, place) => [
        ...edit.replace(place(at), replacement),
        ...(also === undefined ? [] : edit.replace(place(also.at), also.replacement)),
      ],
    })),
  };
}
