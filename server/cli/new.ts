import path from 'node:path';
import { frameworkChoices } from '../features/frameworkChoices.ts';
import { answerFault, fieldKeyOf } from '../features/questions.ts';
import { scaffold } from '../features/scaffold.ts';
import type { LibraryEntry } from '../framework/library.ts';
import { nearest } from '../framework/name.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import type { Syntax } from '../model/model.ts';
import { BUILT_IN_FIELDS } from '../report/builtInFields.ts';
import { RULES } from '../rules/registry.generated.ts';
import { listedWords } from '../values/listing.ts';
import type { NewArgs } from './args.ts';
import { slashes } from './disk.ts';
import { exampleId } from './exampleId.ts';
import { shownFrom } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { fileKind } from './names.ts';
import { groupLines } from './output/frameworkList.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { type DiskPack, Packs } from './packs.ts';
import { createFile } from './write.ts';

/** `touchstone new`: writes the whole text of a new document, or says which frameworks it could follow. */
export async function newReport(args: NewArgs, io: Io): Promise<number> {
  const file = args.output === undefined ? undefined : slashes(path.resolve(io.cwd, args.output));
  const pack = await new Packs().of(file ?? slashes(path.join(io.cwd, 'any')));
  if (args.framework === undefined) return list(pack, io);
  const begun = begin(args, args.framework, pack);
  if ('fault' in begun) return fail(begun.fault, io);
  const { text, gaps } = begun;
  if (file === undefined) {
    io.out(visibleLines(text, io));
    return EXIT.clean;
  }
  const written = await createFile(file, text);
  if (!written.ok) return fail(`${args.output}: ${written.problem}`, io);
  io.err(
    `${visible(`${args.output} is written, with ${count(gaps.length, 'place')} still to be filled in.`)}\n`,
  );
  return EXIT.clean;
}

function fail(sentence: string, io: Io): number {
  io.err(`${visible(sentence)}\n`);
  return EXIT.notRun;
}

function list({ pack }: DiskPack, io: Io): number {
  const lines = groupLines(frameworkChoices(pack.library), (file) => shownFrom(io.cwd, file));
  const example = `Name one of these, as in "touchstone new ${exampleId(pack)} --output report.md".`;
  io.out(`${[...lines, '', example].map(visible).join('\n')}\n`);
  return EXIT.clean;
}

interface Fault {
  readonly fault: string;
}

function begin(args: NewArgs, id: string, { pack }: DiskPack): ReturnType<typeof scaffold> | Fault {
  const { library } = pack;
  const entry = library.get(id);
  if (entry === undefined) {
    const meant = nearest(id, library.ids(), (known) => known).slice(0, 3);
    const hint = meant.length === 0 ? '.' : `; did you mean ${listedWords(meant, 'or')}?`;
    return { fault: `There is no framework "${id}"${hint} "touchstone new" lists them all.` };
  }
  const syntax = syntaxOf(args);
  if (typeof syntax !== 'string') return syntax;
  const answers = answersOf(args, entry);
  if ('fault' in answers) return answers;
  for (const answer of answers) {
    const fault = answerFault(entry.vocabulary, answer, { library, rules: RULES });
    if (fault !== undefined) return { fault };
  }
  return scaffold({ entry, syntax, answers });
}

/** The name of a file says how it is to be written, unless it is said already. */
function syntaxOf({ yaml, output }: NewArgs): Syntax | Fault {
  const kind = fileKind(output ?? (yaml ? 'any.yaml' : 'any.md'));
  if (kind?.kind !== 'document') {
    return { fault: `${output}: A new document is Markdown or YAML: give a name that ends in .md or .yaml.` };
  }
  if (yaml && kind.syntax !== 'yaml') {
    return { fault: `${output}: With --yaml the name of the file ends in .yaml.` };
  }
  return kind.syntax;
}

/** Several values of one field are a list. */
function answersOf(
  { fields }: NewArgs,
  { vocabulary }: LibraryEntry,
): Map<string, readonly string[]> | Fault {
  const answers = new Map<string, readonly string[]>();
  for (const [name, value] of fields) {
    const key = fieldKeyOf(name, vocabulary);
    if (key === undefined) return { fault: unknownField(name, vocabulary) };
    if (value !== '') answers.set(key, [...(answers.get(key) ?? []), value]);
  }
  return answers;
}

function unknownField(name: string, { framework }: Vocabulary): string {
  const ids = [...framework.fields.map(({ id }) => id), ...BUILT_IN_FIELDS.keys()];
  const near = nearest(name, ids, (id) => id)[0];
  const hint = near === undefined ? '.' : `; did you mean "${near}"?`;
  return `"${framework.id}" has no field "${name}"${hint} "touchstone frameworks ${framework.id}" lists its fields.`;
}
