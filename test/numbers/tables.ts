/** Tables as an author writes them, with the verdicts of their sums that do not agree; none where all is well. */
export const TABLES: readonly (readonly [name: string, table: string, wrong: readonly string[]])[] = [
  [
    'one column',
    'Team|Cases\nNorth|40\nSouth|52\nTotal|93',
    ['40 and 52 of "Cases" make 92, not 93 in "Total".'],
  ],
  [
    'a total above its rows',
    'Team|Cases\nTotal|93\nNorth|40\nSouth|52',
    ['40 and 52 of "Cases" make 92, not 93 in "Total".'],
  ],
  [
    'thousands',
    'Team|Cases\nNorth|1,240\nSouth|952\nTotal|2,182',
    ['1,240 and 952 of "Cases" make 2,192, not 2,182 in "Total".'],
  ],
  [
    'figures like years',
    'Team|Cases\nNorth|1240\nSouth|787\nTotal|2029',
    ['1,240 and 787 of "Cases" make 2,027, not 2,029 in "Total".'],
  ],
  [
    'money',
    'Heading|Spent\nStaff|£1,200\nTravel|£350\nTotal|£1,650',
    ['£1,200 and £350 of "Spent" make £1,550, not £1,650 in "Total".'],
  ],
  [
    'decimals',
    'Team|FTE\nNorth|18.95\nSouth|12.40\nTotal|31.9',
    ['18.95 and 12.40 of "FTE" make 31.35, not 31.9 in "Total".'],
  ],
  [
    'counts with shares',
    'Grade|Audits\nGood|12 (30%)\nFair|20 (50%)\nPoor|8 (20%)\nTotal|41',
    ['12, 20 and 8 of "Audits" make 40, not 41 in "Total".'],
  ],
  [
    'sub-totals',
    'Team|Cases|Staff\nA|10|2\nB|20|3\nSub-total|30|5\nC|5|1\nD|7|2\nSub-total|13|3\nGrand total|43|8',
    ['5 and 7 of "Cases" make 12, not 13 in "Sub-total".'],
  ],
  [
    'headers of two rows',
    'Team|Seen|Seen\n|in time|late\nNorth|40|6\nSouth|52|8\nTotal|93|14',
    ['40 and 52 of "Seen in time" make 92, not 93 in "Total".'],
  ],
  [
    'shares of a column',
    'Seen|Share\nin a day|50%\nin a week|35%\nlater|25%\nTotal|100%',
    ['50%, 35% and 25% of "Share" make 110%, not 100%.'],
  ],
  [
    'shares across grades',
    'Audit|Outstanding|Good|Adequate|Inadequate\nMay|5%|29%|43%|32%',
    ['5%, 29%, 43% and 32% of "May" make 109%, not 100%.'],
  ],
  [
    'one row of many parts agrees',
    'Measure|Q1|Q2|Q3|Q4|Total\nBegun|190|205|212|220|837\nStepped down|40|35|38|41|154',
    ['190, 205, 212 and 220 of "Begun" make 827, not 837 in "Total".'],
  ],
  [
    'one row of many parts agrees and the other is far off',
    'Measure|Q1|Q2|Q3|Q4|Total\nBegun|190|205|212|220|1,240\nStepped down|40|35|38|41|154',
    [],
  ],
  [
    'seen and not seen beside each other, with parts of the seen',
    'Type|Number of children|Seen in time (No.)|(%)|Physical visit|Seen via visual media|Not seen\n' +
      'CIN|2027|1743|86%|1547 (76%)|196 (10%)|284 (14%)\n' +
      'CP|704|649|92%|603 (85.7%)|46 (6.5%)|55 (7.8%)\n' +
      'CIC|748|703|94%|659 (88%)|44 (6%)|54 (7%)',
    ['703 and 54 of "CIC" make 757, not 748 in "Number of children".'],
  ],
  [
    'columns in the middle that make up another',
    'Team|Budget|Referrals|Accepted|Refused\nNorth|900|412|301|111\nSouth|850|388|290|98\nEast|640|290|200|81',
    ['200 and 81 of "East" make 281, not 290 in "Referrals".'],
  ],
  [
    'columns that happen to fit once',
    'Team|Plans|Reviews|Visits\nNorth|14|8|6\nSouth|12|3|7\nEast|9|5|6',
    [],
  ],
  [
    'small figures that happen to fit twice behind another column',
    'Team|Age|Plans|Reviews|Visits\nNorth|9|5|3|2\nSouth|8|4|3|1\nEast|7|9|5|6',
    [],
  ],
  [
    'answers that not everybody gave',
    'Question|Agree|Neither agree nor disagree|Disagree\nHeard|80%|12%|8%\nSafe|79%|12%|5%\nTold|90%|5%|5%',
    [],
  ],
  [
    'shares of which one row leaves a gap',
    'Team|In person|By phone|Not seen\nNorth|80%|12%|8%\nSouth|79%|12%|5%\nEast|90%|5%|5%',
    ['79%, 12% and 5% of "South" make 96%, not 100%.'],
  ],
  ['rows and totals agree', 'Team|Seen|Late|Total\nNorth|40|6|46\nSouth|52|8|60\nTotal|92|14|106', []],
  ['blanks are not zero', 'Team|Cases\nNorth|40\nSouth|\nWest|-\nTotal|92', []],
  ['fewer than five', 'Team|Cases\nNorth|40\nSouth|<5\nTotal|43', []],
  ['suppressed figures', 'Team|Cases\nNorth|40\nSouth|*\nTotal|47', []],
  ['averages', 'Team|Average days\nNorth|40\nSouth|52\nTotal|46', []],
  ['an average that is not called so', 'Team|Days\nNorth|40\nSouth|52\nTotal|46', []],
  ['rates', 'Team|Rate per 10,000\nNorth|40\nSouth|52\nTotal|93', []],
  ['percentages', 'Team|In time\nNorth|90%\nSouth|80%\nTotal|86%', []],
  ['ages', 'Team|Age\nNorth|40\nSouth|52\nTotal|91', []],
  ['a national figure', 'Team|Cases\nNorth|40\nSouth|52\nEngland|93,000', []],
  ['all in the country', 'Area|Cases\nNorth|40\nSouth|52\nAll England|93', []],
  ['everybody elsewhere', 'Area|Cases\nNorth|40\nSouth|52\nAll|93', []],
  ['reasons that overlap', 'Reason|Referrals\nNeglect|40\nAbuse|52\nTotal|88', []],
  ['a total far from its rows', 'The five most frequent|Referrals\nNeglect|40\nAbuse|52\nTotal|240', []],
  ['rows within rows', 'Team|Cases\nNorth|40\nof which urgent|12\nSouth|52\nTotal|92', []],
  ['rounded parts', 'Team|FTE\nNorth|18.4\nSouth|12.4\nTotal|31', []],
  ['months beside each other', 'Measure|April|May|June\nVisits|100|60|40\nReviews|90|50|40', []],
  ['shares by month', 'Month|In time|Seen alone\nApril|50%|52%\nMay|60%|48%\nJune|55%|49%', []],
  ['rates of teams with one for all', 'Team|In time\nNorth|100%\nSouth|100%\nTotal|100%', []],
  ['a label column of numbers', 'Number of plans|Children\n1|452\n2|199\nTotal|651', []],
  ['text only', 'Team|Lead\nNorth|A\nTotal|B', []],
  ['no total', 'Team|Cases\nNorth|40\nSouth|52', []],
  ['shares within rounding', 'Seen|Share\na day|33%\na week|33%\nlater|33%\nTotal|100%', []],
  ['target and actual', 'Measure|Target|Actual|Gap\nVisits|90%|80%|10%\nReviews|95%|60%|40%', []],
  ['a total of last year', 'Team|Cases\nNorth|40\nSouth|52\nTotal last year|99', []],
  ['cumulative figures', 'Month|Sessions (cumulative)\nMay|4\nJune|21\nTotal|26', []],
  ['totals of unlike kinds', 'Item|Value\nStaff|40\nCost|£52\nTotal|93', []],
  ['a percentage of the total', 'Team|Cases\nNorth|40\nSouth|52\nTotal|92\n% of total|100%', []],
  [
    'who was not seen is no part of those who were',
    'Children|Seen (%)|Seen in person|Seen by phone|Not seen\nA|86%|76%|10%|14%\nB|93%|85.7%|6.5%|7.8%\nC|94%|88%|6%|6%',
    [],
  ],
  [
    'one of three rows far off',
    'Children|Seen|In person|By phone\nA|86%|76%|10%\nB|92%|29%|6.5%\nC|94%|88%|6%',
    ['29% and 6.5% of "B" make 35.5%, not 92% in "Seen".'],
  ],
  [
    'a row of targets',
    'Children|Seen|In person|By phone\nA|86%|76%|10%\nC|94%|88%|6%\nTarget|95%|70%|10%',
    [],
  ],
  [
    'a total far off what its shares say',
    'Plans|Children|Share\n1|452|65.9%\n2|195|28.4%\n3 and more|39|5.7%\nTotal|868|100.0%',
    ['452, 195 and 39 of "Children" make 686, not 868 in "Total".'],
  ],
  [
    'what is denied all but makes the whole',
    'Children|Number|Seen|Not seen\nA|2027|1743|248\nB|704|649|55\nC|748|703|54',
    [
      '1,743 and 248 of "A" make 1,991, not 2,027 in "Number".',
      '703 and 54 of "C" make 757, not 748 in "Number".',
    ],
  ],
];
