import assert from 'node:assert/strict';
import type { Syntax } from '../server/model/model.ts';
import { dumpReport } from '../server/report/dump.ts';
import { reportOf } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const FRAMEWORK = `id: visit-report
title: Report of a visit
numbering: document
scales:
  grades:
    better: lower-grade
    values:
      - { grade: 1, label: Good }
      - { grade: 2, label: Requires improvement to be good }
fields:
  visited: { type: date-range, label: Visited }
  published: { type: date, label: Published }
sections:
  - id: findings
    heading: Findings
    judgement: { scale: grades, required: true }
    subjects: [Practice]
    sections:
      - id: safety
        heading: Safety & care
        judgement: { scale: grades, required: false }
  - id: actions
    heading: Actions
    recommendations: { groups: [Immediately, Within a month] }
  - id: record
    heading: Record
    judgement-summary: true
`;

/** One report in both syntaxes. */
interface Twins {
  readonly name: string;
  readonly markdown: string;
  readonly yaml: string;
}

const HEAD = `framework: visit-report
title: "Visit: autumn"
visited: { from: 2020-10-01, to: 2020-10-02 }
published: 5 November 2020
`;

const TWINS: readonly Twins[] = [
  {
    name: 'judgements in fields, headings, lines and prose',
    markdown: `---
${HEAD}---

# Visit: autumn

## Findings — Good (Grade 1)

Practice is good.

### Safety and care

- **Judgement:** Requires improvement to be good
- **Lead:** Team manager

Grade 2
`,
    yaml: `${HEAD}sections:
  - heading: Findings — Good (Grade 1)
    body: Practice is good.
    sections:
      - heading: Safety and care
        fields: { judgement: Requires improvement to be good, lead: Team manager }
        body: Grade 2
`,
  },
  {
    name: 'sections by id, numbers and quoted text',
    markdown: `---
${HEAD}---

## 1. Findings

<!-- id: findings -->

1. One "quoted" word: here.

2. Two

   lines.

### 1.1 Another name

<!-- id: safety -->

3. Three.
`,
    yaml: `${HEAD}sections:
  - id: findings
    heading: Findings
    number: "1"
    body: |
      1. One "quoted" word: here.

      2. Two

         lines.
    sections:
      - id: safety
        number: "1.1"
        heading: "Another name"
        body: "3. Three."
`,
  },
  {
    name: 'recommendations and a summary table',
    markdown: `---
${HEAD}---

## Actions

4. The service should:

   **Immediately:**

   - do one thing
   - do another

   **Within a month:**

   - do a third.

## Record

| Area            | Judgement |
| --------------- | --------- |
| Findings        | Good      |
| Safety and care |           |
| Weather         | Good      |

## Not in the framework
`,
    yaml: `${HEAD}sections:
  - id: actions
    body: |
      4. The service should:

         **Immediately:**

         - do one thing
         - do another

         **Within a month:**

         - do a third.
  - heading: Record
    body: |
      | Area            | Judgement |
      | --------------- | --------- |
      | Findings        | Good      |
      | Safety and care |           |
      | Weather         | Good      |
  - heading: Not in the framework
`,
  },
];

const library = libraryWith([FRAMEWORK]);

function dump(syntax: Syntax, text: string): string {
  const path = syntax === 'yaml' ? 'twin.report.yaml' : 'twin.report.md';
  return dumpReport(reportOf({ path, syntax, text }, library));
}

describe('dump', () => {
  for (const { name, markdown, yaml } of TWINS) {
    it(`tells no Markdown from YAML: ${name}`, () => {
      assert.equal(dump('markdown', markdown), dump('yaml', yaml));
    });
  }

  it('shows each form of a judgement', () => {
    const [first] = TWINS;
    assert.match(dump('markdown', first?.markdown ?? ''), /heading: Good \(Grade 1\)\n {4}- prose: good\n/);
  });

  it('says what is not there', () => {
    assert.equal(
      dump('markdown', ''),
      'title: (none)\nframework: (none)\n\nfields\n\nsections\n\n0 sections; 0 judged; no numbered paragraphs; no recommendations\n',
    );
  });
});
