/** Pages as they are drawn, and what is read from them. */
export const LAYOUTS: readonly { name: string; pages: readonly string[]; shown: readonly string[] }[] = [
  {
    name: 'headings, paragraphs and lists',
    pages: [
      `
# Harbour service

The service is run by the council and its partners, who meet
every month and look at what was promised and what was done.

*What is to be done*

•  Write down each decision on the day on which it was made,
   with its reasons.
   –  Read it out.
•  Tell the family.

1.  Managers look at cases.
2.  The board asks for the reasons.
`,
    ],
    shown: [
      'H1 Harbour service',
      'The service is run by the council and its partners, who meet every month and look at what was promised and what was done.',
      '! What is to be done',
      '• Write down each decision on the day on which it was made, with its reasons.',
      '  – Read it out.',
      '• Tell the family.',
      '1. Managers look at cases.',
      '2. The board asks for the reasons.',
    ],
  },
  {
    name: 'two columns below a title that is above both',
    pages: [
      `
# News of the harbour partnership and all of its teams
The first column begins here and       The second column tells of
goes on for some lines, which are      another matter, which was
as wide as the column is, and it       talked about at length in the
ends with words that go over to        spring and which the members
the top of the next column where       will look at again in autumn.
`,
    ],
    shown: [
      'H1 News of the harbour partnership and all of its teams',
      'The first column begins here and goes on for some lines, which are as wide as the column is, and it ends with ' +
        'words that go over to the top of the next column where The second column tells of another matter, which was ' +
        'talked about at length in the spring and which the members will look at again in autumn.',
    ],
  },
  {
    name: 'a ruled table with merged and empty cells',
    pages: [
      `
+---------------+---------------------+
|  *Team*       |  *Posts*            |
|               +----------+----------+
|               |  *2023*  |  *2024*  |
+---------------+----------+----------+
|  North of     |  12      |  14      |
|  the river    |          |          |
+---------------+----------+----------+
|  South        |          |  9       |
+---------------+----------+----------+
`,
    ],
    shown: [
      '= ! Team {1x2} | ! Posts {2x1}',
      '= ! 2023 | ! 2024',
      '| North of the river | 12 | 14',
      '| South |  | 9',
    ],
  },
  {
    name: 'a table that goes on over the page with its header again',
    pages: [
      `
+----------+----------+
|  *Area*  |  *Lead*  |
+----------+----------+
|  North   |  Chair   |
+----------+----------+
`,
      `
+----------+----------+
|  *Area*  |  *Lead*  |
+----------+----------+
|  South   |  Clerk   |
+----------+----------+
`,
    ],
    shown: ['= ! Area | ! Lead', '| North | Chair', '| South | Clerk', '(Area / Lead)'],
  },
  {
    name: 'columns of short texts without rulings',
    pages: [
      `
Those who came to the meeting were the members and officers:

*Name*        *Post*              *Votes*
Chair         Director            3
Vice chair    Head of health      12
Clerk         Officer             7

They agreed on what is to be done.
`,
    ],
    shown: [
      'Those who came to the meeting were the members and officers:',
      '= ! Name | ! Post | ! Votes',
      '| Chair | Director | 3',
      '| Vice chair | Head of health | 12',
      '| Clerk | Officer | 7',
      'They agreed on what is to be done.',
    ],
  },
  {
    name: 'a footnote at the foot of the page',
    pages: [
      `
The service grew by a tenth^1 in the year, as it had said that
it would, and it is to grow again.



% 1 As counted by the council in May.
`,
    ],
    shown: [
      'The service grew by a tenth1 in the year, as it had said that it would, and it is to grow again. {1: 1.1}',
      'note 1.1: As counted by the council in May.',
    ],
  },
  {
    name: 'a list of contents',
    pages: [
      `
Contents
Summary .......................... 2
What we found .................... 3
What is to be done ............... 7
`,
    ],
    shown: [
      '(Contents / Summary .......................... 2 / What we found .................... 3 / What is to be done ............... 7)',
    ],
  },
  {
    name: 'headers and page numbers, and a sentence that the end of a page cuts',
    pages: [
      'a tale of teams, who meet every month and have',
      'their own rooms in the hall by the river, where',
      'all is well.',
    ].map((line, index) => `\nHarbour service\n\n${line}\n${'\n'.repeat(50)}Page ${index + 1}`),
    shown: [
      '(Harbour service)',
      '(Page 1)',
      'a tale of teams, who meet every month and have their own rooms in the hall by the river, where all is well.',
      '(Harbour service)',
      '(Page 2)',
      '(Harbour service)',
      '(Page 3)',
    ],
  },
  {
    name: 'a heading at the top of several pages, where the text of others begins',
    pages: [
      ...['ships', 'crews', 'quays'].flatMap((what, index) => [
        `\n*What we found*\n\n${index + 1}.  We looked at the ${what} of the harbour.\n${'\n'.repeat(50)}Page ${2 * index + 1}`,
        `\nThe ${what} are kept well by those who work there.\n${'\n'.repeat(52)}Page ${2 * index + 2}`,
      ]),
      `\nAll of this was told to the council in spring.\n${'\n'.repeat(52)}Page 7`,
    ],
    shown: [
      ...['ships', 'crews', 'quays'].flatMap((what, index) => [
        `(Page ${2 * index + 1})`,
        '! What we found',
        `${index + 1}. We looked at the ${what} of the harbour.`,
        `(Page ${2 * index + 2})`,
        `The ${what} are kept well by those who work there.`,
      ]),
      '(Page 7)',
      'All of this was told to the council in spring.',
    ],
  },
  {
    name: 'hyphens of compounds, and hyphens that only cut a word',
    pages: [
      `
The self-evaluation tells what was done for children by self-
evaluation of the teams, and how the service helps the chil-
dren and their families in the towns along the river and sea.
`,
    ],
    shown: [
      'The self-evaluation tells what was done for children by self-evaluation of the teams, and how the service helps ' +
        'the children and their families in the towns along the river and sea.',
    ],
  },
];
