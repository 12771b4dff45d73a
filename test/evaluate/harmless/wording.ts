import type { Random } from '../../incremental/random.ts';
import { type Change, replace } from '../change.ts';
import type { Kind } from '../kind.ts';
import type { Landmarks } from '../landmarks.ts';
import type { Texts } from '../places.ts';
import { edited, withSentence } from './edit.ts';

export const REWORDED: Kind<Texts> = { name: 'plain words reworded', draw: reworded };

export const WORDING: readonly Kind<Landmarks>[] = [
  REWORDED,
  { name: 'judging sentence in other right words', draw: judgedOtherwise },
  {
    name: 'judgements that are recalled',
    draw: (document, random) => withSentence(document, random, random.pick(RECALLED)),
  },
  {
    name: 'words of the scale that judge nothing',
    draw: (document, random) => withSentence(document, random, random.pick(NO_JUDGEMENTS)),
  },
  { name: 'other dates', draw: otherDates },
];

/** What may be said in a document of any kind. */
export const SENTENCES: readonly Kind<Texts>[] = [
  { name: 'quotations', draw: (document, random) => withSentence(document, random, random.pick(QUOTED)) },
  {
    name: 'figures that are no shares',
    draw: (document, random) => withSentence(document, random, random.pick(OTHER_FIGURES)),
  },
  {
    name: 'brackets and capitals that are no gaps',
    draw: (document, random) => withSentence(document, random, random.pick(NO_GAPS)),
  },
  { name: 'another place', draw: otherPlace },
];

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['managers', 'leaders of teams'],
  ['robust', 'firm'],
  ['children', 'girls and boys'],
  ['staff', 'workers'],
  ['plans', 'programmes'],
  ['effective', 'useful'],
  ['regular', 'frequent'],
  ['support', 'help'],
  ['improve', 'strengthen'],
  ['agencies', 'organisations'],
  ['partners', 'other bodies'],
  ['clear', 'plain'],
  ['increasingly', 'more and more'],
  ['However', 'Yet'],
  ['ensure', 'see to it'],
  ['several', 'a number of'],
  ['parents', 'mothers and fathers'],
  ['training', 'instruction'],
  ['needs', 'wants'],
  ['across', 'throughout'],
];

function reworded(document: Texts, random: Random): Change | undefined {
  const prose = random.pick(document.prose);
  const line = document.text.slice(prose.line.from, prose.line.to);
  const [word, other] = random.pick(SYNONYMS);
  // The opening sentence is left alone: it may be the one that judges.
  const start = line.indexOf('. ', 60);
  const at = [...line.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].find(
    ({ index }) => start > 0 && index > start,
  )?.index;
  if (at === undefined) return undefined;
  const from = prose.line.from + at;
  return edited(document, [replace({ from, to: from + word.length }, other)], `${word}: ${other}`);
}

/** The same judgement in a form that format.md names. */
function judgedOtherwise(document: Landmarks, random: Random): Change | undefined {
  const section = random.pick(document.sections.filter(({ sentence }) => sentence !== undefined));
  const { sentence } = section;
  if (sentence === undefined) return undefined;
  const label = document.text.slice(sentence.label.from, sentence.label.to);
  const forms = [
    `judged to be ${label}`,
    `now ${label}`,
    `${label} overall`,
    `${label}, as before`,
    `currently ${label}`,
  ];
  if (document.form !== 'text') forms.push(`**${label}**`, `judged to be **${label}**`, `*${label}*`);
  const other = random.pick(forms);
  return edited(document, [replace(sentence.label, other)], `${section.name}: ${other}`);
}

const RECALLED: readonly string[] = [
  'The quality of provision was judged inadequate in March 2010.',
  'Partnership working was inadequate at the last inspection.',
  'In 2010 leadership and management were judged to be inadequate.',
  'At the previous inspection the capacity for improvement had been adequate.',
  'Ambition and prioritisation were found to be adequate two years ago.',
  'The overall effectiveness of safeguarding services was inadequate in December 2010.',
  'Partnership working, which was outstanding in 2008, has had to be rebuilt.',
  'Inspectors had called performance management and quality assurance inadequate in 2010.',
  'The judgement for the quality of provision in 2010 was inadequate.',
  'Leadership and management have been good since 2006.',
  'Overall effectiveness has moved from inadequate to adequate since 2010.',
];

