import { parseArgs } from 'node:util';
import { nearest } from '../framework/name.ts';
import type { Severity } from '../text/problem.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { readDate } from '../values/dates.ts';
import { COMMANDS, type CommandDef, type CommandName, GLOBAL_OPTIONS, type OptionDef } from './commands.ts';

/** What the command line asks for. */
export type Args =
  | CheckArgs
  | FixArgs
  | ImportArgs
  | ExplainArgs
  | FrameworksArgs
  | TestArgs
  | DumpArgs
  | { readonly command: 'version' }
  | { readonly command: 'help'; readonly of: CommandName | undefined }
  | { readonly command: 'wrong'; readonly message: string };

/** The severity from which a check fails. */
export type FailOn = Severity | 'never';

/** Which files to look at, and how. */
export interface FilesArgs {
  readonly paths: readonly string[];
  readonly stdinName: string | undefined;
  readonly framework: string | undefined;
  /** Undefined where configuration decides. */
  readonly failOn: FailOn | undefined;
  /** The day that counts as today where a document has no date; the clock is never asked. */
  readonly today: CalendarDate | undefined;
}

export interface FixArgs extends FilesArgs {
  readonly command: 'fix';
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
}

export interface CheckArgs extends FilesArgs {
  readonly command: 'check';
  readonly format: 'text' | 'json';
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  /** List every tie between figures instead of findings. */
  readonly explainNumbers: boolean;
}

export interface ImportArgs {
  readonly command: 'import';
  readonly path: string;
  readonly framework: string | undefined;
  /** The file to write; undefined for standard output. */
  readonly output: string | undefined;
  /** Write over a file that is there already. */
  readonly force: boolean;
}

export interface ExplainArgs {
  readonly command: 'explain';
  /** Undefined to list them all. */
  readonly rule: string | undefined;
}

export interface FrameworksArgs {
  readonly command: 'frameworks';
  /** Undefined to list them all. */
  readonly id: string | undefined;
}

export interface TestArgs {
  readonly command: 'test-framework';
  /** Files and ids; empty for all frameworks. */
  readonly wanted: readonly string[];
  readonly format: 'text' | 'json';
  readonly color: CheckArgs['color'];
  /** Print only what fails. */
  readonly quiet: boolean;
}

export interface DumpArgs {
  readonly command: 'dump';
  readonly path: string;
  readonly stdinName: string | undefined;
  readonly framework: string | undefined;
  readonly what: 'report' | 'model';
}

/** Reads the arguments behind the program's name. */
export function readArgs(argv: readonly string[]): Args {
  const [first, ...rest] = argv;
  if (first === undefined) return wrong('Say what to do, as in "touchstone check"');
  if (first.startsWith('-') && first !== '-') return withoutCommand(first);
  if (first === 'help') return helpOn(rest[0]);
  const def = COMMANDS.find((command) => command.name === first);
  if (def === undefined) return wrong(unknownCommand(first));
  return withCommand(def, rest);
}

function withoutCommand(option: string): Args {
  const def = GLOBAL_OPTIONS.find(({ name, short }) => option === `--${name}` || option === `-${short}`);
  if (def?.name === 'version') return { command: 'version' };
  if (def?.name === 'help') return { command: 'help', of: undefined };
  const known = COMMANDS.some((command) => command.options.some(({ name }) => option === `--${name}`));
  if (known) return wrong(`${option} goes behind a command, as in "touchstone check ${option}"`);
  return wrong(`There is no option "${option}"${suggestion(option, GLOBAL_OPTIONS)}`);
}

function helpOn(command: string | undefined): Args {
  const def = COMMANDS.find(({ name }) => name === command);
  if (command !== undefined && def === undefined) return wrong(unknownCommand(command));
  return { command: 'help', of: def?.name };
}

function unknownCommand(name: string): string {
  const meant = nearest(name, COMMANDS, (command) => command.name)[0]?.name;
  if (meant !== undefined) return `There is no command "${name}"; did you mean "${meant}"?`;
  const path = /[./\\]/.test(name) ? `; did you mean "touchstone check ${name}"?` : '';
  return `There is no command "${name}"${path}`;
}

/** What was given for the options of a command, by name; a switch that was given is true. */
type Values = ReadonlyMap<string, string | true>;

function withCommand(def: CommandDef, argv: readonly string[]): Args {
  const { values, paths, fault } = parse(def, argv);
  if (values.has('help')) return { command: 'help', of: def.name };
  if (fault !== undefined) return wrong(fault);
  if (values.has('stdin-name') && !paths.includes('-')) {
    return wrong('"--stdin-name" goes with "-", which stands for standard input');
  }
  const today = text(values, 'today');
  if (today !== undefined && readDate(today)?.exists !== true) {
    return wrong(`"--today" needs a day such as 2026-03-31, not "${today}"`);
  }
  return READERS[def.name](paths, values);
}

