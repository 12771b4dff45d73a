import { metaText } from '../../model/model.ts';
import { isInspectorates } from '../../report/audience.ts';
import { defineRule } from '../rule.ts';
import { isUnfilled } from '../unfilled.ts';
import { releasedBy } from './released.ts';

/** Fields that say who let the document go, whatever a framework calls them. */
const APPROVAL = /approv|sign(?:ed)?[- ]?off|signatory|authoris/iu;

export default defineRule({
  scope: 'document',
  summary: 'A document that is final and for the public must say who approved it.',
  why: 'What is published in the name of a council or a service must have been let go by somebody who may do so, and readers ask by whom.',
  severity: 'info',
  *check({ report }) {
    const status = releasedBy(report);
    if (status === undefined || isInspectorates(report.vocabulary)) return;
    const approvals = report.model.meta.filter(({ key }) => APPROVAL.test(key));
    if (approvals.some(({ value }) => isSaid(metaText(value)))) return;
    yield {
      at: status.valueSpan,
      message:
        'This document is marked final and public, and does not say who approved it. Add the field "approvals" with the role of whoever did and the day, or mark it as "review".',
      ...(approvals[0] === undefined
        ? {}
        : { related: [{ at: approvals[0].keySpan, message: 'Nobody is named here.' }] }),
    };
  },
});

function isSaid(text: string): boolean {
  return text.trim() !== '' && !isUnfilled(text);
}
