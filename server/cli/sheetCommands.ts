import { type CommandDef, FRAMEWORK, HELP } from './commandDef.ts';

/** The commands between documents and spreadsheets. */
export const SHEET_COMMANDS: readonly CommandDef[] = [
  {
    name: 'fill',
    usage: 'FILES…',
    summary: 'Fill tables of measures with the figures of the spreadsheets that they come from.',
    details: [
      'FILES are Markdown and YAML documents, and folders. Where their figures come from is said under',
      '"sources" in touchstone.yaml. Only cells of measures and periods that the tables have are filled.',
    ],
    options: [
      { name: 'update', short: 'u', help: 'Replace figures that differ from their source too.' },
      { name: 'dry-run', short: 'n', help: 'Print what would change as a diff, and change nothing.' },
      FRAMEWORK,
      HELP,
    ],
    exits: '0 all is filled that has a figure, 2 something could not be read or written.',
  },
  {
    name: 'export',
    usage: 'FILES…',
    summary: 'Write measures, actions or findings of documents for a spreadsheet.',
    details: [
      'FILES are documents of any kind that "touchstone check" reads, and folders. Without a file to write',
      'to, CSV goes to standard output. A text that a spreadsheet would take for a formula begins with an',
      'apostrophe in CSV, and is a text in Excel.',
    ],
    options: [
      {
        name: 'what',
        value: 'WHAT',
        choices: ['measures', 'actions', 'findings'],
        help: 'What a row is: a figure with its target, an action, or a finding. Measures without it.',
      },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        help: 'The file to write, which ends in .xlsx or .csv and must not be there yet.',
      },
      { name: 'force', help: 'Write the file even if it is there already.' },
      FRAMEWORK,
      HELP,
    ],
    exits: '0 it is written, 2 something could not be read or written.',
  },
];
