import { defineRule } from '../rule.ts';
import { releasedBy } from './released.ts';

/** So many of them are named; the others are told as any other finding is. */
const MOST_NAMED = 3;

export default defineRule({
  scope: 'late',
  summary: 'A document that is final and for the public must have no errors left.',
  why: 'An error that is known before publication costs a correction afterwards, and the trust in all else that the document says.',
  severity: 'warning',
  *check({ report, findings }) {
    const status = releasedBy(report);
    if (status === undefined) return;
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return;
    const first = [...errors].sort((a, b) => a.span.from - b.span.from).slice(0, MOST_NAMED);
    yield {
      at: status.valueSpan,
      message:
        'This document is marked final and public, and there are still errors in it. Mend what is wrong, or mark it as "review" until then.',
      related: first.map(({ span, message }) => ({ at: span, message: `Still open: ${message}` })),
    };
  },
});
