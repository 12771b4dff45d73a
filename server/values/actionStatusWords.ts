/** The words by which plans say how an action stands, each as names are compared. */
export interface ActionStatusWords {
  /** What says that nothing has been done so far. */
  readonly notBegun: ReadonlySet<string>;
  /** All other words that authors use besides those of a scale. */
  readonly known: ReadonlySet<string>;
  /** Words with which a remark in place of a status begins. */
  readonly remarks: ReadonlySet<string>;
}

/**
 * English as local authorities write it. Sources: the action plans, action logs and delivery trackers of councils and their
 * improvement boards, and the keys that stand above them.
 */
export const ENGLISH_ACTION_STATUSES: ActionStatusWords = {
  notBegun: new Set([
    ...['not started', 'not yet started', 'not begun', 'not yet begun', 'not commenced', 'yet to start'],
    ...['not yet commenced', 'not underway', 'not yet underway', 'not yet under way', 'yet to begin'],
    ...['yet to commence', 'work not started', 'work not yet started', 'unstarted', 'not yet actioned'],
    ...['not actioned', 'no action taken', 'no action yet', 'nothing done yet'],
  ]),
  known: new Set([
    ...['red', 'amber', 'green', 'blue', 'grey', 'gray', 'white', 'black', 'purple', 'yellow', 'orange'],
    ...['complete', 'completed', 'done', 'closed', 'close', 'finished', 'achieved', 'delivered', 'met'],
    ...['passed', 'implemented', 'embedded', 'in place', 'signed off', 'superseded', 'cancelled', 'canceled'],
    ...['withdrawn', 'removed', 'archived', 'merged', 'stopped', 'ceased', 'rejected', 'declined', 'agreed'],
    ...['approved', 'accepted', 'noted', 'ready', 'draft', 'drafted', 'planned', 'planning', 'scheduled'],
    ...['started', 'begun', 'commenced', 'live', 'active', 'inactive', 'open', 'opened', 'new', 'current'],
    ...[
      'in progress',
      'progressing',
      'progress',
      'progressed',
      'underway',
      'under way',
      'ongoing',
      'on going',
    ],
    ...['continuing', 'continuous', 'continues', 'rolling', 'recurring', 'monthly', 'weekly', 'quarterly'],
    ...['on track', 'on target', 'on course', 'on schedule', 'on time', 'on hold', 'in hand', 'in train'],
    ...['in development', 'in draft', 'in review', 'off track', 'off target', 'off course', 'off schedule'],
    ...['at risk', 'some risk', 'at issue', 'compromised', 'behind', 'behind schedule', 'behind target'],
    ...['ahead', 'ahead of schedule', 'ahead of target', 'late', 'overdue', 'delayed', 'slipped', 'slipping'],
    ...['slippage', 'stalled', 'stuck', 'blocked', 'paused', 'parked', 'postponed', 'deferred', 'suspended'],
    ...['missed', 'failed', 'failing', 'outstanding', 'pending', 'awaited', 'due', 'future', 'tbc', 'tba'],
    ...['partial', 'partially', 'partly', 'partially met', 'partially complete', 'partially completed'],
    ...['partly complete', 'partly met', 'part complete', 'part met', 'mostly complete', 'nearly complete'],
    ...['almost complete', 'substantially complete', 'largely complete', 'incomplete', 'unmet', 'not met'],
    ...['improving', 'improved', 'stable', 'static', 'steady', 'declining', 'worsening', 'unchanged', 'same'],
    ...[
      'reviewed',
      'revised',
      'review',
      'monitoring',
      'monitored',
      'business as usual',
      'bau',
      'transferred',
    ],
    ...['good', 'fair', 'poor', 'high', 'medium', 'low', 'yes', 'no', 'none', 'nil', 'na', 'n a', 'ditto'],
    ...[
      'unrated',
      'not rated',
      'not stated',
      'not set',
      'unknown',
      'uncertain',
      'early days',
      'recruiting',
      'rag',
      'status',
      'expired',
      'escalated',
    ],
  ]),
  remarks: new Set([
    ...['not', 'no', 'nothing', 'yet', 'to', 'too', 'see', 'as', 'awaiting', 'subject', 'will', 'was', 'is'],
    ...['has', 'have', 'had', 'work', 'this', 'these', 'the', 'we', 'all', 'some', 'most', 'now', 'new'],
    ...['from', 'since', 'until', 'by', 'moved', 'changed', 'linked', 'part', 'phase', 'stage', 'under'],
  ]),
};
