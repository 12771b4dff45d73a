/** A document with something for every rule to look at: the tests check each of its beginnings. */
export const MARKDOWN_SAMPLE = `---
framework: ofsted-safeguarding-2012
title: "Inspection of safeguarding: Borsetshire"
inspected: { from: 2012-02-10, to: 2012-02-06 }
published: 31 February 2012
status: finished
rules: { structure/missing-section: info, no/such-rule: off }
---

# Inspection of safeguarding

## Record of main findings

| Area | Judgement |
| ---- | --------- |
| Overall effectiveness | Good |

## Safeguarding services

<!-- touchstone-disable-next-line prose/placeholder, nosuch -- until 1 May 2011 -->

### Overall effectiveness: Grade 3 (Good)

- **Judgement:** Inadequate (Grade 3)

1. The overall effectiveness is **good**. Of [number] cases, 23 (40%) were audited; XX had *no plan*.
3. From 12 to 15, a fall of 4. See [the plan](plan.md).[^1]

   **Immediately:**

   - TBC

> "Outstanding", they said.

[^1]: A note.
`;

export const YAML_SAMPLE = `framework: ofsted-safeguarding-2012 # touchstone-disable prose/placeholder
title: Inspection of safeguarding
published: 31.02.2012
rules: { structure/section-order: off }
sections:
  - id: record-of-main-findings
  - heading: "Safeguarding services"
    sections:
      - heading: Overall effectivness
        fields: { judgement: Good (Grade 3) }
        body: |
          1. The overall effectiveness is **good**. Of [number] cases, 23 (40%) were audited.

          3. From 12 to 15, a fall of 4.
            - TBC
          | Area | Judgement |
          | ---- | --------- |
          | Overall effectiveness | Good |
`;
