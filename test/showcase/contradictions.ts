/** A contradiction of the published pack, where an example has it, and what an author must be told of it. */
export interface Contradiction {
  readonly what: string;
  readonly file: string;
  readonly rule: string;
  /** Words of the document, with the figure or the claim between « and »: each place must be named by the finding. */
  readonly places: readonly string[];
  /** What its message must have. */
  readonly says: readonly string[];
  /** Why it is not found yet. */
  readonly pending?: string;
}

const PLAN = 'examples/gloucestershire-2020/improvement-plan.md';
const UPDATE = 'examples/gloucestershire-2020/practice-update.md';
const SELF_EVALUATION = 'examples/library/ilacs-self-evaluation-as-published.md';

const SECTION_17 =
  '– section 17             | Actual | 65%      | 75%      | 84%      | 77%      | 73%      | 76%      ';
const SECTION_47 =
  '– section 47             | Actual | 74%      | 62%      | 76%      | 60%      | 75%      | 53%      ';

export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    what: '363 against 304 + 43 + 26',
    file: PLAN,
    rule: 'number/total-mismatch',
    places: [
      'delivered to «363» out of',
      'with «304» (63%)',
      '«43» staff completing two',
      '«26» staff completing one',
    ],
    says: ['373', '363'],
  },
  {
    what: '63% against 304 of 436',
    file: PLAN,
    rule: 'number/share-mismatch',
    places: ['with 304 («63%»)'],
    says: ['304 of 436', '69.7%', '63%', '275'],
  },
  {
    what: '73% of the staff against 304 of 436',
    file: UPDATE,
    rule: 'number/conflicting-figure',
    places: ['a year ago, and «73%» of the 436', 'of whom 304 («69.72%»)'],
    says: ['73%', '69.72%'],
  },
  {
    what: 'the column of two modules: 42, not 43',
    file: UPDATE,
    rule: 'number/total-mismatch',
    places: ['| 304           | «43»        |'],
    says: ['42', '43', '2 modules'],
  },
  {
    what: 'the column of no modules: 63, not 65',
    file: UPDATE,
    rule: 'number/total-mismatch',
    places: ['| 26       | «65»   |'],
    says: ['63', '65', 'None'],
  },
  {
    what: 'the total of the staff: 438 against 436',
    file: UPDATE,
    rule: 'number/total-mismatch',
    places: ['| 65   | «436»   |', '| 26       | «65»   |'],
    says: ['438', '436'],
  },
  {
    what: 'children in care not seen: 54 against 45',
    file: SELF_EVALUATION,
    rule: 'number/total-mismatch',
    places: ['| 44 (6%)       | «54» (6%)', '| CIC      | «748»'],
    says: ['703', '748', '54', '45'],
  },
  {
    what: '88% and 6% against 96%',
    file: UPDATE,
    rule: 'number/total-mismatch',
    places: ['| CIC           | «96%»', '| 96%          | «88%»', '| 88%            | «6%»'],
    says: ['94', '96%'],
  },
  {
    what: 'visits to children in care in April: 96% in the text, 94% in the table',
    file: SELF_EVALUATION,
    rule: 'number/conflicting-figure',
    places: ['In April 2020, «96%» of children in care', '| 703          | «94%»'],
    says: ['96%', '94%'],
  },
  {
    what: 'visits to children in care in April: 84% in the text, 94% in the table',
    file: SELF_EVALUATION,
    rule: 'number/conflicting-figure',
    places: ['- «84%» of children in care were seen', '| 703          | «94%»'],
    says: ['84%', '94%'],
  },
  {
    what: 'section 47 and section 17: 93% and 86% in the text, 86% and 93% in the rows',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: [
      '- «93%» of children were seen',
      `${SECTION_47}| 90%      | 75%      | 66%      | 75%      | 76%      | 66%      | 72%      | «86%»`,
      'in May, and «86%» for section 17',
      `${SECTION_17}| 75%      | 75%      | 80%      | 89%      | 92%      | 90%      | 85%      | «93%»`,
    ],
    says: ['93%', '86%', 'the other way round'],
  },
  {
    what: 'supervision in April: 38% in the text, 50% in the row',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['in May from «38%» in April', '| 38%      | «50%»      | 67%'],
    says: ['38%', '50%'],
  },
  {
    what: 'supervision in April: 37% in the comments, 50% in the row',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['took place for «37%» of cases', '| 38%      | «50%»      | 67%'],
    says: ['37%', '50%'],
  },
  {
    what: '"improved in March and April" for 82, 94 and 90',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['figure had «improved» in March and April', '| 82%      | 94%      | «90%»      | 84%'],
    says: ['94%', '90%'],
  },
  {
    what: '"a peak of 31% six months ago" for 33.3% in April 2019',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['from a peak of «31%» six months ago', '| Actual | «33.3%»'],
    says: ['31%', '33.3%'],
  },
  {
    what: '210 of 754 is 27.9%, the row has 27.7%',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['end of May («210» out of 754)', '| 27.8%    | «27.7%»'],
    says: ['27.9%', '27.7%'],
  },
  {
    what: '"has continued to improve to 61%" for 66, 53 and 61',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['has «continued to improve» to 61%', '| 66%      | «53%»      | 61%'],
    says: ['66%', '53%'],
  },
  {
    what: 'care leavers in education, employment or training in March: 51% in the text, 50% in the row',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['- «51%» of care leavers aged', '| 54%      | «50%»      | 47%'],
    says: ['51%', '50%'],
  },
  {
    what: '"ongoing reductions" in vacancies over a rising row',
    file: SELF_EVALUATION,
    rule: 'number/conflicting-figure',
    places: ['been ongoing «reductions» in vacancies', '| 18.37%       | «18.95%»'],
    says: ['18.37%', '18.95%'],
  },
  {
    what: '"ongoing reductions" in turnover over a rising row',
    file: SELF_EVALUATION,
    rule: 'number/conflicting-figure',
    places: ['been ongoing «reductions» in vacancies', '| 12.5%        | «12.9%»'],
    says: ['12.5%', '12.9%'],
  },
  {
    what: '26 teams against 25 of 44',
    file: PLAN,
    rule: 'number/conflicting-figure',
    places: ['«26» teams have been rated', '- «25» of 44 teams'],
    says: ['26', '25'],
  },
  {
    what: '"all" meetings within 5 days beside 38 (83%)',
    file: UPDATE,
    rule: 'number/quantity-word',
    places: ['9.3 «All» first meetings', 'it was 38 («83%»)'],
    says: ['All', '83%'],
  },
];

