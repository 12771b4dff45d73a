/** A framework that declares a check of each kind, for documents in which a random edit soon breaks one. */
export const CHECKED_FRAMEWORK = `id: checked
title: Checked
fields: { stage: { type: text }, reviewer: { type: text } }
tables:
  actions:
    columns: [{ id: task, heading: Task }, { id: state, heading: State }, { id: due, heading: Due }, { id: area, heading: Area }]
sections:
  - { id: summary, heading: Summary }
  - { id: actions, heading: Actions, tables: [actions], fields: { rating: { type: text }, reason: { type: text } } }
  - { id: areas, heading: Areas, sections: [{ id: care, heading: Care }, { id: help, heading: Early help }] }
checks:
  - { id: words, kind: forbidden-text, text: [client, "social services"], replace-with: family, message: "{value} in {section}" }
  - { id: names, kind: forbidden-text, section: areas, pattern: "M(r|rs) [A-Z]", message: "{value}" }
  - { id: act, kind: required-text, section: summary, text: Children Act, insert: By the Children Act., message: "{section}" }
  - { id: anywhere, kind: required-text, pattern: "Ref [0-9]{3}", message: None. }
  - { id: parts, kind: contains, section: areas, must: [help], must-not: [table], in-order: [care, help], message: "{value}" }
  - { id: either, kind: contains, section: summary, one-of: [paragraph, list], message: "{value}" }
  - { id: states, kind: allowed-values, table: actions, column: state, values: [Done, Open], message: "{value}" }
  - { id: ratings, kind: allowed-values, section: actions, field: rating, values: [Red, Green], message: "{value}" }
  - { id: stages, kind: allowed-values, field: stage, values: [Draft, Final], message: "{value}" }
  - { id: short, kind: count, count: words, section: summary, max: 12, message: "{count}" }
  - { id: rows, kind: count, count: rows, table: actions, min: 2, max: 3, message: "{count}" }
  - { id: items, kind: count, count: items, min: 1, message: "{count}" }
  - { id: by-date, kind: order, table: actions, column: due, by: date, message: "{value} {before}" }
  - { id: by-name, kind: order, section: summary, by: text, message: "{value} {before}" }
  - { id: due-when-open, kind: when-then, table: actions, when: { column: state, is: Open }, then: { column: due, filled: true }, message: "{row}" }
  - { id: reason, kind: when-then, section: actions, when: { field: rating, is: Red }, then: { field: reason, filled: true }, message: "{value}" }
  - { id: final, kind: when-then, when: { field: stage, is: Final }, then: { field: reviewer, filled: true }, message: "{value}" }
  - { id: known-area, kind: cross-reference, table: actions, column: area, to: { section: areas }, message: "{value}" }
`;

export const CHECKED = `---
framework: checked
stage: Final
reviewer: Head of service
---

# Ref 123

## Summary

By the Children Act each client was seen.

- Audits
- Visits

## Actions

- **Rating:** Red
- **Reason:** Late visits

| Task | State | Due | Area |
| ---- | ----- | --- | ---- |
| Visits | Open | 1 May 2020 | Care |
| Audits | Done | 3 May 2020 | Erly help |

## Areas

### Care

Led by Mr Jones.

### Early help

Text.
`;

export const CHECKED_DATA = `framework: checked
title: Ref 123
stage: Draft
sections:
  - heading: Summary
    body: |
      By the Children Act each client was seen.

      - Audits
      - Visits
  - heading: Actions
    fields: { rating: Red, reason: Late visits }
    body: |
      | Task | State | Due | Area |
      | ---- | ----- | --- | ---- |
      | Visits | Open | 1 May 2020 | Care |
      | Audits | Don | 3 April 2020 | Early help |
  - heading: Areas
    sections:
      - heading: Early help
        body: Led by Mrs Jones.
      - heading: Care
        body: Text.
`;
