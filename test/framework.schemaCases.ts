/** Reports as data with what is wrong in them. */
export const REPORT_FAULTS: readonly string[] = [
  `# a sound report
framework: x
title: 2012
inspected: { from: 2012-01-09, to: 2012-01-20 }
published: 2012-03-05
period: 2019/20
status: final
approvals: [{ role: Chair, date: 2012-03-01 }]
age-group: All
acronyms: { CP: Child protection }
rules: { judgement/judgement-conflict: off }
sections:
  - id: one
    fields: { judgement: Good, seen: 12, safe: true, dates: { from: 1 May, to: 2 May }, team: [A, B] }
    number: "10.10"
    body:
  - heading: Two
    number: "2"
    sections: []
`,
  `# what a rule judges is left to the rule
status: finished
date: [1]
inspected: { from: 2012-01-09 }
`,
  `# numbers without quotes
framework: x
sections:
  - heading: One
    number: 3.1
            ^^^ "number" should be text: write "3.1" in quotes.
  - heading: Two
    number: 10.10
            ^^^^^ "number" needs quotes: without them YAML reads 10.10 as 10.1.
`,
  `# a section without a name, and a range cut short
framework: x
approvals: Chair
           ^^^^^ "approvals" should be a list, such as [Chair].
sections:
  - body: Text.
    ^^^^ This section has no "heading".
  - heading: One
    fields: { dates: { from: 1 May } }
              ^^^^^ This value has no "to".
    measure: []
    ^^^^^^^ "measure" is not a key here; did you mean "measures"?
`,
  `# text of the wrong type
framework: x
title: [2012-01-09]
       ^^^^^^^^^^^^ "title" should be text, not a list.
acronyms: none
          ^^^^ "acronyms" should be keys with values, such as "key: value", not "none".
`,
];

/** Configurations with what is wrong in them. */
export const CONFIG_FAULTS: readonly string[] = [
  `# a sound configuration
rules:
exclude: [archive/**]
terms: [{ use: child in care, instead-of: [LAC], except: [LAC nurse], because: Children said so., source: Children }]
fail-on: warning
`,
  `# nothing at all
`,
  `# slips
exlude: []
^^^^^^ "exlude" is not a key here; did you mean "exclude"?
exclude: archive
         ^^^^^^^ "exclude" should be a list, such as [archive].
fail-on: warn
         ^^^^ "warn" is not a value of "fail-on": it can be "error", "warning", "info" or "hint".
rules:
  no-such/rule-at-all: off
  ^^^^^^^^^^^^^^^^^^^ "no-such/rule-at-all" is not a rule.
terms:
  - { use: child in care, instead-of: LAC }
                                      ^^^ "instead-of" should be a list, such as [LAC].
`,
];
