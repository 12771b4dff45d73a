import { tooManyBytes } from '../convert/format.ts';
import { type Opened, type Source, sourceText } from '../convert/source.ts';
import type { Imported } from '../convert/text/imported.ts';
import { analyse } from '../features/analysis.ts';
import { forExtract } from '../features/extract.ts';
import { movedChecks, numberChecks } from '../features/numberChecks.ts';
import { nearest } from '../framework/name.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Finding } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import { fileBytes, fileSize } from './disk.ts';
import { exampleId } from './exampleId.ts';
import type { Target } from './files.ts';
import { inOrder } from './inOrder.ts';
import type { Loaded, LoadedFinding, LoadOptions } from './loaded.ts';
import { originOf } from './origin.ts';
import type { Packs } from './packs.ts';

/** A document from elsewhere with the framework that it is to be read by. */
export interface Named {
  readonly source: Source;
  readonly framework: string;
  /** Why that framework, in sentences; undefined where it was named. */
  readonly reasons: readonly string[] | undefined;
  readonly imported: Imported;
}

/** Reads a document that comes from elsewhere, checks what it is turned into, and tells of places in the original. */
export async function loadSource(target: Target, options: LoadOptions): Promise<Loaded> {
  const opened = await openTarget(target, options);
  if (!opened.ok) return { kind: 'problem', problem: opened.problem, line: opened.line };
  const { pack } = await options.packs.of(target.path);
  const named = await importNamed(opened.source, options.framework, options.packs, target);
  if ('sentence' in named) {
    const { unknown, sentence } = named;
    return unknown ? { kind: 'unknown', sentence } : { kind: 'problem', problem: sentence };
  }
  const { source, framework, imported } = named;
  const { places } = imported;
  const analysis = analyse({
    path: target.shown,
    syntax: 'markdown',
    text: SourceText.of(imported.markdown),
    library: pack.library,
    config: forExtract(pack.config),
    sources: pack.sourcesOf(target.path),
    accepted: pack.acceptedIn(target.path),
    inPack: pack.folder !== undefined,
    framework,
    today: options.today,
    rules: options.rules ?? RULES,
    withNumbers: options.withNumbers ?? false,
  });
  return {
    kind: 'document',
    analysis,
    text: SourceText.of(sourceText(source)),
    findings: inOrder(analysis.findings.map((finding) => inSource(finding, imported))),
    toSource: (span) => places.toSource(span),
    numbers: () => movedChecks(numberChecks(analysis), (span) => places.toSource(span)),
    source: undefined,
    origin: originOf(source, named.reasons),
    word: source.format === 'word' ? source.word : undefined,
  };
}

/** Opens a file, or what came in on standard input, by the ending of its name. */
export async function openTarget(target: Target, { io }: Pick<LoadOptions, 'io'>): Promise<Opened> {
  const { openSource } = await import('../convert/door.ts');
  if (target.stdin) return openSource(target.hasName ? target.path : undefined, await io.stdin());
  const size = await fileSize(target.path);
  const problem = size.ok ? tooManyBytes(size.value) : undefined;
  if (problem !== undefined) return { ok: false, problem };
  const bytes = await fileBytes(target.path);
  return bytes.ok ? openSource(target.path, bytes.value) : bytes;
}

/** A source that follows no framework which is known, with a sentence about that. */
export interface NotNamed {
  readonly unknown: boolean;
  readonly sentence: string;
}

/** Imports a source by the framework that is named or guessed, or says in a sentence why it cannot be. */
export async function importNamed(
  source: Source,
  framework: string | undefined,
  packs: Packs,
  { path }: Target,
): Promise<Named | NotNamed> {
  const { importSource, guessFramework } = await import('../convert/door.ts');
  const { pack } = await packs.of(path);
  const { library } = pack;
  const guess = framework === undefined ? guessFramework(source, library) : undefined;
  const id = framework ?? guess?.framework;
  if (id === undefined) {
    const example = guess?.others[0]?.framework ?? exampleId(pack);
    const sentence = `${guess?.reasons.join(' ')} Say which it follows with --framework, as in --framework ${example}.`;
    return { unknown: true, sentence };
  }
  const vocabulary = library.get(id)?.vocabulary;
  if (vocabulary === undefined) {
    const meant = nearest(id, library.ids(), (known) => known)[0];
    const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
    return {
      unknown: false,
      sentence: `There is no framework "${id}"${hint} "touchstone frameworks" lists them all.`,
    };
  }
  return { source, framework: id, reasons: guess?.reasons, imported: importSource(source, vocabulary) };
}

/** A finding at its place in the original. A fix changes the document that it was turned into, which nobody has. */
function inSource(finding: Finding, { places }: Imported): LoadedFinding {
  return {
    ...finding,
    span: places.toSource(finding.span),
    related: finding.related.map((one) =>
      one.path === undefined ? { ...one, span: places.toSource(one.span) } : one,
    ),
    fixes: [],
    advice: finding.fixes.map(({ title }) => title),
  };
}
