import { type Analysis, analyse } from '../../server/features/analysis.ts';
import { beside } from '../../server/features/beside.ts';
import { codeActions } from '../../server/features/codeActions.ts';
import { completion } from '../../server/features/completion.ts';
import { documentCoverage } from '../../server/features/coverage.ts';
import type { CoverageItem } from '../../server/features/coverageItem.ts';
import { fixAll } from '../../server/features/fixAll.ts';
import { folding } from '../../server/features/folding.ts';
import { hover } from '../../server/features/hover.ts';
import { LENS_KINDS, lenses } from '../../server/features/lenses.ts';
import { overview } from '../../server/features/overview.ts';
import { selection } from '../../server/features/selection.ts';
import { type DocumentSymbol, documentSymbols } from '../../server/features/symbols.ts';
import { tones } from '../../server/features/tones.ts';
import type { FrameworkLibrary } from '../../server/framework/library.ts';
import { dumpModel } from '../../server/model/dump.ts';
import type { Syntax } from '../../server/model/model.ts';
import { dumpReport } from '../../server/report/dump.ts';
import { type Config, DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import { applyEdits, overlapping, type TextEdit } from '../../server/text/edit.ts';
import type { Finding } from '../../server/text/problem.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import type { Span } from '../../server/text/span.ts';
import { randomEdit } from '../incremental/edits.ts';
import type { Random } from '../incremental/random.ts';
import { applied } from '../incremental/shrink.ts';
import { difference, editedAnalysis, stateOf } from '../incremental/state.ts';

/** What a document is checked with. */
export interface World {
  readonly library: FrameworkLibrary;
  readonly config: Config;
  /** The framework of a document that names none. */
  readonly framework: string | undefined;
}

export function analysed(text: string, syntax: Syntax, world: World): Analysis {
  return analyse({
    path: syntax === 'markdown' ? 'a.report.md' : 'a.report.yaml',
    syntax,
    text: SourceText.of(text),
    library: world.library,
    config: world.config,
    inPack: true,
    ...(world.framework === undefined ? {} : { framework: world.framework }),
    rules: RULES,
  });
}

export function plainWorld(library: FrameworkLibrary, framework: string | undefined): World {
  return { library, config: DEFAULT_CONFIG, framework };
}

/** Throws when anything that can be asked of a document is not answered, or answered with places outside it. */
export function checkDocument(text: string, syntax: Syntax, world: World, random: Random): void {
  const analysis = analysed(text, syntax, world);
  checkFindings(analysis.findings, text.length);
  checkFeatures(analysis, random);
  checkFixes(analysis, random);
  checkEdits(analysis, random);
}

/** Throws when a finding is not in its text, or is the engine's own about a rule that crashed. */
export function checkFindings(findings: readonly Finding[], length: number): void {
  for (const { rule, message, span, related } of findings) {
    if (message.includes('could not be run here')) throw new Error(`A rule crashed: ${message}`);
    inRange(span, length, `${rule} (${message})`);
    for (const one of related) {
      if (one.path === undefined) inRange(one.span, length, `a place of ${rule} (${message})`);
    }
  }
}

/** Throws when a span does not lie in a text of that length. */
export function inRange({ from, to }: Span, length: number, what: string): void {
  const isGood = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= length;
  if (!isGood) throw new Error(`The span ${from} to ${to} of ${what} is not in a text of ${length}.`);
}

function checkFeatures(analysis: Analysis, random: Random): void {
  const { length } = analysis.input.text;
  for (const fold of folding(analysis)) inRange(fold.span, length, 'a fold');
  for (const symbol of documentSymbols(analysis)) checkSymbol(symbol, length);
  for (const item of documentCoverage(analysis) ?? []) checkCovered(item, length);
  for (const section of overview(analysis)?.sections ?? []) checkPlace(section.at, length, section.name);
  for (const tone of tones(analysis)) inRange(tone.span, length, 'a tone');
  for (const { at, label } of beside(analysis) ?? []) checkPlace(at, length, label);
  for (const { places, title } of lenses(analysis, LENS_KINDS)) {
    for (const span of places) inRange(span, length, title);
  }
  dumpModel(analysis.model);
  dumpReport(analysis.report);
  for (let count = 0; count < 8; count += 1) {
    const at = random.below(length + 1);
    for (const { span } of completion(analysis, at)) inRange(span, length, 'a completion');
    for (const span of selection(analysis, at)) inRange(span, length, 'a selection');
    const shown = hover(analysis, at);
    if (shown !== undefined) inRange(shown.span, length, 'a hover');
    const to = Math.min(length, at + random.below(200));
    for (const { title, edits } of codeActions(analysis, { from: at, to }, random.chance(0.5))) {
      checkApplied(analysis, title, edits);
    }
  }
}

function checkCovered({ label, at, items }: CoverageItem, length: number): void {
  if (at !== undefined) checkPlace(at, length, label);
  for (const item of items) checkCovered(item, length);
}

function checkPlace(at: number, length: number, what: string): void {
  inRange({ from: at, to: at }, length, `"${what}"`);
}

function checkSymbol({ name, span, selection: chosen, children }: DocumentSymbol, length: number): void {
  inRange(span, length, `the symbol "${name}"`);
  // Editors refuse the whole outline for one name that is not within its section.
  if (chosen.from < span.from || chosen.to > span.to) throw new Error(`"${name}" is not in its section.`);
  for (const child of children) checkSymbol(child, length);
}

/** Of many fixes a few are tried, since each is followed by a whole analysis. */
function checkFixes(analysis: Analysis, random: Random): void {
  const fixes = analysis.findings.flatMap((finding) => finding.fixes);
  for (const fix of fixes) checkApplied(analysis, fix.title, fix.edits());
  if (fixes.length > 0) {
    const fix = random.pick(fixes);
    const text = applyEdits(analysis.input.text.toString(), fix.edits());
    const after = analyse({ ...analysis.input, text: SourceText.of(text) });
    checkFindings(after.findings, text.length);
  }
  if (!fixes.some(({ safe }) => safe)) return;
  const { rounds } = fixAll(analysis);
  if (rounds.length >= 200) throw new Error('Safe fixes never come to an end.');
}

function checkApplied({ input: { text } }: Analysis, title: string, edits: readonly TextEdit[]): void {
  for (const { span } of edits) inRange(span, text.length, `the change "${title}"`);
  if (overlapping(edits)) throw new Error(`"${title}" changes one place twice.`);
}

/** After each of a few edits, the analysis made from the one before equals one that is made anew. */
function checkEdits(start: Analysis, random: Random): void {
  let analysis = start;
  let text = start.input.text.toString();
  for (let count = 0; count < 3; count += 1) {
    const edit = randomEdit(text, random, start.input.syntax);
    text = applied(text, edit);
    analysis = editedAnalysis(analysis, [edit]);
    const full = analyse({ ...analysis.input, text: SourceText.of(text) });
    const differs = difference(stateOf(full), stateOf(analysis));
    if (differs !== undefined) throw new Error(`After ${JSON.stringify(edit)}:\n${differs}`);
  }
}
