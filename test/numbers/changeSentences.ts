/** A sentence that is right, what it becomes by one slip, and the beginning of what is then said. */
export type Slip = readonly [right: string, wrong: string, message: string];

const CHANGES: readonly Slip[] = [
  [
    'The completion rate rose from 68% to 81%.',
    'The completion rate rose from 81% to 68%.',
    '"rose" does not',
  ],
  ['Caseloads fell from 24 to 18.', 'Caseloads fell from 24 to 28.', '"fell" does not'],
  [
    'Caseloads have reduced from 32 in 2017 to 20 in 2019.',
    'Caseloads have reduced from 12 in 2017 to 20 in 2019.',
    '"reduced" does not',
  ],
  ['Visits in time are up from 55 to 60.', 'Visits in time are up from 65 to 60.', '"up" does not'],
  ['Plans are down from 317 to 290.', 'Plans are down from 317 to 390.', '"down" does not'],
  [
    'Spending increased from £1.2m to £1.5m.',
    'Spending increased from £1.7m to £1.5m.',
    '"increased" does not',
  ],
  [
    'The rate has fallen sharply (from 82 to 72 per 10,000).',
    'The rate has fallen sharply (from 82 to 92 per 10,000).',
    '"fallen" does not',
  ],
  [
    'There was a rise in approvals from 11 last year to 17 this year.',
    'There was a rise in approvals from 21 last year to 17 this year.',
    '"rise" does not',
  ],
  [
    'Complaints decreased from eleven to nine.',
    'Complaints decreased from eleven to nineteen.',
    '"decreased" does not',
  ],
  [
    'The share in training has increased from 49 to 54%.',
    'The share in training has increased from 59 to 54%.',
    '"increased" does not',
  ],
  [
    'Agency use dropped to 9% in May from 12% in April.',
    'Agency use dropped to 19% in May from 12% in April.',
    '"dropped" does not',
  ],
  [
    'Supervision was up to date for more, rising to 91% of staff in May from 87% in April.',
    'Supervision was up to date for more, rising to 81% of staff in May from 87% in April.',
    '"rising" does not',
  ],
  [
    'Numbers dropped over time from 11 in 2011 to five in 2013.',
    'Numbers dropped over time from 3 in 2011 to five in 2013.',
    '"dropped" does not',
  ],
  [
    'The average wait was shortened from 144 days in 2012 to 2015, to 119 days in 2016.',
    'The average wait was shortened from 114 days in 2012 to 2015, to 119 days in 2016.',
    '"shortened" does not',
  ],
  [
    'The team grew from 40 to 55 staff, an increase of 38%.',
    'The team grew from 40 to 55 staff, an increase of 48%.',
    'From 40 to 55 is a rise of 15 (37.5%), not 48%',
  ],
  [
    'Referrals fell by 25% from 120 to 90.',
    'Referrals fell by 35% from 120 to 90.',
    'From 120 to 90 is a fall of 30 (25%), not 35%',
  ],
  [
    'There was a reduction of 2.8 percentage points from 30.6% to 27.8%.',
    'There was a reduction of 3.8 percentage points from 30.6% to 27.8%.',
    'From 30.6% to 27.8% is a fall of 2.8',
  ],
  [
    'Staff in post rose by 14 from 80 to 94.',
    'Staff in post rose by 14 from 80 to 97.',
    'From 80 to 97 is a rise of 17',
  ],
  ['Adopters are up 8 from 27 to 35.', 'Adopters are up 8 from 29 to 35.', 'From 29 to 35 is a rise of 6'],
  [
    'The list went from 60 to 45, a fall of 25%.',
    'The list went from 60 to 45, a fall of 20%.',
    'From 60 to 45 is a fall of 15 (25%), not 20%',
  ],
  [
    'Attendance rose from 68% to 81% (up 13 percentage points).',
    'Attendance rose from 68% to 81% (up 15 percentage points).',
    'From 68% to 81% is a rise of 13',
  ],
  [
    'Referrals doubled from 120 to 245.',
    'Referrals doubled from 120 to 345.',
    '"doubled" does not agree with the figures: 345 is 2.88 times 120',
  ],
  [
    'Referrals more than doubled, from 120 to 310.',
    'Referrals more than doubled, from 120 to 210.',
    '"more than doubled" does not',
  ],
  [
    'Exclusions halved from 120 in 2017 to 61 in 2018.',
    'Exclusions halved from 120 in 2017 to 91 in 2018.',
    '"halved" does not',
  ],
  [
    'The number of homes trebled from 4 to 12.',
    'The number of homes trebled from 4 to 22.',
    '"trebled" does not',
  ],
  [
    'This year 33 adopters were approved, an increase from 27 last year.',
    'This year 23 adopters were approved, an increase from 27 last year.',
    '"increase" does not',
  ],
  [
    'The vacancy rate is 12.4%, down from 14.1% a year ago.',
    'The vacancy rate is 15.4%, down from 14.1% a year ago.',
    '"down" does not',
  ],
  [
    'The vacancy rate is 14.4% (up from 12.1% in May).',
    'The vacancy rate is 11.4% (up from 12.1% in May).',
    '"up" does not',
  ],
  [
    'At 31 March 2018, 341 children had a plan. This is an increase from 311 at 31 March 2017.',
    'At 31 March 2018, 241 children had a plan. This is an increase from 311 at 31 March 2017.',
    '"increase" does not',
  ],
  [
    'Four children lived with other carers. This is a reduction from eight in 2015.',
    'Fourteen children lived with other carers. This is a reduction from eight in 2015.',
    '"reduction" does not',
  ],
  [
    'In 2017 the share was only 8% and this increased to 12% in 2018.',
    'In 2017 the share was only 18% and this increased to 12% in 2018.',
    '"increased" does not',
  ],
  [
    'Suitable homes were found for 94%, and this has increased from 82% in 2014.',
    'Suitable homes were found for 74%, and this has increased from 82% in 2014.',
    '"increased" does not',
  ],
  [
    'Timeliness of visits improved from 68% in April to 81% in May.',
    'Timeliness of visits improved from 88% in April to 81% in May.',
    '"improved" does not',
  ],
  ['Re-referrals improved from 24% to 18%.', 'Re-referrals improved from 14% to 18%.', '"improved" does not'],
  [
    'Sickness absence is at 2.9%, an improvement on last year’s figure of 3.2%.',
    'Sickness absence is at 4.9%, an improvement on last year’s figure of 3.2%.',
    '"improvement" does not',
  ],
  [
    'There was a slight decrease in the number of orders (18 compared to 21 in 2013).',
    'There was a slight decrease in the number of orders (28 compared to 21 in 2013).',
    '"decrease" does not',
  ],
];

