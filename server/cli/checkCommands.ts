import { COLOR, type CommandDef, FRAMEWORK, HELP, type OptionDef, STDIN_NAME } from './commandDef.ts';

const CHECK_EXITS = '0 the check passes, 1 it fails by what is found, 2 something could not be checked.';

/** Of a command that looks at documents from elsewhere. */
const ALL_FORMATS: OptionDef = {
  name: 'all-formats',
  help: 'Check the PDF, Word, HTML and text files of folders too.',
};

/** How documents are read, whatever is asked of them. */
const READING: readonly OptionDef[] = [STDIN_NAME, FRAMEWORK, ALL_FORMATS];

const FAIL_ON: OptionDef = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: ['error', 'warning', 'info', 'hint', 'never'],
  help: 'The least severity that makes the check fail: warning, or what touchstone.yaml says.',
};

const TODAY: OptionDef = {
  name: 'today',
  value: 'DATE',
  help: 'The day that counts as today in documents without a date, such as 2026-03-31.',
};

const BASELINE: readonly OptionDef[] = [
  {
    name: 'baseline',
    value: 'FILE',
    help: 'Set aside what this file has, in place of what touchstone.yaml names as "baseline".',
  },
  { name: 'no-baseline', help: 'Set nothing aside.' },
];

/** The commands that check documents. */
export const CHECK_COMMANDS: readonly CommandDef[] = [
  {
    name: 'check',
    usage: '[PATHS…]',
    summary: 'Check reports, touchstone.yaml and framework files.',
    details: [
      'PATHS are files, folders and patterns such as "reports/*.pdf"; without any, the folder that you are',
      'in. Of a folder every *.md, *.yaml and *.yml below it that is a Touchstone document is checked, but',
      'for what the nearest touchstone.yaml excludes. - is standard input.',
      '',
      'PDF, Word (.docx), HTML and text files are imported in memory to be checked, and what is found is told',
      'with its page or paragraph and its words. They are checked when they are named, and those of a folder',
      'with --all-formats, or where "import" in touchstone.yaml has a pattern for them. Of a folder without',
      'any Touchstone document the PDF and Word files are checked. One that follows no known framework is',
      'told of, and could not be checked only if you named it. After two minutes a file is given up.',
      '',
      'What is found in old documents can be set aside: --write-baseline writes it to a file, and once',
      'touchstone.yaml names that as "baseline", only what is new is told. Of documents that are not checked',
      'the file keeps what it has. It goes by rules, messages and words, and never by lines.',
    ],
    options: [
      ...READING,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json', 'csv'],
        help: 'How to print findings; csv is for spreadsheets, in UTF-8 with a byte-order mark.',
      },
      {
        name: 'what',
        value: 'WHAT',
        choices: ['findings', 'documents'],
        help: 'What a row of csv is: a finding, or a document with all its judgements.',
      },
      FAIL_ON,
      TODAY,
      ...BASELINE,
      {
        name: 'write-baseline',
        value: 'FILE',
        help: 'Write all that is found to this file, such as touchstone-baseline.json, to be set aside from now on.',
      },
      { name: 'prune-baseline', help: 'Take out of the baseline what is found no more.' },
      COLOR,
      {
        name: 'quiet',
        short: 'q',
        help: 'One line for each finding, and nothing at all when there is none.',
      },
      {
        name: 'comments',
        value: 'FILE.docx',
        help: 'Write the one Word document that is checked to this file, with a comment at each finding.',
      },
      { name: 'force', help: 'Write the file of --comments even if it is there already.' },
      {
        name: 'explain-numbers',
        help: 'List the checks of numbers in place of findings, as "touchstone numbers --all" does.',
      },
      HELP,
    ],
    exits: CHECK_EXITS,
  },
  {
    name: 'numbers',
    usage: '[PATHS…]',
    summary: 'Check numbers alone: list what contradicts each other, and what was checked and holds.',
    details: [
      'PATHS are files, folders and patterns as of "touchstone check"; PDF, Word, HTML and text files are',
      'listed by page or paragraph. For each file it says how much could be checked; then follow, each with',
      'its place and the working, the figures that contradict each other, and those that were checked and',
      'hold, so that silence is known to be a check that passed. Figures that nothing can be held against',
      'are counted, with the reason.',
    ],
    options: [
      ...READING,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json'],
        help: 'How to print them; json lists every figure, and what is no quantity too, such as dates and ages.',
      },
      { name: 'all', help: 'List the figures too that nothing can be held against.' },
      FAIL_ON,
      TODAY,
      ...BASELINE,
      COLOR,
      HELP,
    ],
    exits: '0 no figures contradict each other, 1 some do, 2 something could not be checked.',
  },
  {
    name: 'fix',
    usage: '[PATHS…]',
    summary: 'Mend what can be mended in one way only and without losing text.',
    details: [
      'PATHS are files and folders as of "touchstone check"; of - the mended text is printed. Where there',
      'is a choice, or text would be lost, nothing is changed: that is left to you. What the baseline sets',
      'aside is left as it is too.',
    ],
    options: [
      { name: 'dry-run', short: 'n', help: 'Print what would change as a diff, and change nothing.' },
      STDIN_NAME,
      FRAMEWORK,
      FAIL_ON,
      TODAY,
      ...BASELINE,
      HELP,
    ],
    exits: '0 what is left passes the check, 1 it fails, 2 something could not be checked or written.',
  },
];