type Reader = (paths: readonly string[], values: Values) => Args;

const READERS: Readonly<Record<CommandName, Reader>> = {
  check: (paths, values) => ({
    command: 'check',
    paths,
    ...common(values),
    failOn: failOn(values),
    today: readDate(text(values, 'today') ?? '')?.date,
    format: text(values, 'format') === 'json' ? 'json' : 'text',
    color: colour(values),
    quiet: values.has('quiet'),
    explainNumbers: values.has('explain-numbers'),
  }),
  fix: (paths, values) => ({
    command: 'fix',
    paths,
    ...common(values),
    failOn: failOn(values),
    today: readDate(text(values, 'today') ?? '')?.date,
    dryRun: values.has('dry-run'),
  }),
  import([path, another], values) {
    if (path === undefined || another !== undefined) return wrong('"touchstone import" takes one file');
    const output = text(values, 'output');
    if (values.has('force') && output === undefined) return wrong('"--force" goes with "--output"');
    return {
      command: 'import',
      path,
      framework: text(values, 'framework'),
      output,
      force: values.has('force'),
    };
  },
  explain([rule, another]) {
    return another === undefined
      ? { command: 'explain', rule }
      : wrong('"touchstone explain" takes one rule');
  },
  frameworks([id, another]) {
    return another === undefined
      ? { command: 'frameworks', id }
      : wrong('"touchstone frameworks" takes one framework');
  },
  'test-framework': (wanted, values) => ({
    command: 'test-framework',
    wanted,
    format: text(values, 'format') === 'json' ? 'json' : 'text',
    color: colour(values),
    quiet: values.has('quiet'),
  }),
  dump([path, another], values) {
    if (path === undefined || another !== undefined) return wrong('"touchstone dump" takes one file');
    const what = text(values, 'what') === 'model' ? 'model' : 'report';
    return { command: 'dump', path, ...common(values), what };
  },
};

function common(values: Values) {
  return { stdinName: text(values, 'stdin-name'), framework: text(values, 'framework') };
}

function colour(values: Values): CheckArgs['color'] {
  return (text(values, 'color') as CheckArgs['color'] | undefined) ?? 'auto';
}

function failOn(values: Values): FailOn | undefined {
  return text(values, 'fail-on') as FailOn | undefined;
}

/** What was given for an option that takes a value. */
function text(values: Values, name: string): string | undefined {
  const value = values.get(name);
  return value === true ? undefined : value;
}

interface Parsed {
  readonly values: Values;
  readonly paths: readonly string[];
  /** The first thing that is wrong. */
  readonly fault: string | undefined;
}

function parse(def: CommandDef, argv: readonly string[]): Parsed {
  const options = Object.fromEntries(
    def.options.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  );
  // Not strict, so that what is wrong is said in our own words.
  const { tokens } = parseArgs({
    args: argv.map(british),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const paths: string[] = [];
  let fault: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    fault ??= optionFault(def, token);
    values.set(token.name, token.value ?? true);
  }
  return { values, paths, fault };
}

/** An option may be spelt as its users spell the word. */
function british(argument: string): string {
  return argument.replace(/^--colour(?==|$)/, '--color');
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionFault(
  command: CommandDef,
  { name, rawName, value, inlineValue }: OptionToken,
): string | undefined {
  const option = command.options.find((candidate) => candidate.name === name);
  if (option === undefined) {
    return `There is no option "${rawName}" of "touchstone ${command.name}"${suggestion(rawName, command.options)}`;
  }
  if (option.value === undefined) {
    return value === undefined ? undefined : `"${rawName}" is a switch and takes no value`;
  }
  // The next option is no value, though a value with an equals sign may begin as it likes.
  if (value === undefined || value === '' || (inlineValue !== true && /^-./.test(value))) {
    return `"${rawName}" needs a value: ${option.choices?.join(', ') ?? option.value}`;
  }
  if (option.choices === undefined || option.choices.includes(value)) return undefined;
  const meant = nearest(value, option.choices, (choice) => choice)[0];
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return `"${rawName}" is one of ${option.choices.join(', ')}, not "${value}"${hint}`;
}

function suggestion(written: string, options: readonly OptionDef[]): string {
  const word = written.replace(/^-+/, '');
  const begun = options.find(({ name }) => word.length > 1 && name.startsWith(word));
  const meant = nearest(word, options, ({ name }) => name)[0] ?? begun;
  return meant === undefined ? '' : `; did you mean "--${meant.name}"?`;
}

function wrong(sentence: string): Args {
  const end = /[?]$/.test(sentence) ? ' ' : '. ';
  return { command: 'wrong', message: `${sentence}${end}Try "touchstone --help".` };
}
