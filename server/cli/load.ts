import { looksOurs } from '../detect.ts';
import { type Analysis, analyse, namedOurs } from '../features/analysis.ts';
import { configProblems } from '../features/configProblems.ts';
import { exampleFindings } from '../features/examples.ts';
import { numberChecks } from '../features/numberChecks.ts';
import { packFileFindings } from '../features/packFile.ts';
import { metaEntry, metaText, type Syntax } from '../model/model.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { RuleEntry } from '../rules/rule.ts';
import type { NormalisedText } from '../text/normalise.ts';
import type { Problem } from '../text/problem.ts';
import { type ReadText, readText } from '../text/readText.ts';
import { SourceText } from '../text/sourceText.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { readFileText } from './bytes.ts';
import { exampleId } from './exampleId.ts';
import type { Target } from './files.ts';
import { inOrder } from './inOrder.ts';
import type { Loaded, LoadOptions } from './loaded.ts';
import { loadSource } from './loadSource.ts';
import { type FileKind, fileKind } from './names.ts';
import type { DiskPack } from './packs.ts';

/** Reads and checks one file. */
export async function load(target: Target, options: LoadOptions): Promise<Loaded> {
  const named = fileKind(target.path);
  if (named === undefined && (!target.stdin || target.hasName)) {
    return problem(
      'Only Markdown, YAML, text, Word, PDF and HTML files can be checked. Save it as one of these.',
    );
  }
  if (named?.kind === 'source') return loadSource(target, options);
  const read = target.stdin ? readText(await options.io.stdin()) : await readFileText(target.path);
  const kind = named ?? guessedKind(read);
  if (!read.ok) {
    if (kind.kind === 'document' && !target.named && !mayBeOurs(target.path, kind.syntax, read.head)) {
      return other('');
    }
    return { ...read, kind: 'problem' };
  }
  const pack = await options.packs.of(target.path);
  if (kind.kind === 'config' || kind.kind === 'framework') {
    return packFile(target.path, read.text, kind.kind, pack);
  }
  const { framework, today, rules = RULES, withNumbers = false } = options;
  const wanted = { target, pack, framework, today, rules, withNumbers };
  return kind.kind === 'document' ? document(read, kind.syntax, wanted) : other('');
}

interface Wanted {
  readonly target: Target;
  readonly pack: DiskPack;
  readonly framework: string | undefined;
  readonly today: CalendarDate | undefined;
  readonly rules: readonly RuleEntry[];
  readonly withNumbers: boolean;
}

function packFile(path: string, text: string, kind: 'config' | 'framework', { pack }: DiskPack): Loaded {
  const problems = kind === 'config' ? configProblems(text, pack) : frameworkProblems(path, text, pack);
  const failures = kind === 'config' ? [] : exampleFindings(pack.library, path);
  const findings = [...packFileFindings(path, problems), ...failures];
  return { kind: 'pack file', text: SourceText.of(text), findings: inOrder(findings) };
}

/** A framework that its pack does not know, because it is outside or left out, is looked at beside its pack. */
function frameworkProblems(path: string, text: string, { library, problems }: DiskPack['pack']) {
  const known: readonly Problem[] | undefined = problems.get(path);
  return known ?? library.including({ path, text }).file(path)?.problems ?? [];
}

function document(read: NormalisedText, syntax: Syntax, wanted: Wanted): Loaded {
  const { target, pack, framework, today, rules, withNumbers } = wanted;
  const { text } = read;
  const byName = target.named || namedOurs(target.path);
  if (text.trim() === '') {
    return byName ? problem('The file is empty: there is nothing to check.') : other('');
  }
  if (!target.named && !mayBeOurs(target.path, syntax, text)) return other('');
  const source = SourceText.of(text);
  const analysis = analyse({
    path: target.shown,
    syntax,
    text: source,
    library: pack.pack.library,
    config: pack.pack.config,
    sources: pack.pack.sourcesOf(target.path),
    accepted: pack.pack.acceptedIn(target.path),
    inPack: pack.pack.folder !== undefined,
    // A file found in a folder is none of ours just because the others are checked by some framework.
    ...(framework !== undefined && byName ? { framework } : {}),
    today,
    rules,
    withNumbers,
  });
  if (!analysis.ours) return other(notOurs(analysis, pack));
  return {
    kind: 'document',
    analysis,
    text: source,
    findings: inOrder(analysis.findings),
    toSource: (span) => span,
    numbers: () => numberChecks(analysis),
    source: read,
    origin: undefined,
  };
}

/** Text from standard input without a name is YAML when nothing but YAML would make it a document of ours. */
function guessedKind(read: ReadText): FileKind {
  const head = read.ok ? read.text : (read.head ?? '');
  const yaml = !looksOurs('', 'markdown', head) && looksOurs('', 'yaml', head);
  return { kind: 'document', syntax: yaml ? 'yaml' : 'markdown' };
}

/** Of a file that cannot be read at all, nothing speaks against it. */
function mayBeOurs(path: string, syntax: Syntax, head: string | undefined): boolean {
  return head === undefined || looksOurs(path, syntax, head);
}

function notOurs({ model }: Analysis, { pack }: DiskPack): string {
  const entry = metaEntry(model, 'framework');
  if (entry === undefined) {
    const example = exampleId(pack);
    return `This is not a Touchstone document: it names no framework. Say which it follows with --framework, or in the file with a line such as "framework: ${example}".`;
  }
  return `This is not a Touchstone document: "${metaText(entry.value)}" is no framework that is known.`;
}

function problem(sentence: string): Loaded {
  return { kind: 'problem', problem: sentence };
}

function other(sentence: string): Loaded {
  return { kind: 'other', sentence };
}
