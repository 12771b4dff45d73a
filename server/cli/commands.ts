import { type CommandDef, FRAMEWORK, HELP, type OptionDef } from './commandDef.ts';
import { SHEET_COMMANDS } from './sheetCommands.ts';

const CHECK_EXITS = '0 the check passes, 1 it fails by what is found, 2 something could not be checked.';

/** Of a command that looks at documents from elsewhere. */
const ALL_FORMATS: OptionDef = {
  name: 'all-formats',
  help: 'Check the PDF, Word, HTML and text files of folders too.',
};

const STDIN_NAME: OptionDef = {
  name: 'stdin-name',
  value: 'NAME',
  help: 'What the text on standard input is called: its ending says how to read it.',
};

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

const COLOR: OptionDef = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  help: 'Whether to use colours.',
};

/** Every command with its options, in the order in which the help names them. */
export const COMMANDS: readonly CommandDef[] = [
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
    ],
    options: [
      STDIN_NAME,
      FRAMEWORK,
      ALL_FORMATS,
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
      STDIN_NAME,
      FRAMEWORK,
      ALL_FORMATS,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json'],
        help: 'How to print them; json lists every figure, and what is no quantity too, such as dates and ages.',
      },
      { name: 'all', help: 'List the figures too that nothing can be held against.' },
      FAIL_ON,
      TODAY,
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
      'is a choice, or text would be lost, nothing is changed: that is left to you.',
    ],
    options: [
      { name: 'dry-run', short: 'n', help: 'Print what would change as a diff, and change nothing.' },
      STDIN_NAME,
      FRAMEWORK,
      FAIL_ON,
      TODAY,
      HELP,
    ],
    exits: '0 what is left passes the check, 1 it fails, 2 something could not be checked or written.',
  },
  {
    name: 'import',
    usage: 'FILES…',
    summary: 'Turn a PDF, Word, HTML or text file into a Markdown document.',
    details: [
      'FILES are PDF, Word (.docx), HTML and text files; of several, and of folders, each is written to a',
      'folder. - is a text on standard input. Without a file to write to, the Markdown goes to standard',
      'output. What was left out or put in its place is said with its page, paragraph or line. Pictures are',
      'written to a folder beside the document.',
    ],
    options: [
      {
        ...FRAMEWORK,
        help: 'The framework that the document is to follow; without it, or with auto, a guess.',
      },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        help: 'The file to write, which must not be there yet; one that ends in .yaml is YAML.',
      },
      {
        name: 'output-folder',
        value: 'FOLDER',
        help: 'The folder to write to, one file for each that is imported.',
      },
      { name: 'yaml', help: 'Write YAML in place of Markdown.' },
      { name: 'force', help: 'Write a file even if it is there already.' },
      HELP,
    ],
    exits: '0 all is imported, 2 something could not be read or written.',
  },
  ...SHEET_COMMANDS,
  {
    name: 'new',
    usage: '[FRAMEWORK]',
    summary: 'Begin a document: its fields, and every section that its framework asks for.',
    details: [
      'FRAMEWORK is the id of a framework; without one they are listed. The document goes to standard',
      'output unless a file is named. What is not given stands in square brackets, which "touchstone',
      'check" finds until it is filled in.',
    ],
    options: [
      { name: 'title', value: 'TEXT', help: 'The title of the document.' },
      { name: 'organisation', value: 'TEXT', help: 'The organisation or area that it is about.' },
      { name: 'date', value: 'DATE', help: 'The day that it speaks from, such as 2026-03-31.' },
      {
        name: 'field',
        value: 'NAME=VALUE',
        help: 'Any other field; may come more than once, and for one field that makes a list.',
      },
      {
        name: 'yaml',
        help: 'Write YAML in place of Markdown; a file whose name ends in .yaml is YAML anyway.',
      },
      { name: 'output', short: 'o', value: 'FILE', help: 'The file to write, which must not be there yet.' },
      HELP,
    ],
    exits: '0 it is written, 2 it could not be.',
  },
  {
    name: 'explain',
    usage: '[RULE]',
    summary: 'Say what a rule finds and why, and how the mended text looks.',
    details: [
      'RULE is named as findings name it, such as number/share-mismatch. Of a family, such as number,',
      'its rules are listed; without RULE all are. RULES.md says the same.',
    ],
    options: [HELP],
    exits: '0 it is explained, 2 there is no such rule.',
  },
  {
    name: 'frameworks',
    usage: '[ID]',
    summary: 'List the frameworks, or say what one asks for: fields, scales and sections.',
    details: [
      'The frameworks are those that are shipped and, where a touchstone.yaml lies in the folder that',
      'you are in or above it, those that *.framework.yaml files below it define.',
    ],
    options: [
      { name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'How to print the list.' },
      HELP,
    ],
    exits: '0 all are shown, 2 there is no such framework or one could not be read.',
  },
  {
    name: 'new-framework',
    usage: '--from REPORTS…',
    summary: 'Make a first framework from documents of a kind that has none yet.',
    details: [
      'REPORTS are Markdown, YAML or text files, the more the better: a section that all of them have is',
      'taken for required. Comments in the framework say what to look at before you rely on it.',
    ],
    options: [
      { name: 'from', value: 'REPORT', help: 'The first of the documents; others may follow it.' },
      { name: 'id', value: 'ID', help: 'The name of the framework, such as council-annual-report.' },
      { name: 'title', value: 'TITLE', help: 'What the framework is called in menus and messages.' },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        help: 'The file to write, such as council.framework.yaml, which must not be there yet.',
      },
      HELP,
    ],
    exits: '0 it is made, 2 a document could not be read or the framework could not be written.',
  },
  {
    name: 'test-framework',
    usage: '[FILES|IDS…]',
    summary: 'Run the examples that frameworks bring along as their own tests.',
    details: [
      'FILES are framework files and IDS the ids of frameworks; without any, all frameworks are tested that',
      'there are where you stand. In each example exactly what its "findings" list must be found.',
    ],
    options: [
      { name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'How to print what comes of it.' },
      {
        name: 'quiet',
        short: 'q',
        help: 'Print only what fails.',
      },
      COLOR,
      HELP,
    ],
    exits: '0 all examples hold, 1 one fails or a framework has faults, 2 something could not be tested.',
  },
  {
    name: 'dump',
    usage: 'FILE',
    summary:
      'Show what Touchstone reads in a report: fields, sections, judgements, paragraphs, recommendations.',
    details: ['FILE may be a text file, or - for standard input.'],
    options: [
      STDIN_NAME,
      FRAMEWORK,
      {
        name: 'what',
        value: 'WHAT',
        choices: ['report', 'model'],
        help: 'The report as its framework sees it, or the blocks that it is made of.',
      },
      HELP,
    ],
    exits: '0 the report is shown, 2 it could not be read.',
  },
];

/** Options that stand in place of a command. */
export const GLOBAL_OPTIONS: readonly OptionDef[] = [
  { name: 'help', short: 'h', help: 'Say how to use Touchstone, or one of its commands.' },
  { name: 'version', short: 'V', help: 'Say which version this is.' },
];
