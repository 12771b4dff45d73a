import type { TextEdit } from '../text/edit.ts';
import type { Finding } from '../text/problem.ts';
import { type Span, shift } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { type Beside, beside } from './beside.ts';
import type { CodeAction } from './codeAction.ts';
import { codeActions, quickFixes } from './codeActions.ts';
import type { Asked } from './completion/item.ts';
import { NO_WORDS, type PackWords, packWords } from './completion/packWords.ts';
import { type CompletionItem, completion } from './completion.ts';
import { documentCoverage } from './coverage.ts';
import type { CoverageGroup } from './coverageItem.ts';
import { dataCompletion } from './dataCompletion.ts';
import { type DataFile, dataPart } from './dataFile.ts';
import { dataFolding, dataSelection } from './dataFolding.ts';
import { dataHover } from './dataHover.ts';
import { dataSymbols } from './dataOutline.ts';
import { type FactHint, type FactKind, factHints } from './factHints.ts';
import { allFixes } from './fixAll.ts';
import { type Fold, folding } from './folding.ts';
import { formatting, tableFormatting } from './formatting.ts';
import type { Hover } from './hover/answer.ts';
import { hover } from './hover.ts';
import { type Lens, type LensKind, lenses } from './lenses.ts';
import { linkedEditing } from './linkedEditing.ts';
import { type DocumentLink, dataLinks, documentLinks } from './links.ts';
import { documentNames } from './names/documentNames.ts';
import { fileNames } from './names/fileNames.ts';
import type { Names } from './names/thing.ts';
import { numberChecks } from './numberChecks.ts';
import { type NumberHint, numberHints, type ShownHints } from './numberHints.ts';
import { type NumberList, numberList } from './numberList.ts';
import { type Overview, overview } from './overview.ts';
import { dataPackSymbols, documentPackSymbols, type PackSymbol } from './packSymbols.ts';
import { selection } from './selection.ts';
import { type DocumentSymbol, documentSymbols } from './symbols.ts';
import { type TableAnswers, tableAnswers } from './tableAnswers.ts';
import { type Tone, tones } from './tones.ts';

/** What the features have to say of one open file, be it a document or a file of its pack. */
export interface Answers {
  /** Whether the file is ours at all. */
  readonly ours: boolean;
  readonly findings: readonly Finding[];
  readonly symbols: () => readonly DocumentSymbol[];
  /** What of it can be looked for among all documents. */
  readonly packSymbols: () => readonly PackSymbol[];
  readonly hover: (offset: number) => Hover | undefined;
  /** The things that are called by names in the file: what is defined, referred to and renamed across the pack. */
  readonly names: Names;
  readonly completion: (offset: number, asked?: Asked) => readonly CompletionItem[];
  /** What it says that other documents of its pack may say as well. */
  readonly packWords: () => PackWords;
  readonly folding: () => readonly Fold[];
  readonly selection: (offset: number) => readonly Span[];
  /** The places that are typed into together with the one at `offset`; none where it stands alone. */
  readonly linkedEditing: (offset: number) => readonly Span[];
  readonly links: () => readonly DocumentLink[];
  readonly codeActions: (span: Span, tabStops: boolean) => readonly CodeAction[];
  /** The changes that mend all that can be mended safely. */
  readonly fixAll: () => readonly TextEdit[];
  /** The changes that write the file, or what stands in a stretch of it, as such files are written. */
  readonly formatting: (within?: Span) => readonly TextEdit[];
  /** Those that put the cells of the table at a place below each other. */
  readonly tableFormatting: (offset: number) => readonly TextEdit[];
  /** How one moves in its tables and fills them; undefined for what is no document. */
  readonly tables: TableAnswers | undefined;
  /** What is to be known of its sections, to be shown above their headings. */
  readonly lenses: (shown: readonly LensKind[], linked?: readonly string[]) => readonly Lens[];
  /** The judgements and statuses in it, or in a stretch of it, and how good each is. */
  readonly tones: (within?: Span) => readonly Tone[];
  /** What the numbers in a stretch come to, to be shown behind them. */
  readonly numberHints: (span: Span, shown: ShownHints) => readonly NumberHint[];
  /** What follows from a stretch of the text and is not said in it, to be shown behind it. */
  readonly factHints: (span: Span, shown: readonly FactKind[]) => readonly FactHint[];
  /** The lenses and facts as a list; undefined for what is no document. */
  readonly beside: (linked?: readonly string[]) => readonly Beside[] | undefined;
  /** Every figure and what came of it; undefined for what is no document. */
  readonly numberList: () => NumberList | undefined;
  /** What was checked and held, and what could not be checked and why; undefined for what is no document. */
  readonly coverage: () => readonly CoverageGroup[] | undefined;
  /** The document at a glance; undefined for what is no document. */
  readonly overview: () => Overview | undefined;
}

