/** Shares whose whole is one of several figures before them, with how they were tied and judged. */
export const AMONG_FOUND: readonly (readonly [text: string, expected: readonly string[]])[] = [
  [
    'The hub dealt with 31,204 contacts, an average of 2,600 a month. Of these, 9,673 (41%) became referrals.',
    ['N, of which n (p%): contradiction'],
  ],
  [
    'The hub dealt with 31,204 contacts, an average of 2,600 a month. Of these, 9,673 (31%) became referrals.',
    ['N, of which n (p%): holds'],
  ],
  [
    'At the end of May 381 children had a plan, of whom 12 had been on one for more than two years (6.1%).',
    ['N, of which n (p%): contradiction'],
  ],
  [
    'Interviews were offered on 709 occasions and accepted on 561 (69% of those offered).',
    ['n, p% of N: contradiction'],
  ],
  [
    'Interviews were offered on 709 occasions and accepted on 561 (79% of those offered).',
    ['n, p% of N: holds'],
  ],
  [
    '142 complaints came in, 11 fewer than last year; 17 (22%) were upheld, 54 (38%) partly upheld and 71 (50%) not.',
    ['N: n (p%), n (p%): contradiction', 'N: n (p%), n (p%): holds', 'N: n (p%), n (p%): holds'],
  ],
  [
    'In total 60 staff replied: 12 (20%) social workers, 30 (50%) managers and 18 (30%) others.',
    ['N: n (p%), n (p%): holds', 'N: n (p%), n (p%): holds', 'N: n (p%), n (p%): holds'],
  ],
  ['The 12 teams saw 300 children. Of these, 60 (25%) were babies.', ['N, of which n (p%): contradiction']],
  ['We know 358 care leavers aged 17 to 21. 74% (229) are in work.', ['N. n (p%): contradiction']],
  [
    'There are 296 children with a plan, 41 fewer than in March. Just over a third are aged under five (201). More than half (158) are there for neglect.',
    ['N. n (p%): contradiction', 'N. n (p%): holds'],
  ],
];

/** Sentences in which no whole, or another one, is meant. */
export const AMONG_SILENT: readonly string[] = [
  'The hub dealt with 400 contacts and 100 calls. Of these, 50 (10%) came at night.',
  '43% of the 200 plans were late. Of these, 20 (23%) were very late.',
  'There are 40 teams and 12 managers. Of these, 5 (42%) are new.',
  'There were 20 complaints last year and 35 this year. Of these, 7 (20%) were upheld.',
  'We have 412 children in care. Of the boys among them, 40 (20%) are placed far away.',
  'Of 40 plans 12 were late, of which 4 had no owner (33%).',
  'Of the 381 children, of whom 12 had waited against a target of none (95%), most are well.',
  'Interviews were offered to 40 families, and 12 children took part (57% of those entered).',
  'There were 12 homes in the year. 64% (229) of staff are trained.',
  'We inspected 12 homes. Half of children said that they liked it (20).',
  'There were 40 complaints. A third took longer than 20 days (12).',
  'There are 100 places. 30% (12 of 40) are taken by girls.',
  'There were 60 answers: 12 (20%) from staff, and 5 (31%) of the 16 heads replied.',
  'There were 1,200 referrals. 45% were from schools, 20% (85) were repeats of those and 55% came from the police.',
  'Attendance was 95%. 3 (12%) were absent.',
];
