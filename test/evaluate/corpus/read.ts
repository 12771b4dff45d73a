import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { importSource, openSource } from '../../../server/convert/door.ts';
import { type Guess, guessFramework } from '../../../server/convert/guess/guess.ts';
import { type Source, sourceText } from '../../../server/convert/source.ts';
import type { Imported } from '../../../server/convert/text/imported.ts';
import { type Analysis, analyse } from '../../../server/features/analysis.ts';
import { BLIND, forExtract } from '../../../server/features/extract.ts';
import { DEFAULT_CONFIG } from '../../../server/rules/config.ts';
import { RULES } from '../../../server/rules/registry.generated.ts';
import { SourceText } from '../../../server/text/sourceText.ts';
import { libraryWith } from '../../harness/library.ts';
import { againFrom } from '../again.ts';
import type { Subject } from '../subject.ts';
import { TERMS } from '../terms.ts';
import { expectedFramework, pathOf } from './folder.ts';

/** A published report that was imported and checked. */
export interface ReadReport {
  readonly name: string;
  readonly expected: string | undefined;
  readonly source: Source;
  readonly guess: Guess;
  /** By the framework that it follows, be that the guessed one or not. */
  readonly imported: Imported;
  readonly analysis: Analysis;
}

const LIBRARY = libraryWith([]);

/** Imports and checks a report as the command line does; a sentence where it could not be read. */
export async function readReport(name: string): Promise<ReadReport | string> {
  const opened = await openSource(name, readFileSync(pathOf(name)));
  if (!opened.ok) return opened.problem;
  const { source } = opened;
  const guess = guessFramework(source, LIBRARY);
  const expected = expectedFramework(name);
  const vocabulary = LIBRARY.get(expected ?? guess.framework ?? '')?.vocabulary;
  if (vocabulary === undefined) return 'No framework is known for it.';
  const imported = importSource(source, vocabulary);
  return { name, expected, source, guess, imported, analysis: checked(imported.markdown) };
}

function checked(markdown: string): Analysis {
  return analyse({
    path: 'imported.md',
    syntax: 'markdown',
    text: SourceText.of(markdown),
    library: LIBRARY,
    config: forExtract({ ...DEFAULT_CONFIG, terms: TERMS }),
    inPack: false,
    rules: RULES,
  });
}

/** The imported report as a document that is changed again and again. */
export function subjectOf({ name, imported, analysis }: ReadReport): Subject {
  return {
    name,
    form: 'markdown',
    sort: 'library',
    text: imported.markdown,
    check: againFrom(() => analysis),
    off: BLIND,
  };
}

/** The words that `pdftotext` finds in a report and our reader does not; undefined where there is no `pdftotext`. */
export function wordsLost({ name, source }: ReadReport): readonly string[] | undefined {
  const { status, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', pathOf(name), '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return undefined;
  const left = new Map<string, number>();
  for (const word of words(sourceText(source))) left.set(word, (left.get(word) ?? 0) + 1);
  return words(stdout).filter((word) => {
    const more = (left.get(word) ?? 0) > 0;
    left.set(word, (left.get(word) ?? 0) - 1);
    return !more;
  });
}

/** A figure that is set against a word, such as the mark of a footnote, is a word of its own. */
function words(text: string): readonly string[] {
  return text.normalize('NFKC').match(/\p{L}+|\p{N}+/gu) ?? [];
}
