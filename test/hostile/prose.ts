/** Markdown as a file may hold it, which is to be read within seconds, whatever it is. */
export interface HostileProse {
  readonly name: string;
  readonly text: () => string;
  /** What is wrong with the text itself; nothing, where it is merely long. */
  readonly finds?: readonly string[];
}

const MANY = 100_000;
const TOO_MUCH = ['syntax/limits'];

export const PROSE: readonly HostileProse[] = [
  // What is nested.
  { name: 'nested lists', text: () => `${'- '.repeat(MANY)}a`, finds: TOO_MUCH },
  {
    name: 'lists that are indented',
    text: () => lines(1500, (at) => `${' '.repeat(2 * at)}- a`),
    finds: TOO_MUCH,
  },
  { name: 'quotations', text: () => `${'>'.repeat(MANY)} a`, finds: TOO_MUCH },
  { name: 'brackets', text: () => '['.repeat(MANY), finds: TOO_MUCH },
  { name: 'crossed emphasis', text: () => '*a_ '.repeat(MANY), finds: TOO_MUCH },
  { name: 'links', text: () => '[a]('.repeat(MANY), finds: TOO_MUCH },
  { name: 'comments that stay open', text: () => 'a <!-- '.repeat(MANY), finds: TOO_MUCH },
  { name: 'round brackets', text: () => '(a '.repeat(MANY) },
  { name: 'quotation marks', text: () => '‘a “'.repeat(MANY) },
  // What is long.
  { name: 'a heading of 20,000 words', text: () => `## ${'word '.repeat(20_000)}` },
  { name: 'a heading of 20,000 dashes', text: () => `## ${'word - '.repeat(20_000)}` },
  {
    name: 'a heading of 20,000 grades',
    text: () => `## Quality of provision ${'- Grade 3 (a'.repeat(20_000)}`,
  },
  { name: 'a word of a million letters', text: () => 'a'.repeat(1_000_000) },
  { name: 'a million blanks', text: () => `a${' '.repeat(1_000_000)}b` },
  { name: '100,000 tabs', text: () => `${'\t'.repeat(MANY)}a` },
  {
    name: '20,000 dates of one inspection',
    text: () =>
      'Since the last inspection, in May 2016 or two years since the inspection in June 2017, '.repeat(
        10_000,
      ),
  },
  {
    name: '20,000 days that no month has',
    text: () => 'from 31 June 2020 to Friday 31.09.2019, '.repeat(20_000),
    finds: TOO_MUCH,
  },
  {
    name: '6,000 paragraphs that name others which are not there',
    text: () => lines(6000, (at) => `${1000 + at}. Text of it, as paragraph ${900 + (at % 90)} says.\n`),
    finds: TOO_MUCH,
  },
  {
    name: '12,000 times one share, and never the same',
    text: () => lines(12_000, (at) => `- In May 2020, ${at % 90}% of children were seen in time.`),
    finds: TOO_MUCH,
  },
  { name: 'a million dots', text: () => '.'.repeat(1_000_000) },
  { name: 'a million hyphens', text: () => `a${'-'.repeat(1_000_000)}` },
  { name: 'hyphens between letters', text: () => 'a-'.repeat(300_000) },
  { name: 'a long address', text: () => `http://a.b/${'c'.repeat(1_000_000)}` },
  { name: 'backslashes', text: () => '\\'.repeat(MANY) },
  { name: 'a heading with blanks in it', text: () => `## Good (${' '.repeat(MANY)}a` },
  // What may be somebody's.
  { name: '20,000 identifiers', text: () => '999 000 0018 07700 900123 '.repeat(20_000) },
  { name: '100,000 addresses that go nowhere', text: () => 'a.b@c.d.'.repeat(MANY) },
  {
    name: '20,000 initials with an age',
    text: () => 'AB, aged 7, lives at home with '.repeat(20_000),
    finds: TOO_MUCH,
  },
  {
    name: '10,000 names with an age in one sentence',
    text: () => 'Anna Bell is 7 years old at home '.repeat(10_000),
  },
  {
    name: '40,000 days that follow each other',
    text: () => `12 (30%) at ${'31 March 2019 '.repeat(40_000)}`,
  },
  { name: 'a name of 100,000 parts', text: () => `Aa-aa’${'Aa '.repeat(MANY)} is 7 at home` },
  { name: 'hyphens between capitals', text: () => 'ABC-'.repeat(300_000) },
  {
    name: 'a line of 50,000 acronyms',
    text: () => lines(50_000, (at) => `the ${acronym(at)} team`).replaceAll('\n', ' '),
  },
  { name: 'an acronym that is used 50,000 times', text: () => 'the XQRT team '.repeat(50_000) },
  {
    name: 'an acronym that is explained 30,000 times',
    text: () => 'local safeguarding children board (LSCB) '.repeat(30_000),
  },
  { name: 'acronyms in brackets that stay open', text: () => '(LSCB'.repeat(30_000) },
  { name: 'pictures that stay open', text: () => '<img '.repeat(30_000), finds: TOO_MUCH },
  // What is many.
  { name: '40,000 headings', text: () => lines(40_000, (at) => `## Heading ${at}\n`) },
  { name: '40,000 paragraphs', text: () => lines(40_000, (at) => `${at + 1}. Text of the paragraph.\n`) },
  { name: '40,000 fields', text: () => '- **Judgement:** Good\n'.repeat(40_000) },
  { name: '10,000 rows', text: () => table(10_000, (at) => `| Area ${at} | 12 (30%) |`) },
  {
    name: '10,000 columns',
    text: () => `${'| a '.repeat(10_000)}|\n${'| - '.repeat(10_000)}|\n${'| 12% '.repeat(10_000)}|`,
  },
  {
    name: '10,000 actions',
    text: () =>
      `| Action | Owner | Timescale | Status |\n| --- | --- | --- | --- |\n${lines(10_000, () => '| Hold a panel | Head | January 2020 | Not started |')}`,
    // Each row is told as the double of one before, more often than anybody wants to read.
    finds: TOO_MUCH,
  },
  {
    name: 'a timescale of 20,000 months',
    text: () =>
      `| Action | Owner | Timescale |\n| --- | --- | --- |\n| Hold a panel | Head | ${'completed by May 2020 and '.repeat(20_000)}|`,
  },
  {
    name: '10,000 rows with a total',
    text: () => `${table(10_000, (at) => `| Area ${at} | 12 |`)}\n| Total | 120000 |`,
  },
  { name: '20,000 references', text: () => words(20_000, (at) => `see paragraph ${at} and section 3.${at}`) },
  {
    name: '20,000 notes',
    text: () => `${words(20_000, (at) => `a[^${at}]`)}\n\n${lines(20_000, (at) => `[^${at}]: note`)}`,
    finds: TOO_MUCH,
  },
  { name: '5,000 comments that direct', text: () => directives(5000) },
  { name: '20,000 shares', text: () => 'Of 44 cases, 12 (27%) were late. '.repeat(10_000) },
  { name: '20,000 judgements', text: () => 'The overall effectiveness is good. '.repeat(20_000) },
  { name: '40,000 placeholders', text: () => 'TBC '.repeat(40_000) },
  { name: '60,000 crosses in small letters', text: () => 'xx '.repeat(60_000), finds: TOO_MUCH },
  { name: '50,000 openings of a quotation', text: () => '“a '.repeat(50_000) },
  {
    name: '5,000 paragraphs that say the same',
    text: () => `${'The panel meets. It asks what has changed. '.repeat(5)}\n\n`.repeat(5000),
  },
  { name: '10,000 captions', text: () => lines(10_000, (at) => `Table ${at}: visits\n`) },
  { name: '20,000 announcements', text: () => `${'There are three aims: '.repeat(20_000)}\n\n- one` },
  { name: '20,000 numbers in words', text: () => 'twenty-one hundred thousand '.repeat(20_000) },
  { name: '20,000 timescales', text: () => 'Within three months:\n\n- do\n\n'.repeat(10_000) },
  // Figures that are none.
  { name: 'a number of a million digits', text: () => '9'.repeat(1_000_000) },
  { name: 'a share of 100,000 digits', text: () => `12 (${'9'.repeat(MANY)}%) of ${'9'.repeat(MANY)}.` },
  { name: 'a number with 300,000 commas', text: () => `${'999,'.repeat(300_000)}999` },
  { name: 'a paragraph with a number of 100,000 digits', text: () => `${'9'.repeat(MANY)}. Text` },
  {
    name: 'a decimal of 100,000 digits',
    text: () => `Of ${'9'.repeat(1000)} cases, ${'8'.repeat(1000)}.${'7'.repeat(MANY)} (50%) were late.`,
  },
  { name: 'divisions by nothing', text: () => '1/0 and 0/0, 12 (30%) of 0; 0 of 0 (0%); 1 in 0.' },
  { name: 'dates that are none', text: () => '9999999999 99/99/9999 32 December 99999 '.repeat(5000) },
  { name: 'sums of money', text: () => `£${'9'.repeat(MANY)}.${'9'.repeat(MANY)}m` },
];

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}

function words(count: number, word: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => word(at)).join(' ');
}

function table(rows: number, row: (at: number) => string): string {
  return `| Area | Number |\n| --- | --- |\n${lines(rows, row)}`;
}

function directives(count: number): string {
  return lines(count, () => '<!-- touchstone-disable-next-line prose/placeholder -- agreed -->\n\nTBC\n');
}

/** A word of five consonants in capitals, another for each number. */
function acronym(at: number): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  return [8000, 400, 20, 1].map((by) => letters[Math.floor(at / by) % 20]).join('') + letters[at % 7];
}
