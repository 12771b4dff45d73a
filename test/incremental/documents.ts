import type { Syntax } from '../../server/model/model.ts';
import { MARKDOWN_SAMPLE, YAML_SAMPLE } from '../harness/sample.ts';
import { CHECKED, CHECKED_DATA } from './checked.ts';

/** A document that random edits begin with. */
export interface StartDocument {
  readonly syntax: Syntax;
  readonly text: string;
}

const BLOCKS = `---
framework: ofsted-safeguarding-2012
title: Inspection
---
# Inspection

Text
====

## Service information
1. First, 25 of 44 (57%) were seen.
2. Second [link][ref] and ![image](a.png "title").

   Indented paragraph.

       indented code

   - nested *item* with \`code\`
     1. deeper
     2. [ ] task
- other list

    code after a list

> quoted
> - item in a quote
lazy line

\`\`\`yaml
- **Judgement:** Good
\`\`\`

| Area | Judgement |
| --- | --- |
| Overall effectiveness | |
| Capacity for improvement | **Good** (Grade 2) |

<!-- touchstone-disable prose/placeholder -->
<div>
raw *html*
</div>

Setext heading
---

[ref]: http://example.org "Title"
[^1]: A note that
    goes on.

***
Last [TBC] words \\
with a break &amp; an entity<!-- aside -->.
`;

const REPORT = `# Inspection

## Safeguarding services

### Overall effectiveness — Grade 3 (Adequate)

1. The overall effectiveness is **adequate**. Of 82 cases, 11 (13%) were late.

### Capacity for improvement

- **Judgement:** Good (Grade 2)

2. The capacity for improvement is good.

### Areas for improvement

3. The authority should:

   **Immediately:**

   - audit [number] files
   - see 12 (30%) of 40 children

## Record of main findings

| Area | Judgement |
| ---- | --------- |
| Overall effectiveness | Good |
| Capacity for improvement | Good |
`;

const MARKED = `%YAML 1.2
---
# note
framework: ofsted-safeguarding-2012
title: A report
sections:
- heading: Service information
  body: Text.
...
---
more
`;

const NESTED = `framework: ofsted-safeguarding-2012
title: &t "Inspection: a \\"report\\""
inspected: { from: 2012-02-06, to: 2012-02-10 }
published: 2012-03-05
body: |
  Dear Director

  Of 20 visits, 4 (30%) were late.
# touchstone-disable number/share-mismatch -- agreed
sections:
  - heading: Service information
    body: |
      1. Of 82 cases, 11 (13%) were late. Then 25 of 44 teams (50%).

      2. Second.
         - item
  - heading: Safeguarding services
    sections:
      - id: overall-effectiveness
        fields:
          judgement: Good (Grade 2)
        body: >-
          1. The overall effectiveness is **good**,
          and 3 of 12 (40%) agreed.

          | a | b |
          | - | - |
          | 1 | |
      - heading: Capacity for improvement
        fields: { judgement: 'Adequate' }
        body: "1. The capacity\\n\\n2. is good."
  - id: record-of-main-findings
    body: |2
      | Area | Judgement |
      | ---- | --------- |
      | Overall effectiveness | Adequate |
rules: { structure/section-order: off }
`;

const PLAN = `---
framework: improvement-plan-dashboard
title: Plan
period: May 2020
measures:
  - id: s20
    name: Children under section 20
    better: lower
    targets: [{ from: 2020-04, value: 28% }]
  - { id: cases, name: Cases reviewed, of: 40, basis: cumulative, unit: count }
---

## Visits

- **Actions status:** On target
- **Impact status:** On target

### Objectives

- See every child.

### Metrics

| Measure | Role | Feb 2020 | Mar | Apr 2020 | May 2020 |
| ------- | ---- | -------- | --- | -------- | -------- |
| Children seen within timescale | Target | 90% | 90% | | |
| | Actual | 84% | tbc | 92% | 89 |
| Children under section 20 | Actual | 29% | 28% | 31% | 104% |
| Cases reviewed | Actual | 12 | 30 | 24 | 41 |

| Measure | Target | Actual | RAG |
| ------- | ------ | ------ | --- |
| Children under section 20 | 28% | 30% | Green |
| Case reviewed | 20 | | Red |
`;

