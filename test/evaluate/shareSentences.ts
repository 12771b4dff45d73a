import type { Random } from '../incremental/random.ts';
import { count, percent, type ShareFigures } from './shareFigures.ts';

/**
 * Ways in which reports give a part, its whole and a share. Among them are some that the checker does not read: they
 * stay here, so that what it misses is counted.
 */
export const SHARE_FORMS: readonly string[] = [
  'Inspectors saw {n} of {N} case files ({p}%) with a clear plan.',
  'Across the county {n} out of {N} children ({p}%) were seen within five days.',
  'Of {N} referrals in the quarter, {n} ({p}%) led to an assessment.',
  'Of the {N} visits that fell due, {n} ({p} per cent) were made in time.',
  'In time were {p}% ({n} of {N}) of the assessments.',
  'On average {p}% ({n}/{N}) of plans had been reviewed by June.',
  'Altogether {N} cases were audited, of which {n} ({p}%) met the standard.',
  'So far {n} ({p}%) of the {N} social workers have been in post for over a year.',
  'The team drew up {n} of the {N} plans, or {p}%, with the family.',
  'The board read {N} plans; of these, {n} ({p}%) had an end date.',
  'Attendance was recorded at {n}/{N} conferences ({p}%).',
  'By then {p} per cent of care leavers ({n} of {N}) were in work or training.',
  'A total of {N} parents replied, {n} ({p}%) of whom felt listened to.',
  'Managers had signed {n} of {N} records, which is {p}%.',
  'The service closed {n} cases out of {N} ({p}%).',
  'The council received {N} complaints, of which {n} ({p}%) were upheld.',
  'Timeliness was {p}% ({n} of {N}) in May.',
  'The share of reviews held in time was {p}% ({n} out of {N} reviews).',
  'In the sample, {n} of {N} = {p}% were rated green.',
  'In all {n} of {N} schools ({p} %) took part.',
  'Help came early for {n} of the {N} families; that is {p}%.',
  'The survey reached {N} pupils, and {n} of them ({p}%) feel safe.',
  'Training has been completed by {n} staff ({p}%) out of {N}.',
  'The GSCB surveyed {N} practitioners and {n} ({p}%) replied.',
  'Supervision was up to date in {n} of {N} files, equating to {p}%.',
  'Of those {N} young people, {n} ({p}%) live within 20 miles of home.',
  'Children had a plan where one was due ({n} of {N}, {p}%).',
  'Chronologies were found in {n} out of a total of {N} files ({p}%).',
  'Last year {N} children left care, {n} of whom ({p}%) returned home.',
  'The rate stood at {p}%: {n} of {N} initial visits.',
];

/** A sentence of that form. */
export function shareSentence(form: string, figures: ShareFigures, random: Random): string {
  return form
    .replaceAll('{n}', count(figures.part, random))
    .replaceAll('{N}', count(figures.whole, random))
    .replaceAll('{p}', percent(figures));
}
