/** A pack with one file of each kind that the server knows, and what an author changes in each. */
export interface Subject {
  readonly name: 'Markdown' | 'YAML' | 'framework' | 'settings' | 'other';
  readonly path: string;
  readonly languageId: 'markdown' | 'yaml';
  readonly text: string;
  /** What the second version has more than the first, and above which line: no place below stays what it was. */
  readonly more: { readonly line: number; readonly text: string };
  /** Words at which something is asked; each stands where it comes first. */
  readonly places: readonly string[];
}

const FRAMEWORK = `id: mine
title: Report on staff
numbering: document
scales:
  four-point:
    better: lower-grade
    values:
      - { grade: 1, label: Outstanding }
      - { grade: 2, label: Good }
      - { grade: 3, label: Adequate }
  two-point:
    values: [{ label: Met }, { label: Not met }]
tables:
  actions:
    kind: actions
    columns:
      - { id: action, heading: Action, required: true }
      - { id: owner, heading: Owner, required: true }
      - { id: due, heading: By when, required: true }
      - { id: status, heading: Status, required: false }
sections:
  - { id: summary, heading: Summary, judgement-summary: true }
  - { id: staff, heading: Staff, judgement: { scale: four-point }, tables: [{ table: actions, required: false }] }
  - { id: homes, heading: Homes, judgement: { scale: four-piont } }
`;

const SETTINGS = `acronyms: { MASH: multi-agency safeguarding hub }
measures:
  - { id: held, name: Assessments held in time, unit: percent }
  - { id: visits, name: Visits held }
rules:
  prose/placeholdr: hint
`;

const MARKDOWN = `---
framework: mine
date: 2020-06-01
---

## Summary

| Area  | Judgement |
| ----- | --------- |
| Staff | Good      |

## Staff

- **Judgement:** Good (Grade 3)

1. Of the 436 staff, 304 (63%) are in the MASH. See paragraph 1, [homes](#homes) and [a letter](letters/may.report.md#what-we-saw).[^a]

2. Of the 436 staff, 304 have been trained.

2. Others wait.

4. More wait.

|Measure|Target/Actual|Apr 2020|May 2020|
|-|-|-|-|
|Assessments held in time|Target|80%|80%|
|Assessments held in time|Actual|71%|66%|

| Action      | Owner | By when       | Status    |
| ----------- | ----- | ------------- | --------- |
| Train staff | JM    | 30 April 2020 | Begun     |

## Homes

- **Judgement:**

The multi-agency safeguarding hub (MASH) is busy, as are looked-after children (LAC).

<!-- touchstone-disable prose/placeholder -- they are being counted -->

There are XX of them.

<!-- touchstone-enable prose/placeholder -->

[^a]: Of May.
`;

const YAML = `framework: mine
date: 2020-06-01
sections:
  - heading: Summary
    body: |
      |Area|Judgement|
      |-|-|
      |Staff|Good|
  - heading: Staff
    fields: { judgement: Good (Grade 3) }
    measures:
      - measure: Assessments held in time
        target: { 2020-04: 80%, 2020-05: 80% }
        actual: { 2020-04: 71%, 2020-05: 66% }
    actions:
      - { action: Train staff, owner: JM, due: 30 April 2020, status: Begun }
    body: |
      1. Of the 436 staff, 304 (63%) are in the MASH. See paragraph 1, [homes](#homes) and [a letter](letters/may.report.md#what-we-saw).[^a]

      2. Of the 436 staff, 304 have been trained.

      2. Others wait.

      4. More wait.

      <!-- touchstone-disable prose/placeholder -- they are being counted -->

      There are XX of them.

      <!-- touchstone-enable prose/placeholder -->

      [^a]: Of May.
  - heading: Homes
    fields: { judgement:  }
    body: The multi-agency safeguarding hub (MASH) is busy, as are looked-after children (LAC).
`;

const LETTER = `---
framework: mine
---

## What we saw

The MASH is good, and Assessments held in time are many. See [the plan](../plan.report.md#homes).
`;

const OTHER = `# Notes

The MASH of [somebody](plan.report.md#homes) else, with 304 (63%) of 436 staff.

|a|b|
|-|-|
|Good|43|
`;

/** What stands in documents of ours, in either syntax. */
const TOLD = [
  'framework',
  'mine',
  'Staff',
  'Good (Grade 3)',
  'Grade 3',
  '63%',
  'MASH',
  'paragraph 1',
  '#homes',
  'letters',
  '^a',
  '304 have',
  'Assessments held',
  '66%',
  '30 April',
  'Homes',
  'prose/placeholder',
];

export const SUBJECTS: readonly Subject[] = [
  {
    name: 'Markdown',
    path: 'plan.report.md',
    languageId: 'markdown',
    text: MARKDOWN,
    more: { line: 1, text: 'title: Plan\nauthor: JM\n' },
    places: [...TOLD, '|Measure', '\n\nThe multi'],
  },
  {
    name: 'YAML',
    path: 'plan.report.yaml',
    languageId: 'yaml',
    text: YAML,
    more: { line: 0, text: 'title: Plan\nauthor: JM\n' },
    places: [...TOLD, '|Area', ' }\n    body: The'],
  },
  {
    name: 'framework',
    path: 'mine.framework.yaml',
    languageId: 'yaml',
    text: FRAMEWORK,
    more: { line: 0, text: '# Of our own.\n# Since 2020.\n' },
    places: ['mine', 'four-point', 'four-piont', 'Homes', 'table: actions'],
  },
  {
    name: 'settings',
    path: 'touchstone.yaml',
    languageId: 'yaml',
    text: SETTINGS,
    more: { line: 0, text: '# Of our own.\n# Since 2020.\n' },
    places: ['MASH', 'held', 'Assessments', 'percent', 'prose'],
  },
  {
    name: 'other',
    path: 'notes.md',
    languageId: 'markdown',
    text: OTHER,
    more: { line: 0, text: 'Of our own.\n\n' },
    places: ['MASH', 'plan', '63%', '|a', 'Good'],
  },
];

/** Files of the pack that nobody has open. */
export const CLOSED: readonly (readonly [path: string, text: string])[] = [['letters/may.report.md', LETTER]];

/** A text as it is in the second version. */
export function second({ text, more }: Subject): string {
  const lines = text.split('\n');
  return [...lines.slice(0, more.line), more.text + lines.slice(more.line).join('\n')].join('\n');
}
