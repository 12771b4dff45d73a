import { formatByName } from '../convert/format.ts';
import { nearest } from '../framework/name.ts';
import { readDate } from '../values/dates.ts';
import { all, type OptionValues, readOptions, suggestion, text } from './argOptions.ts';
import type { Args, BaselineDeedArgs, CheckArgs, CommentsArgs, ExportArgs, FailOn } from './args.ts';
import type { BaselineChoice } from './baselineFile.ts';
import type { CommandDef, CommandName } from './commandDef.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './commands.ts';

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

function withCommand(def: CommandDef, argv: readonly string[]): Args {
  const { values, paths, fault } = readOptions(def, argv);
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

type Reader = (paths: readonly string[], values: OptionValues) => Args;

const READERS: Readonly<Record<CommandName, Reader>> = {
  check(paths, values) {
    const printed = text(values, 'format');
    if (values.has('what') && printed !== 'csv') return wrong('"--what" goes with "--format csv"');
    const comments = commentsArgs(paths, values);
    if (typeof comments === 'string') return wrong(comments);
    const deed = baselineDeed(paths, values);
    if (typeof deed === 'string') return wrong(deed);
    return {
      command: 'check',
      paths,
      ...common(values),
      foreign: values.has('all-formats') ? 'all' : 'wanted',
      failOn: failOn(values),
      today: readDate(text(values, 'today') ?? '')?.date,
      format: printed === 'csv' ? 'csv' : format(values),
      what: text(values, 'what') === 'documents' ? 'documents' : 'findings',
      color: colour(values),
      quiet: values.has('quiet'),
      explainNumbers: values.has('explain-numbers'),
      comments,
      deed,
      baseline: deed?.kind === 'write' ? 'everything' : baseline(values),
    };
  },
  numbers: (paths, values) => ({
    command: 'numbers',
    paths,
    all: values.has('all'),
    ...common(values),
    foreign: values.has('all-formats') ? 'all' : 'wanted',
    failOn: failOn(values),
    today: readDate(text(values, 'today') ?? '')?.date,
    format: format(values),
    color: colour(values),
    baseline: baseline(values),
  }),
  fix: (paths, values) => ({
    command: 'fix',
    paths,
    ...common(values),
    foreign: 'none',
    failOn: failOn(values),
    today: readDate(text(values, 'today') ?? '')?.date,
    dryRun: values.has('dry-run'),
    baseline: baseline(values),
  }),
  diff(paths, values) {
    const [before, after, another] = paths;
    if (before === undefined || after === undefined || another !== undefined) {
      return wrong('Say which two versions to compare, as in "touchstone diff before.md after.md"');
    }
    if (before === '-' && after === '-')
      return wrong('Only one of the two versions can be on standard input');
    return {
      command: 'diff',
      before,
      after,
      ...common(values),
      format: format(values),
      color: colour(values),
      exitCode: values.has('exit-code'),
    };
  },
  import(paths, values) {
    const output = text(values, 'output');
    const folder = text(values, 'output-folder');
    if (paths.length === 0) return wrong('Say which file to import, as in "touchstone import report.pdf"');
    if (folder === undefined && paths.length > 1) {
      return wrong('Say where to write what several files are turned into, as in "--output-folder imported"');
    }
    if (folder !== undefined && output !== undefined) {
      return wrong('"--output" and "--output-folder" do not go together');
    }
    if (values.has('force') && output === undefined && folder === undefined) {
      return wrong('"--force" goes with "--output" or "--output-folder"');
    }
    return {
      command: 'import',
      paths,
      framework: framework(values),
      output,
      folder,
      yaml: values.has('yaml'),
      force: values.has('force'),
    };
  },
  fill(paths, values) {
    if (paths.length === 0) return wrong('Say what to fill, as in "touchstone fill report.md"');
    return {
      command: 'fill',
      paths,
      framework: framework(values),
      dryRun: values.has('dry-run'),
      isUpdate: values.has('update'),
    };
  },
  export(paths, values) {
    const output = text(values, 'output');
    if (paths.length === 0) return wrong('Say what to export, as in "touchstone export report.md"');
    if (output !== undefined && !/\.(?:xlsx|csv)$/i.test(output)) {
      return wrong(`What is exported ends in .xlsx or .csv, not "${output}"`);
    }
    if (values.has('force') && output === undefined) return wrong('"--force" goes with "--output"');
    const what = (text(values, 'what') as ExportArgs['what'] | undefined) ?? 'measures';
    return {
      command: 'export',
      paths,
      framework: framework(values),
      what,
      output,
      force: values.has('force'),
    };
  },
  explain([rule, another]) {
    return another === undefined
      ? { command: 'explain', rule }
      : wrong('"touchstone explain" takes one rule');
  },
  frameworks([id, another], values) {
    return another === undefined
      ? { command: 'frameworks', id, format: format(values) }
      : wrong('"touchstone frameworks" takes one framework');
  },
  new([framework, another], values) {
    if (another !== undefined) return wrong('"touchstone new" takes one framework');
    const unnamed = all(values, 'field').find((field) => field.indexOf('=') < 1);
    if (unnamed !== undefined) {
      return wrong(`"--field" needs a name and a value such as "author=Head of service", not "${unnamed}"`);
    }
    const own = ['title', 'organisation', 'date'].flatMap((name) => {
      const value = text(values, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      command: 'new',
      framework,
      fields: [...own, ...all(values, 'field').map(nameAndValue)],
      yaml: values.has('yaml'),
      output: text(values, 'output'),
    };
  },
  'new-framework'(others, values) {
    const first = text(values, 'from');
    if (first === undefined) return wrong('Say which documents it is for, as in "--from report.md"');
    const id = text(values, 'id');
    if (id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      return wrong(
        `"--id" takes small letters, digits and single hyphens, as in "annual-report", not "${id}"`,
      );
    }
    return {
      command: 'new-framework',
      paths: [first, ...others],
      id,
      title: text(values, 'title'),
      output: text(values, 'output'),
    };
  },
  'test-framework': (wanted, values) => ({
    command: 'test-framework',
    wanted,
    format: format(values),
    color: colour(values),
    quiet: values.has('quiet'),
  }),
  dump([path, another], values) {
    if (path === undefined || another !== undefined) return wrong('"touchstone dump" takes one file');
    const what = text(values, 'what') === 'model' ? 'model' : 'report';
    return { command: 'dump', path, ...common(values), what };
  },
};

/** Answers what is wrong with them in words. */
function commentsArgs(
  [input, another]: readonly string[],
  values: OptionValues,
): CommentsArgs | string | undefined {
  const file = text(values, 'comments');
  if (file === undefined) return values.has('force') ? '"--force" goes with "--comments"' : undefined;
  if (input === undefined || another !== undefined || formatByName(input) !== 'word') {
    return '"--comments" goes with one Word document, as in "touchstone check letter.docx --comments commented.docx"';
  }
  return { input, file, force: values.has('force') };
}

const BASELINE_OPTIONS = ['write-baseline', 'prune-baseline', 'no-baseline', 'baseline'];

/** Answers what is wrong with it in words. */
function baselineDeed(paths: readonly string[], values: OptionValues): BaselineDeedArgs | string | undefined {
  const [first, second] = BASELINE_OPTIONS.filter((name) => values.has(name));
  const isPruned = first === 'prune-baseline' && second === 'baseline';
  if (first !== undefined && second !== undefined && !isPruned) {
    return `"--${first}" and "--${second}" do not go together`;
  }
  if (first !== 'write-baseline' && first !== 'prune-baseline') return undefined;
  if (values.has('comments')) return `"--${first}" and "--comments" do not go together`;
  if (paths.includes('-')) return `"--${first}" goes with files, and not with "-"`;
  if (first === 'prune-baseline') return { kind: 'prune' };
  return { kind: 'write', file: text(values, first) ?? '' };
}

function baseline(values: OptionValues): BaselineChoice {
  const file = text(values, 'baseline');
  if (file !== undefined) return { file };
  return values.has('no-baseline') ? 'none' : 'configured';
}

function common(values: OptionValues) {
  return { stdinName: text(values, 'stdin-name'), framework: framework(values) };
}

function framework(values: OptionValues): string | undefined {
  const named = text(values, 'framework');
  return named === 'auto' ? undefined : named;
}

function format(values: OptionValues): 'text' | 'json' {
  return text(values, 'format') === 'json' ? 'json' : 'text';
}

function nameAndValue(field: string): readonly [string, string] {
  const at = field.indexOf('=');
  return [field.slice(0, at).trim(), field.slice(at + 1).trim()];
}

function colour(values: OptionValues): CheckArgs['color'] {
  return (text(values, 'color') as CheckArgs['color'] | undefined) ?? 'auto';
}

function failOn(values: OptionValues): FailOn | undefined {
  return text(values, 'fail-on') as FailOn | undefined;
}

function wrong(sentence: string): Args {
  const end = /[?]$/.test(sentence) ? ' ' : '. ';
  return { command: 'wrong', message: `${sentence}${end}Try "touchstone --help".` };
}