/** Figures of the clean examples that a reader must be told to agree. */
export interface Agreement {
  readonly file: string;
  readonly kind: string;
  readonly places: readonly string[];
  readonly pending?: string;
}

const CLEAN_PLAN = 'examples/gloucestershire-2020/clean/improvement-plan.md';
const CLEAN_UPDATE = 'examples/gloucestershire-2020/clean/practice-update.md';
const CLEAN_SELF_EVALUATION = 'examples/library/ilacs-self-evaluation.md';

export const AGREEMENTS: readonly Agreement[] = [
  {
    file: CLEAN_PLAN,
    kind: 'total',
    places: [
      'delivered to «373» out of',
      'with «304» (69.7%)',
      '«43» staff completing two',
      '«26» staff completing one',
    ],
  },
  {
    file: CLEAN_PLAN,
    kind: 'share',
    places: ['with «304» (69.7%)', 'out of «436» staff', 'with 304 («69.7%»)'],
  },
  {
    file: CLEAN_UPDATE,
    kind: 'total',
    places: ['| 304           | «42»        |', '| 62            | «5» '],
  },
  {
    file: CLEAN_UPDATE,
    kind: 'total',
    places: ['| 63   | «435»   |', '| 26       | «63»   |'],
  },
  { file: CLEAN_UPDATE, kind: 'total', places: ['| CIC           | «94%»', '| 94%          | «88%»'] },
  { file: CLEAN_UPDATE, kind: 'share', places: ['«69.9%»', 'whom «304» (69.9%)', 'offered to «435» staff'] },
  { file: CLEAN_SELF_EVALUATION, kind: 'share', places: ['| 703          | «94%»', '| 748    | «703»'] },
  {
    file: CLEAN_SELF_EVALUATION,
    kind: 'total',
    places: ['| 44 (6%)       | «45» (6%)', '| CIC      | «748»', '| 748    | «703»'],
  },
  {
    file: CLEAN_PLAN,
    kind: 'repetition',
    places: ['took place for «50%» of cases', '| 38%      | «50%»      | 67%'],
  },
  {
    file: CLEAN_PLAN,
    kind: 'repetition',
    places: [
      '- «86%» of children were seen',
      `${SECTION_47}| 90%      | 75%      | 66%      | 75%      | 76%      | 66%      | 72%      | «86%»`,
    ],
  },
  {
    file: CLEAN_PLAN,
    kind: 'direction',
    places: ['figure had «improved» in March', '| 82%      | «94%»      | 90%'],
  },
];
