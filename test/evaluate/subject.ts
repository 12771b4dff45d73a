import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importText } from '../../server/convert/text/importText.ts';
import { type Analysis, analyse } from '../../server/features/analysis.ts';
import { forExtract } from '../../server/features/extract.ts';
import type { Vocabulary } from '../../server/framework/vocabulary.ts';
import type { Syntax } from '../../server/model/model.ts';
import { type Config, DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import { normalise } from '../../server/text/normalise.ts';
import type { Finding } from '../../server/text/problem.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { libraryWith } from '../harness/library.ts';
import { againFrom } from './again.ts';
import { nameOf, PUBLISHED, type Published, publishedHere, readPublished } from './published.ts';
import { TERMS } from './terms.ts';

export type Form = 'text' | 'markdown' | 'yaml';

/** What a document is, and so what is done to it. */
export type Sort = 'report' | 'plan' | 'letter' | 'library';

/** A document that is changed again and again, to see what the checker says to it. */
export interface Subject {
  readonly name: string;
  readonly form: Form;
  readonly sort: Sort;
  readonly text: string;
  /** What is found in a version of the document. Spans are in that version, also where it is imported first. */
  readonly check: (text: string) => readonly Finding[];
  /** The rules that are off for documents like it: nothing is put in that only they would tell of. */
  readonly off?: readonly string[];
}

export const FRAMEWORK = 'ofsted-safeguarding-2012';
const EXAMPLES = [
  'examples/safeguarding-2012/report.md',
  'examples/safeguarding-2012/report.report.yaml',
  'examples/gloucestershire-2020/clean/improvement-plan.md',
  'examples/gloucestershire-2020/clean/improvement-plan.report.yaml',
  'examples/gloucestershire-2020/clean/monitoring-visit-letter.md',
];

/** The frameworks that come with Touchstone. */
const LIBRARY = libraryWith([]);

export function vocabulary(framework: string = FRAMEWORK): Vocabulary {
  const known = LIBRARY.get(framework)?.vocabulary;
  if (known === undefined) throw new Error(`There is no framework ${framework}.`);
  return known;
}

/** The documents that are evaluated; the published report is no part of the project and may not be there. */
export function subjects(): readonly Subject[] {
  const reports = publishedHere().filter(({ framework }) => framework === FRAMEWORK);
  return [...reports.map(publishedSubject), ...EXAMPLES.map(subject), ...libraryExamples().map(subject)];
}

const LIBRARY_FOLDER = 'examples/library';

/** The clean example of each framework; one that keeps the contradictions of a published document has another name. */
function libraryExamples(): readonly string[] {
  const names = LIBRARY.ids().map((id) => path.join(LIBRARY_FOLDER, `${id}.md`));
  return names.filter((file) => existsSync(file));
}

export function subject(file: string): Subject {
  const published = PUBLISHED.find((one) => nameOf(one) === file);
  if (published !== undefined) return publishedSubject(published);
  const text = normalise(readFileSync(file, 'utf8')).text;
  const name = path.basename(file);
  const syntax = syntaxOf(file);
  return {
    name,
    form: syntax,
    sort:
      path.dirname(file) === LIBRARY_FOLDER ? 'library' : sortOf(/^framework: (\S+)$/m.exec(text)?.[1] ?? ''),
    text,
    check: againFrom(() => checked(file, syntax, text)),
  };
}

function syntaxOf(file: string): Syntax {
  return file.endsWith('.md') ? 'markdown' : 'yaml';
}

function publishedSubject(published: Published): Subject {
  const { framework } = published;
  return {
    name: path.basename(nameOf(published)),
    form: 'text',
    sort: sortOf(framework),
    text: readPublished(published),
    check: (version) => checkText(version, framework),
  };
}

const SORTS: Readonly<Record<string, Sort>> = { 'improvement-plan': 'plan', letter: 'letter' };

/** What kind of document a framework is for. */
function sortOf(framework: string): Sort {
  return SORTS[LIBRARY.get(framework)?.vocabulary.framework.kind ?? ''] ?? 'report';
}

/** How documents are checked. */
const CONFIG: Config = { ...DEFAULT_CONFIG, terms: TERMS };

function checked(
  file: string,
  syntax: Syntax,
  version: string,
  { framework, config = CONFIG }: { readonly framework?: string; readonly config?: Config } = {},
): Analysis {
  return analyse({
    path: file,
    syntax,
    text: SourceText.of(normalise(version).text),
    library: LIBRARY,
    config,
    inPack: false,
    rules: RULES,
    ...(framework === undefined ? {} : { framework }),
  });
}

/** A document as it is checked: a published text as the Markdown that it is imported to. */
export function opened(file: string): Analysis {
  const published = PUBLISHED.find((one) => nameOf(one) === file);
  if (published !== undefined) return imported(readPublished(published), published.framework).analysis;
  return checked(file, syntaxOf(file), readFileSync(file, 'utf8'));
}

/** What is found in a document that is in no file. */
export function checkMarkdown(text: string): readonly Finding[] {
  return checked('sentence.report.md', 'markdown', text).findings;
}

/** Imports a text and checks it as the command line does. */
function imported(version: string, framework: string) {
  const { markdown, places } = importText(normalise(version).text, vocabulary(framework));
  const how = { framework, config: forExtract(CONFIG) };
  return { places, analysis: checked('imported.md', 'markdown', markdown, how) };
}

/** What is found in a text, and where in the text each finding is. */
function checkText(version: string, framework: string): readonly Finding[] {
  const { places, analysis } = imported(version, framework);
  return analysis.findings.map((finding) => ({
    ...finding,
    span: places.toSource(finding.span),
    related: finding.related.map((one) => ({ ...one, span: places.toSource(one.span) })),
  }));
}
