import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import { birthDay, insuranceNumber, mobile, nhsNumber, privateMail, pupilNumber } from '../identifiers.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

export const IDENTIFIER_FAULTS: readonly Fault<Texts>[] = [
  sentences('an NHS number', nhsNumber, /NHS number/, [
    'The child, whose NHS number is #, was seen on the same day.',
    'One record (NHS no. #) had no chronology.',
    'The audit began with # (NHS number) and went on from there.',
  ]),
  sentences('a pupil number', pupilNumber, /Pupil Number/, [
    'The virtual school holds no plan for pupil #.',
    'The plan for # (UPN) was out of date.',
  ]),
  sentences('an insurance number', insuranceNumber, /Insurance/, [
    'The care leaver, National Insurance number #, is waiting for a tenancy.',
    'A letter about NI number # was found on the wrong file.',
  ]),
  sentences('a day of birth', birthDay, /birth/, [
    'The younger child, born on #, was not spoken to.',
    'In one case (DOB #) the visit was late.',
    'The date of birth is #, and the review was held late.',
  ]),
  sentences(
    'a private telephone number',
    mobile,
    /telephone/,
    [
      'The mother can be reached on #.',
      'His grandmother’s number, #, was not on the file.',
      'The note gives the mother’s mobile number (#) and nothing else.',
    ],
    'info',
  ),
  sentences(
    'a private mail address',
    privateMail,
    /e-mail/,
    [
      'The father wrote from # that nobody had rung him.',
      'Letters to the child’s e-mail address, #, went unread.',
    ],
    'info',
  ),
  {
    ...sentences('a child by initials and age', initials, /one child/, [
      'Inspectors read of #, who lives in a small home.',
      'The plan for # was late, since the school was not asked.',
    ]),
    rule: 'privacy/named-child',
  },
  {
    name: 'a private number in a table',
    rule: 'privacy/personal-identifier',
    forms: ['markdown'],
    severity: 'info',
    draw: inTable,
  },
];

/** Documents that go to a board or the public; of what an inspectorate publishes its small numbers are its own. */
export const RELEASE_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'a few children in what the public reads',
    rule: 'privacy/small-number',
    forms: ['markdown', 'yaml'],
    draw: fewChildren,
  },
  {
    name: 'a hidden figure that follows',
    rule: 'privacy/small-number',
    forms: ['markdown'],
    draw: hiddenFigure,
  },
];

function sentences(
  name: string,
  make: (random: Random) => string,
  says: RegExp,
  forms: readonly string[],
  severity?: 'info',
): Fault<Texts> {
  const draw = (document: Texts, random: Random): Change => {
    const words = random.pick(forms).replace('#', make(random));
    const { at } = slot(document, random);
    return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words, says);
  };
  return { name, rule: 'privacy/personal-identifier', draw, ...(severity === undefined ? {} : { severity }) };
}

function initials(random: Random): string {
  const who = random.pick(['AB', 'J.K.', 'QZ', 'Tamsin', 'Tomasz']);
  const age = random.pick(['7', 'seven', '14', 'fifteen']);
  return random.pick([`${who}, aged ${age},`, `${who} (aged ${age})`]).replace(/,$/, '');
}

/** Lines behind a paragraph, as deep as it stands. */
export function tableBehind(document: Texts, random: Random, rows: readonly string[]): Change {
  const { prose } = slot(document, random);
  const indent = /^\s*/.exec(document.text.slice(prose.line.from, prose.line.to))?.[0] ?? '';
  const lines = rows.map((row) => `${indent}   ${row}`).join('\n');
  const at = { from: prose.line.to, to: prose.line.to };
  return change(document.text, [insert(at.from, `\n\n${lines}`)], [at], rows.at(-1) ?? '');
}

function inTable(document: Texts, random: Random): Change {
  const [header, make] = random.pick([
    ['NHS number', nhsNumber],
    ['Record', pupilNumber],
    ['Mother’s mobile', mobile],
    ['Father’s e-mail', privateMail],
  ] as const);
  const rows = [`| Case | ${header} | Judged |`, '| --- | --- | --- |', `| 1 | ${make(random)} | Sound |`];
  return tableBehind(document, random, rows);
}

function toPublic({ text }: Texts): number {
  const line = /^framework: .*\n/m.exec(text);
  if (line === null || /^audience:/m.test(text)) throw new Error('The document says already who reads it.');
  return line.index + line[0].length;
}

function released(document: Texts, change: Change): Change {
  const at = toPublic(document);
  const field = 'audience: public\n';
  const moved = change.at.map(({ from, to }) => ({ from: from + field.length, to: to + field.length }));
  return { ...change, text: `${change.text.slice(0, at)}${field}${change.text.slice(at)}`, at: moved };
}

function fewChildren(document: Texts, random: Random): Change {
  const few = random.pick(['two', 'three', 'four', '2', '3', '4']);
  const words = random
    .pick([
      'In the month # children went missing from care.',
      'There are now # care leavers in custody.',
      'By then # families had waited for more than ten weeks.',
      'The board heard that # young people with a disability had no plan.',
      'Of those, # of the 17 children were placed outside the county.',
    ])
    .replace('#', few);
  const { at } = slot(document, random);
  return released(
    document,
    change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words, /count below/),
  );
}

function hiddenFigure(document: Texts, random: Random): Change {
  const [first, few, last] = [20 + random.below(60), 1 + random.below(4), 10 + random.below(9)];
  const noun = random.pick(['Children', 'Number of young people', 'Care leavers', 'Families']);
  const hidden = random.pick(['fewer than 5', '<5', '*', 'withheld']);
  const rows = [
    `| Placement | ${noun} |`,
    '| --- | --- |',
    `| With foster carers | ${first} |`,
    `| In residential care | ${hidden} |`,
    `| With relatives | ${last} |`,
    `| Total | ${first + few + last} |`,
  ];
  return released(document, { ...tableBehind(document, random, rows), says: /hides nothing/ });
}