const PLAN_DATA = `framework: improvement-plan-dashboard
title: Plan
period: { from: 2020-05-01, to: 2020-05-31 }
measures:
  - id: s20
    name: Children under section 20
    better: lower
sections:
  - heading: Visits
    fields: { actions-status: At risk, impact-status: On target }
    sections:
      - id: metrics
        measures:
          - measure: Children under section 20
            target: 28%
            actual: { 2020-02: 29%, 2020-03: 31, 2020-05: 30% }
          - { measure: Child under section 20, target: 28%, actual: 27%, status: Red }
`;

/** A document that is over the limits already, with what must not be lost around it. */
export const FLOODED: StartDocument = {
  syntax: 'markdown',
  text: [
    '# Text',
    '',
    'A paragraph.',
    ...Array.from({ length: 14 }, () => '*a [b](c) `d` _e_ ~~f~~ <g> '.repeat(6)),
    '```',
    ...Array.from({ length: 6 }, () => '[c](d) *e* '),
    '```',
    '> quoted *text*',
    '> - item',
    '',
    `${'- '.repeat(230)}deep *item*`,
    `wide${' '.repeat(450)}text *here*`,
    '',
    'The *end*.',
    '',
  ].join('\n'),
};

export const DOCUMENTS: readonly StartDocument[] = [
  { syntax: 'markdown', text: MARKDOWN_SAMPLE },
  { syntax: 'markdown', text: BLOCKS },
  { syntax: 'markdown', text: REPORT },
  { syntax: 'markdown', text: PLAN },
  { syntax: 'markdown', text: CHECKED },
  { syntax: 'yaml', text: YAML_SAMPLE },
  { syntax: 'yaml', text: NESTED },
  { syntax: 'yaml', text: MARKED },
  { syntax: 'yaml', text: PLAN_DATA },
  { syntax: 'yaml', text: CHECKED_DATA },
];

/** What authors and their editors put into documents, and what changes how the text around it is read. */
export const MARKDOWN_PIECES: readonly string[] = [
  ' ',
  'e',
  '.',
  '4',
  '\n',
  '\n\n',
  '\n\n\n',
  '    ',
  '\t',
  '*',
  '**',
  '_',
  '`',
  '```',
  '\n```\n',
  '~~~\n',
  '```yaml\n',
  '# ',
  '\n## ',
  '\n### Overall effectiveness\n',
  '\n---\n',
  '---\n',
  '\n===\n',
  '- ',
  '\n- ',
  '\n* ',
  '+ ',
  '1. ',
  '\n3. ',
  '\n10) ',
  '> ',
  '\n>',
  '|',
  '\n| a | b |\n',
  '| --- | --- |\n',
  '\n|---|---| \n',
  '\\',
  '[',
  '](x)',
  '[^1]',
  '\n[^1]: ',
  '\n[ref]: x\n',
  '<!--',
  '-->',
  '<!-- id: quality-of-provision -->',
  '\n<!-- touchstone-disable -->\n',
  '<div>\n',
  '</div>',
  '<?',
  '?>',
  '<![CDATA[',
  '\n<pre>\n',
  '</pre>\n',
  '&amp;',
  '(40%)',
  '12 of 40 (31%) ',
  'Good (Grade 3)',
  '**Judgement:** Good',
  'framework: ofsted-safeguarding-2012\n',
  'TBC',
  'https://example.org ',
  '* * *\n',
  '‘',
  '😀',
];

/** More markup than the limits allow, two of them together at the latest. */
export const FLOODS: readonly string[] = [
  '*a '.repeat(700),
  '[a]('.repeat(400),
  '> '.repeat(130),
  '\n- [`\n'.repeat(400),
  '`b` '.repeat(300),
];

export const YAML_PIECES: readonly string[] = [
  ...MARKDOWN_PIECES.slice(0, 30),
  ':',
  ': ',
  '\n  ',
  '\n      ',
  '  ',
  '#',
  ' # note',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '*t',
  '|',
  '|\n',
  '>-\n',
  '|2\n',
  '|+\n',
  '? ',
  '!tag ',
  '%YAML 1.2\n',
  '...\n',
  '- ',
  '\n  - heading: Quality of provision\n',
  '\n    body: |\n      1. Text\n',
  '\nsections:\n',
  '\nbody: |\n  Text of 3.\n',
  'heading: ',
  'id: ',
  'fields: { judgement: Good }\n',
  '\n# touchstone-disable-next-line\n',
  '1. 12 of 40 (31%)',
  '<<: ',
];
