import type { Slip } from './changeSentences.ts';

/** By how much two figures differ, where the amount stands before the word that says which way. */
export const AMOUNTS: readonly Slip[] = [
  [
    'Contacts are 12% higher than in January 2021 (1,148 compared with 1,025).',
    'Contacts are 22% higher than in January 2021 (1,148 compared with 1,025).',
    '1,148 is 123 (12%) more than 1,025, not 22%.',
  ],
  [
    'There were 5,912 contacts in the quarter, 7.4% fewer than the 6,385 in the same quarter of 2018/19.',
    'There were 5,912 contacts in the quarter, 17.4% fewer than the 6,385 in the same quarter of 2018/19.',
    '5,912 is 473 (7.4%) less than 6,385, not 17.4%.',
  ],
  [
    'There are 296 children on plans, 41 fewer than the 337 at the end of March.',
    'There are 296 children on plans, 51 fewer than the 337 at the end of March.',
    '296 is 41 (12.2%) less than 337, not 51.',
  ],
  [
    'Numbers rose from 120 in 2018 to 150 in 2019, a 25% increase.',
    'Numbers rose from 120 in 2018 to 150 in 2019, a 35% increase.',
    'From 120 to 150 is a rise of 30 (25%), not 35%.',
  ],
  [
    'There were 150 referrals, a 25% increase on the 120 made in 2018.',
    'There were 150 referrals, a 35% increase on the 120 made in 2018.',
    'From 120 to 150 is a rise of 30 (25%), not 35%.',
  ],
  [
    'The number of open cases fell 20% (from 100 to 80).',
    'The number of open cases fell 12% (from 100 to 80).',
    'From 100 to 80 is a fall of 20 (20%), not 12%.',
  ],
];

/** Sentences in which a figure before such a word is no amount of the two beside it. */
export const NO_AMOUNTS: readonly string[] = [
  'Timeliness fell 12% to 68%.',
  'Costs rose 3% on the previous year, to £1.2m.',
  'The rate is 4% above the national average of 62%.',
  'Attendance is 96%, 3% higher than the target of 93%.',
  'The 12 teams have 3 more than 12 months left to report.',
  'The service held 40 sessions in 12 months, 5 more than 2 years ago.',
  'Re-referrals are 3% higher than last year (18% compared with 15%).',
  'The forecast is £1.2m, 4% more than the £1.1m that was planned.',
];

/** Shares in words with the same in figures beside them. */
export const SHARES_IN_WORDS: readonly Slip[] = [
  [
    'Around one in eight children (12.6%) live in low income families.',
    'Around one in eight children (22.6%) live in low income families.',
    '"one in eight" does not agree with 22.6%, which stands beside it for the same share.',
  ],
  [
    'A third of plans (35%) were late, and two in five (40%) had gaps.',
    'A third of plans (46%) were late, and two in five (40%) had gaps.',
    '"A third" does not agree with 46%',
  ],
  [
    'Two thirds of the 436 staff (67%) took part.',
    'Two thirds of the 436 staff (57%) took part.',
    '"Two thirds" does not agree with 57%',
  ],
];

/** Shares in words with other figures beside them. */
export const NO_SHARES_IN_WORDS: readonly string[] = [
  'Half of all plans were late against the target (80%).',
  'Half of children (40% of boys) took part.',
  'It fell by a third (33%).',
  'Three quarters of visits (90% last year) were in time.',
  'A third of schools (30%) and half of colleges (54%) replied.',
  'One quarter (Q1) was missed, and half the target (60%) was met.',
  'In the third quarter (82%) it was better than in the second (75%).',
];
