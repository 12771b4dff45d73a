/** A framework with one judged section, and documents that follow it. */
export const FRAMEWORK = `id: visit-report
title: Report of a visit
numbering: none
scales:
  grades:
    better: lower-grade
    values:
      - { grade: 1, label: Good }
      - { grade: 2, label: Fair }
      - { grade: 3, label: Poor }
sections:
  - id: findings
    heading: Findings
    judgement: { scale: grades, required: true }
    subjects: [Practice]
`;

export const PACK: readonly (readonly [string, string])[] = [
  ['touchstone.yaml', 'exclude: [archive/**]\n'],
  ['visit.framework.yaml', FRAMEWORK],
];

/** A document without a fault. */
export const GOOD = `---
framework: visit-report
title: Autumn
---

## Findings

- **Judgement:** Good (Grade 1)
`;

/** A document with one error, in line 8 from column 18 on. */
export const BAD = GOOD.replace('Grade 1', 'Grade 3');
