import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUILTIN } from '../../server/framework/builtin.generated.ts';
import { type Fence, readParts } from '../harness/fixture.ts';
import { runIn } from './runIn.ts';

/** Files in a folder, a command, and what it prints. */
export interface CliCase {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly console: Fence;
}

/**
 * The cases of a literate test. A fence whose info string ends with a file name, such as `md autumn.report.md`,
 * is that file; those before the first case are there in every case. `\u{202E}` in a file is that character.
 * A `console` fence begins with the command behind `$`; lines on standard error begin with `! `.
 */
export function readCliCases(file: string): readonly CliCase[] {
  const [common, ...cases] = readParts(readFileSync(file, 'utf8').split('\n'));
  return cases.flatMap(({ name, fences }) => {
    const printed = fences.find(({ info }) => info === 'console');
    const files = [...(common?.fences ?? []), ...fences].flatMap(readFile);
    return printed === undefined ? [] : [{ name, files: new Map(files), console: printed }];
  });
}

function readFile({ info, text }: Fence): readonly (readonly [string, string])[] {
  const name = info.split(/\s+/)[1];
  if (name === undefined) return [];
  const character = (_: string, code: string) => String.fromCodePoint(Number.parseInt(code, 16));
  return [[name, `${text.replace(/\\u\{([0-9A-F]+)\}/g, character)}\n`]];
}

/** Runs the command of a case in a folder, and answers what its `console` fence should hold. */
export async function transcript({ files, console }: CliCase, folder: string): Promise<string> {
  writeFiles(folder, files);
  const [command = ''] = console.text.split('\n');
  const [words = '', input] = command.replace(/^\$ touchstone ?/, '').split(' < ');
  const { code, printed } = await runIn(folder, words === '' ? [] : words.split(' '), {
    stdin: input === undefined ? '' : (files.get(input) ?? ''),
  });
  const lines = printed === '' ? [] : listingOnce(printed.trimEnd().split('\n'));
  return [command, ...lines, `exit ${code}`].join('\n');
}

/** The list of the frameworks that are shipped as one line, so that a new one changes no case. */
function listingOnce(lines: readonly string[]): readonly string[] {
  const shipped = (line: string | undefined) => BUILTIN.has(line?.trim() ?? '');
  return lines
    .map((line) => (shipped(line) ? '  (the frameworks that are shipped)' : line))
    .filter((_, index) => !shipped(lines[index]) || !shipped(lines[index - 1]));
}

/** Writes files, and the folders that they are in. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
