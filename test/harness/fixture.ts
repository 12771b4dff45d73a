import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A literate test: a Markdown file whose headings of the second level name cases, whose prose says why, and
 * whose fences hold what goes in and what comes out. What a fence holds, its info string says:
 *
 * - `md` or `yaml`: a document, with marks (markers.ts). A file name may follow: `md autumn.sef.md`.
 * - `md fixed "Title"`: the document before it, after the fix with that title was applied. The second fence
 *   with one title is the second such fix. Without a title it is the first fix of all.
 * - `text expect`: what a feature answers for the document before it, whose cursor is `<|>`.
 * - `yaml config`: a `touchstone.yaml` for the case.
 * - `csv data/kpis.csv`: a file that its `sources:` name.
 * - `json baseline`: a baseline that lies beside the documents of the case.
 * - `yaml framework`, before the first case: a framework that all cases of the file may name.
 */
export interface Fixture {
  readonly file: string;
  readonly frameworks: readonly string[];
  readonly cases: readonly FixtureCase[];
}

export interface FixtureCase {
  readonly name: string;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  /** Files of comma-separated values by their paths. */
  readonly tables: ReadonlyMap<string, string>;
  readonly documents: readonly FixtureDocument[];
}

export interface FixtureDocument {
  readonly syntax: 'markdown' | 'yaml';
  readonly path: string;
  readonly fence: Fence;
  readonly fixed: readonly { readonly title: string | undefined; readonly fence: Fence }[];
  readonly expected: Fence | undefined;
}

export interface Fence {
  readonly info: string;
  /** Without a line end at its end. */
  readonly text: string;
  /** The lines of the file between the ticks, counted from 0, half-open. */
  readonly lines: { readonly from: number; readonly to: number };
}

const TICKS = /^(`{3,})(.*)$/;

/** Every fixture below a folder of the tests. */
export function readFixtures(folder: string): readonly Fixture[] {
  const root = path.resolve('test', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFixture(path.join(root, name)));
}

export function readFixture(file: string): Fixture {
  const parts = readParts(readFileSync(file, 'utf8').split('\n'));
  const [preamble, ...named] = parts;
  return {
    file,
    frameworks: (preamble?.fences ?? [])
      .filter((fence) => role(fence) === 'framework')
      .map(({ text }) => text),
    cases: named
      .filter(({ fences }) => fences.length > 0)
      .map(({ name, fences }) => ({
        name,
        config: fences.find((fence) => role(fence) === 'config')?.text,
        baseline: fences.find((fence) => role(fence) === 'baseline')?.text,
        tables: new Map(fences.filter(isTable).map((fence) => [role(fence), fence.text])),
        documents: readDocuments(fences.filter((fence) => !isTable(fence))),
      })),
  };
}

/** What stands below one heading. */
export interface Part {
  readonly name: string;
  readonly fences: Fence[];
}

/** The file cut at its headings; what stands before the first case is a part without a name. */
export function readParts(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [{ name: '', fences: [] }];
  let open: { readonly ticks: string; readonly info: string; readonly from: number } | undefined;
  lines.forEach((line, index) => {
    const ticks = TICKS.exec(line);
    if (open !== undefined) {
      if (line.trimEnd() !== open.ticks) return;
      const text = lines.slice(open.from, index).join('\n');
      parts.at(-1)?.fences.push({ info: open.info, text, lines: { from: open.from, to: index } });
      open = undefined;
    } else if (ticks !== null) {
      open = { ticks: ticks[1] ?? '', info: (ticks[2] ?? '').trim(), from: index + 1 };
    } else if (line.startsWith('## ')) parts.push({ name: line.slice(3).trim(), fences: [] });
  });
  return parts;
}

const NO_DOCUMENTS: ReadonlySet<string> = new Set(['fixed', 'expect', 'config', 'framework', 'baseline']);

function readDocuments(fences: readonly Fence[]): readonly FixtureDocument[] {
  const documents: {
    syntax: 'markdown' | 'yaml';
    path: string;
    fence: Fence;
    fixed: FixtureDocument['fixed'][number][];
    expected: Fence | undefined;
  }[] = [];
  for (const fence of fences) {
    const [language] = fence.info.split(/\s+/);
    const kind = role(fence);
    if (kind === 'fixed') documents.at(-1)?.fixed.push({ title: /"(.*)"/.exec(fence.info)?.[1], fence });
    const last = documents.at(-1);
    if (kind === 'expect' && last !== undefined) last.expected = fence;
    if (NO_DOCUMENTS.has(kind)) continue;
    const name = kind.includes('.') ? kind : `example.report.${language}`;
    documents.push({
      syntax: language === 'yaml' ? 'yaml' : 'markdown',
      path: name,
      fence,
      fixed: [],
      expected: undefined,
    });
  }
  return documents;
}

function isTable({ info }: Fence): boolean {
  return info.startsWith('csv ');
}

/** What follows the language in the info string: `fixed`, `config`, `framework`, a file name, or nothing. */
function role(fence: Fence): string {
  return fence.info.split(/\s+/)[1] ?? '';
}
