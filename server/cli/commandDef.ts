/** An option of a command, for reading it and for the help that explains it. */
export interface OptionDef {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** The values that there are, where they are few. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface CommandDef {
  readonly name: CommandName;
  /** What follows the command's name. */
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly options: readonly OptionDef[];
  /** What each exit code means. */
  readonly exits: string;
}

export type CommandName =
  | 'check'
  | 'numbers'
  | 'fix'
  | 'diff'
  | 'import'
  | 'fill'
  | 'export'
  | 'explain'
  | 'frameworks'
  | 'new'
  | 'new-framework'
  | 'test-framework'
  | 'dump';

export const HELP: OptionDef = { name: 'help', short: 'h', help: 'Say how to use this command.' };

/** With this option a command lists the frameworks in its help. */
export const FRAMEWORK: OptionDef = {
  name: 'framework',
  value: 'ID',
  help: 'The framework of files that name none; that of PDF, Word, HTML and text files is guessed without it, or with auto.',
};

export const STDIN_NAME: OptionDef = {
  name: 'stdin-name',
  value: 'NAME',
  help: 'What the text on standard input is called: its ending says how to read it.',
};

export const COLOR: OptionDef = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  help: 'Whether to use colours.',
};