const COMPARISONS: readonly Slip[] = [
  [
    'At 44%, this is lower than the national average of 52%.',
    'At 64%, this is lower than the national average of 52%.',
    '"lower than" does not',
  ],
  [
    'The share is 90% and well above the national average for all children (71%).',
    'The share is 60% and well above the national average for all children (71%).',
    '"above" does not',
  ],
  [
    'At 94.7% it is above the London average (88%).',
    'At 84.7% it is above the London average (88%).',
    '"above" does not',
  ],
  [
    'Only 11% are in education, which is below the national comparator of 19%.',
    'Only 31% are in education, which is below the national comparator of 19%.',
    '"below" does not',
  ],
  [
    'The share is 2.6%, higher than the regional rate of 0.8% and the England average of 1%.',
    'The share is 2.6%, higher than the regional rate of 0.8% and the England average of 4%.',
    '"higher than" does not',
  ],
  [
    'The rate, at 83 per 10,000, is higher than the England rate of 60 per 10,000.',
    'The rate, at 53 per 10,000, is higher than the England rate of 60 per 10,000.',
    '"higher than" does not',
  ],
  [
    'The rate of 55 per 10,000 is lower than in similar councils and England (70 and 60 respectively).',
    'The rate of 55 per 10,000 is lower than in similar councils and England (70 and 50 respectively).',
    '"lower than" does not',
  ],
  [
    'Nearly two thirds stay, which is just below the England average of 67%.',
    'Nearly two thirds stay, which is just below the England average of 47%.',
    '"below" does not',
  ],
  [
    'It was 53% of families. This is below the national average of 59%.',
    'It was 63% of families. This is below the national average of 59%.',
    '"below" does not',
  ],
  [
    'At 87.6% this is higher than the previous year’s figure of 76.2%.',
    'At 67.6% this is higher than the previous year’s figure of 76.2%.',
    '"higher than" does not',
  ],
  [
    'In all 67% are in training, above the 45% national average.',
    'In all 37% are in training, above the 45% national average.',
    '"above" does not',
  ],
  [
    'Attendance was 92%, five percentage points higher than the national average of 87%.',
    'Attendance was 92%, five percentage points higher than the national average of 84%.',
    '92% is 8 percentage points',
  ],
  [
    'The wait was 531 days, 44 days above the national average of 487 days.',
    'The wait was 531 days, 44 days above the national average of 478 days.',
    '531 days is 53 days',
  ],
  [
    'Attendance is 94%, below the target of 95%.',
    'Attendance is 96%, below the target of 95%.',
    '"below" does not',
  ],
  [
    'Attendance is 94%, which exceeds the target of 90%.',
    'Attendance is 84%, which exceeds the target of 90%.',
    '"exceeds" does not',
  ],
  [
    'There was a net gain of 26, well short of the target figure of 73.',
    'There was a net gain of 86, well short of the target figure of 73.',
    '"short of" does not',
  ],
  [
    'Health checks stand at 93%, the same as the England average of 93%.',
    'Health checks stand at 83%, the same as the England average of 93%.',
    '"the same as" does not',
  ],
  [
    'The share of 65% is broadly in line with the national average of 67%.',
    'The share of 35% is broadly in line with the national average of 67%.',
    '"in line with" says',
  ],
  [
    'Re-referrals are at 14%, which is better than the national average of 19%.',
    'Re-referrals are at 24%, which is better than the national average of 19%.',
    '"better than" does not',
  ],
  [
    'At 12% the share is twice the national average of 6%.',
    'At 12% the share is twice the national average of 9%.',
    '"twice" does not',
  ],
  [
    'A slightly higher share of children than the national average moved often (13% compared with 11%).',
    'A slightly higher share of children than the national average moved often (9% compared with 11%).',
    '"higher" does not',
  ],
  [
    'Stays are shorter and their share is below that of neighbours (61% in 2015, compared with neighbours at 66%).',
    'Stays are shorter and their share is below that of neighbours (71% in 2015, compared with neighbours at 66%).',
    '"below" does not',
  ],
];

