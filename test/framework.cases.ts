/** A framework that others extend. */
export const BASE = `
id: base
title: Base
numbering: section
scales:
  colours:
    values: [{ label: Green }, { label: Red }]
fields:
  author: { type: person, required: true }
sections:
  - { id: introduction, heading: Introduction }
  - id: findings
    heading: Findings
    required: true
    sections:
      - { id: safety, heading: Safety, judgement: { scale: colours, required: true } }
      - { id: health, heading: Health }
  - { id: appendix, heading: Appendix }
acronyms: { CP: Child protection }
terms:
  - { use: child in care, instead-of: [LAC, looked after child], because: Children said so. }
rules: { structure/missing-section: warning }
`;

/** Framework files with what is wrong in them. The first line says what the case is about. */
export const FRAMEWORK_FAULTS: readonly string[] = [
  `# a sound framework
id: sound
title: Sound
kind: letter
source: { title: 2012, publisher: Ofsted, published: 2012-03-05, url: "https://example.org" }
scales:
  points:
    better: lower-grade
    values:
      - { grade: 1, label: 1, meaning: Best., aliases: [top] }
      - { grade: 2, label: Poor }
fields:
  inspected: { type: date-range, required: true, label: Inspected, values: [], description: When. }
sections:
  - id: one
    heading: One
    judgement: { scale: points }
    guidance:
    sections:
numbering: none
acronyms: { CP: Child protection }
rules: { structure/missing-section: off }
`,
  `# terms that say one thing twice, or nothing
id: terms
title: Terms
terms:
  - { use: child in care, instead-of: [LAC, Child in care] }
                                            ^^^^^^^^^^^^^ "Child in care" is what this term asks to write.
  - { use: child we care for, instead-of: [lac] }
                                           ^^^ Another term already says what to write instead of "lac".
  - { use: home }
      ^^^ This term has no "instead-of".
sections:
  - { id: one, heading: One }
`,
  `# what repeats, and when
id: times
title: Times
patterns:
  questions:
    sections:
      - { id: know, heading: What do we know?, judgement: { scale: ofsted-four-point-2013 } }
sections:
  - { id: early-help, heading: Early help, pattern: questions }
  - { id: care, heading: Care, pattern: question, in-force: { from: last year, until: 2026-03-31 } }
                                        ^^^^^^^^ There is no pattern "question" in this framework; did you mean "questions"?
                                                                    ^^^^^^^^^ "last year" is no day that can be read. Write it as in 2026-04-01.
`,
  `# times, bands and patterns of which nothing can come
id: nothing
title: Nothing
scales:
  points:
    values:
      - { label: Low, band: { from: 0, to: 49.5 } }
      - { label: High, band: { from: 100, to: 50 } }
                                              ^^ This band ends at 50, before it begins at 100.
patterns:
  outer: { sections: [{ id: part, heading: Part, pattern: inner }] }
                                                          ^^^^^ A section of a pattern cannot repeat a pattern. Write the sections below it out.
  inner: { sections: [{ id: piece, heading: Piece }] }
sections:
  - { id: early, heading: Early, in-force: { from: 2024-09, until: 2024-08 } }
                                                                   ^^^^^^^ "2024-08" is before "2024-09", so this is never in force.
  - { id: month, heading: Month, in-force: { from: 2024-09, until: 2024-09 } }
`,
  `# slips in checks
id: checked
title: Checked
tables: { actions: { columns: [{ id: task }, { id: state }] } }
fields: { author: { type: text } }
sections: [{ id: one, heading: One, fields: { phase: { type: text } } }]
checks:
  - { id: sound, kind: count, count: rows, table: actions, max: 3, section: one, message: "{count}, not {max}" }
  - { id: sound, kind: order, section: one, by: date, message: Order. }
          ^^^^^ Another check already has the id "sound".
  - { id: kind, kind: counts, message: Which? }
                      ^^^^^^ "counts" is not a value of "kind"; did you mean "count"?
  - { id: silent, kind: contains, section: one, must: [list] }
      ^^ This check has no "message".
  - { id: needs, kind: contains, message: Whose? }
      ^^ A check of the kind "contains" needs "section".
      ^^ A check of the kind "contains" needs "must", "must-not", "one-of" or "in-order".
  - { id: idle, kind: required-text, text: A, min: 3, message: Why? }
                                              ^^^ "min" means nothing in a check of the kind "required-text". Take it out.
  - { id: placeholder, kind: required-text, text: A, message: "{valeu} and {section}" }
                                                              ^^^^^^^^^^^^^^^^^^^^^^^ There is no placeholder "{valeu}" in messages of this kind. There are "{section}".
  - { id: names, kind: contains, section: won, must: [lists, on], message: What? }
                                          ^^^ There is no section "won" in this framework.
                                                      ^^^^^ There is no section "lists" in this framework; did you mean "list"?
                                                             ^^ There is no section "on" in this framework.
  - { id: tables, kind: order, table: action, column: state, by: text, message: What? }
                                      ^^^^^^ There is no table "action" in this framework; did you mean "actions"?
  - { id: columns, kind: order, table: actions, column: stat, by: text, message: What? }
                                                        ^^^^ There is no column "stat" in this framework; did you mean "state"?
  - { id: homeless, kind: allowed-values, column: state, values: [a], message: What? }
                                          ^^^^^^ A column needs the "table" that it is one of.
  - { id: fields, kind: allowed-values, field: phase, values: [a], message: What? }
                                               ^^^^^ There is no field "phase" in this framework.
  - { id: section-fields, kind: allowed-values, section: one, field: phas, values: [a], message: What? }
                                                                     ^^^^ There is no field "phas" in this framework; did you mean "phase"?
  - { id: bounds, kind: count, count: words, min: 5, max: 3, message: How many? }
                                                          ^ "max" is less than "min", which is 5.
  - { id: open, kind: forbidden-text, pattern: "(a", message: What? }
                                               ^^^^ This pattern cannot be read: missing closing ): "(a".
  - { id: ahead, kind: forbidden-text, pattern: a(?!b), message: What? }
                                                ^^^^^^ This pattern cannot be read: look-ahead and look-behind are not possible here.
  - { id: back, kind: forbidden-text, pattern: (a)\\1, message: What? }
                                               ^^^^^ This pattern cannot be read: back-references are not possible here.
  - { id: all, kind: forbidden-text, pattern: a*, message: What? }
                                              ^^ This pattern matches every text, even an empty one. Say what there must be at least.
  - { id: none, kind: forbidden-text, pattern: a$b, message: What? }
                                               ^^^ This pattern matches no text at all.
  - { id: insert, kind: required-text, section: one, text: The Act, insert: By law., message: What? }
                                                                            ^^^^^^^ What "insert" adds does not hold the text that the check requires.
  - id: conditions
    kind: when-then
    message: What?
    table: actions
    when: { column: state }
    ^^^^ This condition needs "is", "is-not" or "filled".
    then: { filled: true, is: [] }
    ^^^^ This condition needs "column" or "field".
                          ^^ "is" is empty.
  - { id: no-table, kind: count, count: rows, min: 1, message: How many? }
                                 ^^^^^ To count rows, a check needs the "table" that they are in.
  - { id: no-column, kind: order, table: actions, by: date, message: What? }
                                  ^^^^^ To put rows in order, a check needs the "column" to go by.
  - { id: no-names, kind: cross-reference, field: author, to: {}, message: Who? }
                                                          ^^ This needs the "section" or the "table" that the names stand in.
  - { id: no-cells, kind: cross-reference, field: author, to: { table: actions }, message: Who? }
                                                                ^^^^^ Names in a table need the "column" that they stand in.
  - { id: mixed, kind: when-then, table: actions, when: { field: author, filled: true }, then: { column: task, filled: true }, message: What? }
                                                          ^^^^^ A check of the rows of a table speaks of a "column", not of a "field".
  - { id: source, kind: cross-reference, table: actions, column: task, to: { table: actions, column: tsak }, message: What? }
                                                                                                     ^^^^ There is no column "tsak" in this framework; did you mean "task"?
rules: { check/sound: off, check/sounds: off, check/Bad: off }
                           ^^^^^^^^^^^^ There is no check "check/sounds" in this framework; did you mean "check/sound"?
                                              ^^^^^^^^^ There is no check "check/Bad" in this framework; did you mean "check/back"?
`,
  `# slips in examples
id: shown
title: Shown
examples:
  - { name: Nothing to look at, findings: [] }
      ^^^^ This example has no document: give it as "text", or name the file that holds it as "file".
  - { name: Two documents, text: One, file: two.md, findings: [] }
                                      ^^^^ This example has its document as "text" already: take out "text" or "file".
  - { text: One, findings: [] }
      ^^^^ This example has no "name".
  - { name: Nothing said, text: One }
      ^^^^ This example has no "findings".
  - name: A list of findings
    text: One
    syntax: html
            ^^^^ "html" is not a value of "syntax": it can be "markdown" or "yaml".
    findings:
      - structure/empty-section
      - { rule: structure/empty-section, line: 0, severity: bad }
                                               ^ "line" should be at least 1, not 0.
                                                            ^^^ "bad" is not a value of "severity": it can be "hint", "info", "warning" or "error".
      - { quoted: Words }
          ^^^^^^ This finding has no "rule".
`,
  `# slips in what a framework holds
id: contents
title: Contents
scales:
  points: { values: [{ label: Good }, { label: Weak }] }
statuses:
  delivery:
    values: [On target, { label: At risk, aliases: [on target] }]
                                                    ^^^^^^^^^ "on target" is already a label of this scale.
tables:
  actions:
    columns: [{ id: action }, { id: action }]
                                    ^^^^^^ Another column already has the id "action".
fields:
  state: { type: status, scale: delivry }
                                ^^^^^^^ There is no scale "delivry" in this framework; did you mean "delivery"?
sections:
  - { id: one, heading: One, judgement: { scale: points } }
  - id: two
    heading: Two
    judgement: { scale: points }
    fields: { grade: { type: judgement, scale: points } }
    tables: [actions, { table: action }]
                               ^^^^^^ There is no table "action" in this framework; did you mean "actions"?
measures:
  - { id: visits }
  - { id: visits }
          ^^^^^^ Another measure already has the id "visits".
parts: [{ id: salutation, begins: [Dear] }, { id: sign-off }]
constraints:
  - when: { any: [one, three], at: Week }
                       ^^^^^ There is no judged section "three" in this framework.
                                   ^^^^ There is no judgement "Week" in this framework; did you mean "Weak"?
    then: { section: two, not-better-than: Weak }
`,
  `# a missing id
title: Nameless
^^^^^ This framework has no "id".
`,
  `# an id without a value
id:
^^ "id" has no value.
title: Nameless
`,
  `# a missing title
id: untitled
^^ This framework has no "title".
`,
  `# a list in place of keys
- id: x
^^^^^^^ This framework should be keys with values, such as "key: value", not a list.
`,
  `# a slip in a key
id: x
title: X
sections:
  - id: one
    headng: One
    ^^^^^^ "headng" is not a key here; did you mean "heading"?
    heading: One
`,
  `# a slip in a key that is needed is one problem
id: x
titel: X
^^^^^ "titel" is not a key here; did you mean "title"?
title: X
scales:
  s:
    values:
      - { labl: Good }
          ^^^^ "labl" is not a key here; did you mean "label"?
`,
  `# a slip in a key that has no value yet
id: x
title: X
sectoins:
^^^^^^^^ "sectoins" is not a key here; did you mean "sections"?
`,
  `# an unknown key among few
id: x
title: X
source: { title: T, colour: red }
                    ^^^^^^ "colour" is not a key here. It can be "title", "publisher", "published" or "url".
`,
  `# values of the wrong type
id: x
title: [X]
       ^^^ "title" should be text, not a list.
sections:
  - id: one
    heading: One
    required: yes
              ^^^ "required" should be true or false, not "yes".
    aliases: Uno
             ^^^ "aliases" should be a list, such as [Uno].
    judgement: good
               ^^^^ "judgement" should be keys with values, such as "key: value", not "good".
scales:
  s:
    values:
      - { label: Good, grade: best }
                              ^^^^ "grade" should be a whole number, not "best".
      - { label: true }
                 ^^^^ "label" should be text: write "true" in quotes.
`,
  `# an item without a value
id: x
title: X
sections:
  - id: one
    heading: One
    aliases:
      - Uno
      - { a: b }
        ^^^^^^^^ An item of "aliases" should be text, not keys with values.
`,
  `# values that are none of the choices
id: x
title: X
kind: leter
      ^^^^^ "leter" is not a value of "kind"; did you mean "letter"?
numbering: roman
           ^^^^^ "roman" is not a value of "numbering": it can be "document", "section" or "none".
rules:
  structure/missing-section: fatal
                             ^^^^^ "fatal" is not a value of "structure/missing-section": it can be "off", "hint", "info", "warning" or "error".
  missing-section: off
  ^^^^^^^^^^^^^^^ "missing-section" is not a rule; did you mean "structure/missing-section"?
`,
  `# ids that are none
id: My Framework
    ^^^^^^^^^^^^ "My Framework" is not a valid id: use small letters, digits and single hyphens, such as "quality-of-provision".
title: X
scales:
  Four Point:
  ^^^^^^^^^^ "Four Point" is not a valid id: use small letters, digits and single hyphens, such as "quality-of-provision".
    values: [{ label: Good }]
`,
  `# a scale that does not exist
id: x
title: X
scales:
  four-point: { values: [{ label: Good }] }
sections:
  - id: one
    heading: One
    judgement: { scale: four-pont }
                        ^^^^^^^^^ There is no scale "four-pont"; did you mean "four-point"?
    rows: [{ area: Equality, record-only: true, scale: colours }]
                                                       ^^^^^^^ There is no scale "colours", neither in this framework nor in the library.
`,
  `# a judgement without a scale
id: x
title: X
sections:
  - id: one
    heading: One
    judgement: { required: true }
    ^^^^^^^^^ This judgement has no "scale".
  - id: two
    ^^ This section has no "heading".
  - heading: Three
    ^^^^^^^ This section has no "id".
  - id: four
    heading:
    ^^^^^^^ "heading" has no value.
`,
  `# sections with the same id, however deep
id: x
title: X
sections:
  - id: one
    heading: One
    sections:
      - { id: two, heading: Two }
  - { id: two, heading: Another two }
          ^^^ Another section already has the id "two".
`,
  `# labels and grades that are there twice
id: x
title: X
scales:
  s:
    values:
      - { grade: 1, label: Good }
      - { grade: 01, label: Poor, aliases: [good] }
                 ^^ Another value of this scale already has the grade 01.
                                            ^^^^ "good" is already a label of this scale.
  empty:
  ^^^^^ The scale "empty" has no "values".
    better: earlier
  bare:
    values: []
    ^^^^^^ "values" is empty.
`,
  `# extending what does not exist says no more than that
id: x
extends: bsae
         ^^^^ There is no framework "bsae".
sections:
  - { id: one, judgement: { scale: unknown } }
`,
  `# a near miss of what it extends
id: x
title: X
extends: smal
         ^^^^ There is no framework "smal"; did you mean "small"?
`,
  `# extending itself
id: x
title: X
extends: x
         ^ A framework cannot extend itself.
`,
  `# what is inherited need not be said again
id: x
extends: base
sections:
  - id: findings
    sections:
      - { id: safety, judgement: { required: false } }
  - { id: health, heading: Health }
          ^^^^^^ The framework that this one extends has "health" in another place: put this section in the same place.
`,
];