const NO_JUDGEMENTS: readonly string[] = [
  'There is much good practice in the work of the teams.',
  'Nearly all children go to good and outstanding schools.',
  'Partnership working is good in parts.',
  'The quality of provision is good to outstanding in two of the districts.',
  'Leadership and management are good at learning from complaints.',
  'Two actions are outstanding and will be finished by May.',
  'There is adequate office space for the new teams.',
  'Access to interpreters is good.',
  'The quality of recording is good and that of chronologies adequate.',
  'Partnership working is good only where leaders have worked together for long.',
  'Staff have a good grasp of what good looks like.',
  'Some plans are inadequate in detail.',
  'Good management oversight is seen in most files.',
  'The board asks for good or better performance from each agency.',
  'Ambition and prioritisation are good examples of how far the county has come.',
  'If partnership working is inadequate, children wait too long for help.',
  'Whether the quality of provision is good depends on the team.',
  'The council aims to be outstanding by 2015.',
  'Of the schools, most are good.',
  'Capacity for improvement is not good enough in smaller agencies.',
  'Partnership working is good, outstanding even, in one district alone.',
];

const QUOTED: readonly string[] = [
  "One manager said: 'Partnership working is outstanding here.'",
  '"The quality of provision is inadequate", wrote one parent.',
  "A young person told inspectors: 'My social worker is good.'",
  '"Leadership and management are outstanding," the self-evaluation says.',
  "In the council's own words, 'capacity for improvement is outstanding'.",
  'The staff survey asked whether “leadership and management are good”.',
];

const OTHER_FIGURES: readonly string[] = [
  'Of the 40 staff, two thirds of those who replied (18) were content.',
  'Attendance rose from 38% to 67% within 12 months.',
  'The 2 wards with most need lie in the most deprived 10% of areas.',
  'In all 16 students (57% of those entered) achieved the award.',
  'The rate of 55.8 per 10,000 is 12% above that of 20 similar areas.',
  'Under section 47 of the Act, 3 of 5 steps must be taken within 15 days.',
  'All but 3 of the 40 children (93%) were seen.',
  'Children were seen within two weeks in 88% of cases, against a regional average of 81%.',
  'The target of 30 new carers was missed by 12 (40%).',
  'Since 2008–09 the number has fallen from 82 to 11 (by 87%).',
  'Services cost £1.2m, of which 40% is paid by health.',
  'On 3 of 5 March 2012 the team met twice.',
  'Three of the six teams met the target (80%).',
  'Of the 120 children on plans, 95% were seen, of whom 79% were seen alone.',
];

const NO_GAPS: readonly string[] = [
  'The partnership uses what it calls the "[sic] method".',
  'The XX chromosome test is offered to all.',
  'The report (see note 3) sets out the details.',
  'Signs of Safety (SOS) is used by all teams.',
  'What is still to be confirmed is whether funds will last.',
  'Key stage 2 results (to be published in May) are awaited.',
  'The policy applies to ages 0–19 (or 25 for young people with disabilities).',
  'Details are to be agreed between the agencies.',
  'The date for the next review is not yet set.',
  'Some records use a tick, others a cross (X).',
  'Children under 5 < 10% of the caseload are visited weekly.',
  'Model X is in use in three teams.',
];

function otherPlace(document: Texts, random: Random): Change {
  const place = random.pick([
    'Borsetshire',
    'Loamshire',
    'West Yorkshire',
    'Stoke-on-Trent',
    'Kingston upon Hull',
  ]);
  const edits = [...document.text.matchAll(/Gloucestershire/g)].map(({ index }) =>
    replace({ from: index, to: index + 'Gloucestershire'.length }, place),
  );
  return edited(document, edits, place);
}

/** The dates at the top are others, or the same in another form. */
function otherDates(document: Texts, random: Random): Change | undefined {
  const field = random.pick(document.fields.filter(({ id }) => id === 'published' || id === 'inspected'));
  const value =
    field.id === 'published'
      ? random.pick([
          '12 March 2012',
          '2012-04-01',
          '05/03/2012',
          '5.3.2012',
          '5th March 2012',
          '29 February 2012',
        ])
      : random.pick([
          '6 to 10 February 2012',
          '30 January to 3 February 2012',
          '6–10 February 2012',
          '06.02.2012 - 10.02.2012',
        ]);
  return edited(document, [replace(field.value, value)], `${field.id}: ${value}`);
}