/** What they say of a file that cannot be changed. */
export function unchanging(answers: Answers): Answers {
  const nothing = () => [];
  const edits = { codeActions: nothing, fixAll: nothing, formatting: nothing, tableFormatting: nothing };
  const tables = answers.tables && { values: answers.tables.values };
  return { ...answers, ...edits, tables };
}

/** What they say of a document. */
export function documentAnswers(analysis: Analysis): Answers {
  return {
    ours: analysis.ours,
    findings: analysis.findings,
    symbols: () => documentSymbols(analysis),
    packSymbols: () => documentPackSymbols(analysis),
    hover: (offset) => hover(analysis, offset),
    names: documentNames(analysis),
    completion: (offset, asked) => {
      const items = completion(analysis, offset, asked);
      return items.length > 0 ? items : partCompletion(analysis, offset);
    },
    packWords: () => packWords(analysis),
    folding: () => folding(analysis),
    selection: (offset) => selection(analysis, offset),
    linkedEditing: (offset) => linkedEditing(analysis, offset),
    links: () => documentLinks(analysis),
    codeActions: (span, tabStops) => codeActions(analysis, span, tabStops),
    fixAll: () => allFixes(analysis),
    formatting: (within) => formatting(analysis, within),
    tableFormatting: (offset) => tableFormatting(analysis, offset),
    tables: analysis.ours ? tableAnswers(analysis) : undefined,
    lenses: (shown, linked) => lenses(analysis, shown, linked),
    tones: (within) => tones(analysis, within),
    numberHints: (span, shown) => numberHints(analysis, span, shown),
    factHints: (span, shown) => factHints(analysis, span, shown),
    beside: (linked) => beside(analysis, linked),
    numberList: () => listOf(analysis),
    coverage: () => documentCoverage(analysis),
    overview: () => overview(analysis),
  };
}

function listOf(analysis: Analysis): NumberList | undefined {
  const { ours, findings, input } = analysis;
  if (!ours) return undefined;
  return numberList(numberChecks(analysis), findings, (offset) => input.text.lineAt(offset).number);
}

/** What the schema of reports knows below the fields at the top, such as the rules in `rules:`. */
function partCompletion(analysis: Analysis, offset: number): readonly CompletionItem[] {
  const part = analysis.ours ? dataPart(analysis) : undefined;
  // In running text there are no keys, and to look for them takes a reading of the whole.
  if (analysis.model.editing.slotAt(offset)?.kind === 'text') return [];
  if (part === undefined || offset < part.from || offset > part.to) return [];
  return dataCompletion(part.file, offset - part.from).map((item) => ({
    ...item,
    span: shift(item.span, part.from),
  }));
}

/** What they say of a framework file or a `touchstone.yaml`. */
export function dataAnswers(file: DataFile): Answers {
  return {
    ours: true,
    findings: file.findings,
    symbols: () => dataSymbols(file),
    packSymbols: () => dataPackSymbols(file),
    hover: (offset) => dataHover(file, offset),
    names: fileNames(file),
    completion: (offset) => dataCompletion(file, offset),
    packWords: () => NO_WORDS,
    folding: () => dataFolding(file),
    selection: (offset) => dataSelection(file, offset),
    linkedEditing: () => [],
    // What a name stands for may be in another file, to which an editor goes by its definition.
    links: () => dataLinks(file),
    codeActions: (span, tabStops) => quickFixes(file.findings, span, tabStops ? file.input.text : undefined),
    fixAll: () => [],
    formatting: () => [],
    tableFormatting: () => [],
    tables: undefined,
    lenses: () => [],
    tones: () => [],
    numberHints: () => [],
    factHints: () => [],
    beside: () => undefined,
    numberList: () => undefined,
    coverage: () => undefined,
    overview: () => undefined,
  };
}
