import { CHECK_COMMANDS } from './checkCommands.ts';
import { COLOR, type CommandDef, FRAMEWORK, HELP, type OptionDef, STDIN_NAME } from './commandDef.ts';
import { SHEET_COMMANDS } from './sheetCommands.ts';

/** Every command with its options, in the order in which the help names them. */
export const COMMANDS: readonly CommandDef[] = [
  ...CHECK_COMMANDS,
  {
    name: 'diff',
    usage: 'BEFORE AFTER',
    summary: 'Say how two versions of a report differ in what they say.',
    details: [
      'Told are judgements, statuses, figures, targets, dates, actions, recommendations, sections and fields',
      'that have changed, each with its place in both versions; then the sentences that have other words, and',
      'what is found in one version only. What was only moved, wrapped or put in order is no change.',
      '',
      'BEFORE and AFTER are two files of any kind that "touchstone check" reads, or two folders, whose files',
      'are compared by their names. One of them may be - for standard input, which is taken for a file of the',
      'name of the other: so git can send the version that was last committed, as in',
      '',
      '  git show HEAD:report.md | touchstone diff - report.md',
    ],
    options: [
      STDIN_NAME,
      FRAMEWORK,
      { name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'How to print what has changed.' },
      { name: 'exit-code', help: 'End with 1 where something has changed.' },
      COLOR,
      HELP,
    ],
    exits: '0 they are compared, 1 with --exit-code something has changed, 2 something could not be read.',
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
