import { parseArgs } from 'node:util';
import { nearest } from '../framework/name.ts';
import type { CommandDef, OptionDef } from './commandDef.ts';

/** What was given for the options of a command, by name: each value in its order, none for a switch. */
export type OptionValues = ReadonlyMap<string, readonly string[]>;

interface Parsed {
  readonly values: OptionValues;
  readonly paths: readonly string[];
  /** The first thing that is wrong. */
  readonly fault: string | undefined;
}

/** Reads what stands behind a command's name. */
export function readOptions(def: CommandDef, argv: readonly string[]): Parsed {
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
  const values = new Map<string, readonly string[]>();
  const paths: string[] = [];
  let fault: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    fault ??= optionFault(def, token);
    const given = token.value === undefined ? [] : [token.value];
    values.set(token.name, [...(values.get(token.name) ?? []), ...given]);
  }
  return { values, paths, fault };
}

/** What was given for an option that takes a value: the last counts. */
export function text(values: OptionValues, name: string): string | undefined {
  return values.get(name)?.at(-1);
}

/** Everything that was given for an option that may come more than once. */
export function all(values: OptionValues, name: string): readonly string[] {
  return values.get(name) ?? [];
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

/** A hint at the option that was meant. */
export function suggestion(written: string, options: readonly OptionDef[]): string {
  const word = written.replace(/^-+/, '');
  const begun = options.find(({ name }) => word.length > 1 && name.startsWith(word));
  const meant = nearest(word, options, ({ name }) => name)[0] ?? begun;
  return meant === undefined ? '' : `; did you mean "--${meant.name}"?`;
}
