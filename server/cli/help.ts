import { BUILTIN } from '../framework/builtin.generated.ts';
import { type CommandDef, type CommandName, FRAMEWORK, type OptionDef } from './commandDef.ts';
import { COMMANDS, GLOBAL_OPTIONS } from './commands.ts';

/** How to use Touchstone, or one of its commands. */
export function help(of: CommandName | undefined): string {
  const command = COMMANDS.find(({ name }) => name === of);
  return `${(command === undefined ? overview() : commandHelp(command)).join('\n')}\n`;
}

function overview(): readonly string[] {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    'Touchstone checks that inspection reports and self-evaluations have what their framework',
    'asks for and agree with themselves. Nothing leaves this machine.',
    '',
    'Usage: touchstone COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    ...optionLines(GLOBAL_OPTIONS),
    '',
    'Examples:',
    '  touchstone check',
    '  touchstone check report.md --fail-on error',
    '  touchstone check published-report.pdf',
    '  touchstone check reports-of-a-year --format csv > findings.csv',
    '  touchstone numbers report.md',
    '  touchstone explain number/share-mismatch',
    '',
    'See touchstone COMMAND --help for the options of a command.',
    '',
    'Exit codes: 0 all is well, 1 a check fails by what is found, 2 something could not be done.',
  ];
}

function commandHelp({ name, usage, summary, details, options, exits }: CommandDef): readonly string[] {
  return [
    summary,
    '',
    `Usage: touchstone ${name} ${usage} [OPTIONS]`,
    '',
    ...details,
    '',
    'Options:',
    ...optionLines(options),
    '',
    ...(options.some(({ name }) => name === FRAMEWORK.name) ? frameworkLines() : []),
    `Exit codes: ${exits}`,
  ];
}

function frameworkLines(): readonly string[] {
  return [
    'Frameworks, besides those that *.framework.yaml files below a touchstone.yaml define:',
    ...[...BUILTIN.keys()].map((id) => `  ${id}`),
    '',
  ];
}

function optionLines(options: readonly OptionDef[]): readonly string[] {
  const heads = options.map(optionHead);
  const width = Math.max(...heads.map((head) => head.length));
  return options.flatMap(({ help, choices }, index) => {
    const line = `  ${(heads[index] ?? '').padEnd(width)}  ${help}`;
    return choices === undefined ? [line] : [line, `${' '.repeat(width + 4)}One of ${choices.join(', ')}.`];
  });
}

function optionHead({ name, short, value }: OptionDef): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? `    ${long}` : `-${short}, ${long}`;
}
