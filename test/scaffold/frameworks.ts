/** Frameworks as users write them: without templates, with all that a framework can ask for. */
export const OWN_FRAMEWORKS: ReadonlyMap<string, string> = new Map([
  [
    'bare',
    `id: bare
title: Review of a service
sections:
  - { id: findings, heading: Findings, required: true }
  - { id: notes, heading: Notes }`,
  ],
  [
    'judged',
    `id: judged
title: Review of teams
numbering: document
scales:
  four:
    better: lower-grade
    values:
      - { grade: 1, label: Outstanding }
      - { grade: 2, label: Good }
      - { grade: 3, label: Fair }
fields:
  title: { type: text, required: true, label: Title }
  kind-of-team: { type: text, required: true, label: Kind of team, values: [Social work, Early help] }
  reviewed: { type: date-range, required: true, label: Reviewed }
  members: { type: list, required: true, label: Members of the team }
sections:
  - id: teams
    heading: Teams
    required: true
    sections:
      - id: practice
        heading: Practice
        required: true
        judgement: { scale: four, required: true }
        guidance: Say how well the team works. Name what you saw.
      - id: plans
        heading: Plans
        required: true
        judgement: { scale: four, required: true }
        template: |
          \${1:1}. \${2:how well plans are made}

          \${3:2}. \${4|Plans are kept.,Plans are not kept.|}
  - { id: next, heading: What comes next, required: true, recommendations: { groups: [Now, Within a year] } }
  - { id: record, heading: Record, required: true, judgement-summary: true, rows: [{ area: Equality, record-only: true }] }`,
  ],
  [
    'plan',
    `id: plan
title: Plan of a team
kind: improvement-plan
numbering: section
statuses:
  rag:
    values: [{ label: Green, says: on-target }, { label: Amber, says: near-target }, { label: Red, says: off-target }]
tables:
  work:
    kind: actions
    columns:
      - { id: action, heading: Action, required: true, filled: true }
      - { id: owner, heading: Owner, required: true, filled: true }
      - { id: due, heading: By when, required: true, filled: true }
      - { id: status, heading: RAG, required: false }
sections:
  - id: theme
    heading: Theme
    required: true
    repeated: true
    any-heading: true
    fields:
      status: { type: status, scale: rag, required: true, label: Status }
      lead: { type: person, required: true, label: Lead }
      rationale: { type: block, required: true, label: Rationale }
    sections:
      - { id: work, heading: What we do, required: true, tables: [{ table: work, required: true }] }`,
  ],
  [
    'note',
    `id: note
title: Note to a head teacher
kind: letter
fields:
  date: { type: date, required: true, label: Date }
  addressee: { type: list, required: true, label: Addressee }
parts:
  - { id: salutation, label: Salutation, begins: [Dear], required: true }
  - { id: sign-off, label: Sign-off, begins: [Yours sincerely], required: true, place: end, guidance: Close with your name. }
  - { id: copying, label: Copying, begins: [A copy of this], place: end }
sections:
  - id: strengths
    heading: Strengths
    required: true
    guidance: "Say what [the school] does well."`,
  ],
  [
    'numbered',
    `id: numbered
title: Numbered report
numbering: section
sections:
  - id: introduction
    heading: Introduction
    required: true
    template: |
      1.1 \${1:[why the report is written]}

      1.2 \${2:[what it covers]}
  - { id: background, heading: Background, template: "2.1 \${1:[background]}" }
  - { id: findings, heading: Findings, required: true, template: "3.1 \${1:[finding]}" }
  - { id: conclusion, heading: Conclusion, required: true, guidance: Say what follows. }`,
  ],
  [
    'dated',
    `id: dated
title: Dated report
sections:
  - { id: before, heading: Before, required: true, in-force: { until: 2020-12-31 } }
  - { id: since, heading: Since, required: true, in-force: { from: 2021-01-01 } }`,
  ],
  [
    'namesakes',
    `id: namesakes
title: Report with two sections of one name
sections:
  - { id: summary, heading: Overall, required: true }
  - { id: detail, heading: Overall, required: true }`,
  ],
]);