const SERIES: readonly Slip[] = [
  [
    'Timeliness of visits has continued to improve: 53%, 61% and 66%.',
    'Timeliness of visits has continued to improve: 63%, 61% and 56%.',
    '"continued to improve" does not',
  ],
  ['Attendance has risen: 92%, 93% and 95%.', 'Attendance has risen: 96%, 95% and 94%.', '"risen" does not'],
  [
    'Completion rates have declined (93% in 2014, 89% in 2015).',
    'Completion rates have declined (83% in 2014, 89% in 2015).',
    '"declined" does not',
  ],
  [
    'The use of panels is increasing, with 34 held in 2012–13 and 72 in 2013–14.',
    'The use of panels is increasing, with 84 held in 2012–13 and 72 in 2013–14.',
    '"increasing" does not',
  ],
  [
    'There have been ongoing reductions in vacancies (18% in March, 17% in April and 15% in May).',
    'There have been ongoing reductions in vacancies (14% in March, 17% in April and 15% in May).',
    '"ongoing reductions" does not',
  ],
];

export const SLIPS: readonly Slip[] = [...CHANGES, ...COMPARISONS, ...SERIES];

/** Right sentences that look like wrong ones. */
export const RIGHT: readonly string[] = [
  'We reduced the number of children waiting from 3 to 6 months.',
  'The rate of increase was reduced from 10% to 5%, and the pay increase from 2% to 1% was agreed.',
  'The figure has not risen from 20% to 15%.',
  'Timeliness of proceedings has increased from 34 weeks to 28 weeks.',
  'Performance on re-referrals has declined from 20% to 26%.',
  'Numbers fell from 12 (30%) to 18 (22%).',
  'Support was raised from age 18 to 25 and children under 5 fell from view.',
  'Numbers have increased by 2% to 30 children.',
  'The service improved from 81% to 68%.',
  'There was a decrease of 3% from 30.6% to 27.8%.',
  'Performance has dropped and, at 519 days, is below the national target of 487 days.',
  'We are 5% above the average of 12%.',
  'A higher proportion (62%) attend primary schools that are good than secondary schools (72%).',
  'The rate is 60%, not higher than the national average of 65%.',
  'The three-year average was 65%, in line with the national 3 year average of 67%.',
  'Although most staff are trained, only 57% were above the age of 40 and 60% in England.',
  'Timeliness has improved in all teams: North 66%, South 53% and West 61%.',
  'Timeliness has improved: 66% of visits, 53% of reviews and 61% of plans.',
  'We made it up from 20 to 15 pages. The centre is open from 9 to 5.',
  'The ratio was reduced from 1:20 to 1:15, and caseloads from 15–18 to 20 in the worst team.',
  'Re-referrals, at 18%, are above the target of 20%.',
  'The proportion rose from about 50% to 48%.',
  'Of 45 audits, 20 were good, up from 25% in June.',
];
