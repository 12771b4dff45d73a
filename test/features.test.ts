import assert from 'node:assert/strict';
import path from 'node:path';
import { type Answers, dataAnswers, documentAnswers } from '../server/features/answers.ts';
import { type PackWords, together } from '../server/features/completion/packWords.ts';
import { type CoverageItem, shareText } from '../server/features/coverageItem.ts';
import { readDataFile } from '../server/features/dataFile.ts';
import { FACT_KINDS } from '../server/features/factHints.ts';
import { LENS_KINDS } from '../server/features/lenses.ts';
import { linkedHover } from '../server/features/linkedHover.ts';
import type { LinkTarget } from '../server/features/links.ts';
import { linksMoved, type Move } from '../server/features/movedFiles.ts';
import type { FindingCounts, SectionOverview } from '../server/features/overview.ts';
import { isConfigFile, isFrameworkFile, isPackFile } from '../server/features/pack.ts';
import {
  type Around,
  definitionsAt,
  highlights,
  mentionsAt,
  type NamedFile,
} from '../server/features/packNames.ts';
import { renamed, renamingAt } from '../server/features/packRename.ts';
import { matching } from '../server/features/packSymbols.ts';
import type { DocumentSymbol } from '../server/features/symbols.ts';
import { cellMarkdown } from '../server/lsp/pastedCells.ts';
import { readConfig } from '../server/rules/config.ts';
import { applyEdits, type TextEdit } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';
import type { Span } from '../server/text/span.ts';
import { analyseText, everyRule, type Setting } from './harness/check.ts';
import { type Fence, type FixtureDocument, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { offered } from './harness/offered.ts';
import { UPDATING, updateFences } from './harness/update.ts';

/** Where the cursor is; two of them are the ends of what is selected. */
const CURSOR = '<|>';

/** What a file says, and the others of its case, when what stands at the cursor is called as the fence's info says. */
async function renaming({ own, around, name }: Subject, offset: number): Promise<string> {
  const found = renamingAt(own, offset);
  if (found === undefined || typeof found === 'string') return found ?? 'nothing';
  const edits = await renamed(own, offset, name, around);
  const after = typeof edits === 'string' ? edits : changed(edits, own);
  return `${quoted(own.text, found.span)}\n\n${after}`;
}

/** The files that change as they are afterwards, the one under test first and without its name. */
function changed(changes: readonly FileChange[], own: NamedFile | undefined): string {
  const sorted = [...changes].sort((a, b) => Number(b.file === own) - Number(a.file === own));
  if (sorted.length === 0) return 'nothing changes';
  return sorted
    .map(({ file, edits }) => {
      const unsure = edits.filter((edit) => edit.unsure === true).length;
      const told = unsure === 0 ? '' : ` (${unsure} unsure)`;
      const head = file === own ? told.trim() : `=== ${file.path}${told}`;
      const text = applyEdits(file.text.toString(), edits).trimEnd();
      assert.notEqual(`${text}\n`, file.text.toString(), 'Edits change something, and overlap nowhere.');
      return head === '' ? text : `${head}\n${text}`;
    })
    .join('\n\n');
}

interface FileChange {
  readonly file: NamedFile;
  readonly edits: readonly (TextEdit & { readonly unsure?: boolean })[];
}

/** A file under test: its text, what the features say of it, and the same of another text. */
interface Subject {
  readonly text: SourceText;
  readonly selection: Span;
  readonly answers: Answers;
  /** Whether completions are shown as an editor shows them: those that begin with what is typed. */
  readonly filtered: boolean;
  readonly again: (text: string) => Answers;
  /** The file and the others of its case. */
  readonly own: NamedFile;
  readonly around: Around;
  /** What the others of its case say. */
  readonly pack: () => PackWords;
  /** What it is to be renamed to. */
  readonly name: string;
  readonly moves: readonly Move[];
}

/** What each feature answers, as text: one function a feature, named after its file of cases. */
const FEATURES: Readonly<Record<string, (subject: Subject, offset: number) => string | Promise<string>>> = {
  async hover({ answers, text, own, around }, offset) {
    const found = answers.hover(offset) ?? (await linkedHover(own, offset, around));
    if (found === undefined) return 'nothing';
    const picture = found.picture === undefined ? '' : `\n\n[${found.picture.words}]`;
    return `${quoted(text, found.span)}\n\n${found.markdown}${picture}`;
  },
  'number-hover'({ answers, text }, offset) {
    const found = answers.hover(offset);
    if (found === undefined) return 'nothing';
    const places = (found.places ?? []).map(({ label, span }) => `\n${label} at ${quoted(text, span)}`);
    return `${quoted(text, found.span)}\n\n${found.markdown}\n${places.join('')}`;
  },
  /** The facts behind the text, with what is shown beside the pointer. */
  'fact-hints'({ answers, text }) {
    const found = answers.factHints({ from: 0, to: text.length }, FACT_KINDS);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ kind, at, label, tooltip }) => {
        const line = text.lineAt(at);
        const before = text.slice(Math.max(line.from, at - 12), at);
        return `${line.number} ${JSON.stringify(before)} ${label} (${kind}) ${tooltip}`;
      })
      .join('\n');
  },
  /** All of it as a list. */
  beside({ answers, text }) {
    const found = answers.beside();
    if (found === undefined) return 'nothing';
    return found
      .map(
        ({ at, label, detail }) =>
          `${text.lineAt(at).number} ${label}${detail === undefined ? '' : ` – ${detail}`}`,
      )
      .join('\n');
  },
  /** What stands above which line, with the places that it leads to. */
  lenses({ answers, text }) {
    const found = answers.lenses(LENS_KINDS);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ kind, at, title, places }) => {
        const line = text.lineAt(at);
        const named = places.map((span) => `${text.lineAt(span.from).number} ${quoted(text, span)}`);
        return `${line.number} ${line.text.trim()}: ${title} (${kind} at ${named.join(', ')})`;
      })
      .join('\n');
  },
  /** The words and how good they are, in their order. */
  tones({ answers, text }) {
    const found = answers.tones();
    const ends = found.map(({ span }) => span.to);
    assert.ok(found.every(({ span }, index) => span.from >= (ends[index - 1] ?? 0)));
    if (found.length === 0) return 'nothing';
    return found
      .map(({ kind, polarity, span }) => {
        return `${text.lineAt(span.from).number} ${quoted(text, span)} ${kind} ${polarity}`;
      })
      .join('\n');
  },
  /** The text with all hints in it, and below the problems alone. */
  'number-hints'({ answers, text }) {
    const whole = { from: 0, to: text.length };
    const [all, problems] = (['on', 'problems'] as const).map((shown) =>
      answers
        .numberHints(whole, shown)
        .map(({ at, label }) => ({ span: { from: at, to: at }, insert: ` «${label}»` })),
    );
    const shown = applyEdits(text.toString(), all ?? []).split(/## Staff|heading: Staff/)[1] ?? '';
    return [shown.trim(), ...(problems ?? []).map(({ insert }) => insert.trim())].join('\n');
  },
  'number-list'({ answers, text }) {
    const list = answers.numberList();
    if (list === undefined) return 'nothing';
    const groups = list.groups.flatMap(({ title, count, rows }) => [
      `${title} (${count})`,
      ...rows.map((row) => `  ${text.lineAt(row.span.from).number}  ${row.text}`),
    ]);
    return [...list.coverage, ...groups].join('\n');
  },
  coverage({ answers, text }) {
    const groups = answers.coverage();
    if (groups === undefined) return 'nothing';
    const told = groups.map((group) => covered(text, group, '')).join('\n');
    // A rule more changes nothing that a case is about.
    return told.replace(/\d+(?= rules (?:looked|found nothing))/g, 'N');
  },
  overview({ answers, text }) {
    const found = answers.overview();
    if (found === undefined) return 'nothing';
    const { title = 'Without a title', framework = 'no framework', counts, coverage, sections } = found;
    return [
      `${title} (${framework})${countsText(counts)}`,
      ...coverage.map(shareText),
      ...sections.map((section) => sectionText(text, section, '')),
    ].join('\n');
  },
  async definition({ own, around }, offset) {
    const found = await definitionsAt(own, offset, around);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ path: file, text, span }) => {
        const line = text.lineAt(span.from);
        return `${file}:${line.number} ${line.text.trim()} at ${quoted(text, span)}`;
      })
      .join('\n');
  },
  async references({ own, around }, offset) {
    const found = await mentionsAt(own, offset, around);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ file: { path: file, text }, mention: { span, role } }) => {
        const line = text.lineAt(span.from);
        const where = file === own.path ? line.number : `${file}:${line.number}`;
        return `${where} ${line.text.trim()} at ${quoted(text, span)}${role === 'use' ? '' : ` (${role})`}`;
      })
      .join('\n');
  },
  highlights({ own }, offset) {
    const found = highlights(own, offset);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ span, role }) => {
        const line = own.text.lineAt(span.from);
        return `${line.number} ${line.text.trim()} at ${quoted(own.text, span)}${role === 'use' ? '' : ` (${role})`}`;
      })
      .join('\n');
  },
  rename: renaming,
  /** The files after the moves that "moves.txt" lists, one a line. */
  async moves({ around, moves }) {
    return changed(await linksMoved(moves, around), undefined);
  },
  completion({ answers, text, filtered, pack }, offset) {
    const items = answers.completion(offset, { explicit: true, pack });
    if (!filtered) return offered(text, items);
    const begun = items.filter(({ label, span }) => label.startsWith(text.slice(span.from, offset)));
    return offered(
      text,
      begun.map((item) => ({ ...item, documentation: undefined })),
    );
  },
  /** What is offered to those who only type, because of the character before the cursor. */
  'completion-typed'({ answers, text }, offset) {
    const character = text.slice(offset - 1, offset);
    return offered(text, answers.completion(offset, { explicit: false, character }));
  },
  symbols({ answers, text }) {
    return answers
      .symbols()
      .map((symbol) => outline(text, symbol, ''))
      .join('\n');
  },
  /** All that can be looked for; and where the fence gives a query, what it finds. */
  'workspace-symbols'({ answers, text, name }) {
    const found = name === 'another' ? answers.packSymbols() : matching(name, answers.packSymbols());
    if (found.length === 0) return 'nothing';
    return found
      .map(({ name: shown, kind, container, span }) => {
        return `${text.lineAt(span.from).number} ${kind} ${shown} (${container}) at ${quoted(text, span)}`;
      })
      .join('\n');
  },
  folding({ answers, text }) {
    const folds = answers.folding();
    if (folds.length === 0) return 'nothing';
    return folds
      .map(({ span, kind }) => {
        const [first, last] = [text.lineAt(span.from), text.lineAt(span.to)];
        const lines = `${first.number}-${last.number}`;
        return `${lines}${kind === 'text' ? '' : ` (${kind})`} ${first.text.trim()}`;
      })
      .join('\n');
  },
  'linked-editing'({ answers, text }, offset) {
    const found = answers.linkedEditing(offset);
    if (found.length === 0) return 'nothing';
    return found.map((span) => `${text.lineAt(span.from).number} ${quoted(text, span)}`).join('\n');
  },
  selection({ answers, text }, offset) {
    return answers
      .selection(offset)
      .map((span) => quoted(text, span))
      .join('\n');
  },
  links({ answers, text }) {
    const found = answers.links();
    if (found.length === 0) return 'nothing';
    return found
      .map(({ span, target }) => {
        const to = shownTarget(text, target);
        return `${quoted(text, span)} → ${to}`;
      })
      .join('\n');
  },
  /** The text as it is written when all is formatted. */
  formatting({ answers, text, again }) {
    const formatted = applyEdits(text.toString(), answers.formatting());
    assert.deepEqual(again(formatted).formatting(), [], 'What is formatted is left as it is.');
    return formatted.trimEnd();
  },
  /** The table after each step from the cursor, with what is selected then in brackets. */
  'table-cells'({ answers, text }, offset) {
    const place = answers.tables?.place?.(offset);
    if (place === undefined) return 'nothing';
    const steps = (['next', 'previous', 'row'] as const).map((step) => {
      const { edits, selection } = present(answers.tables?.move?.(offset, step));
      const after = SourceText.of(applyEdits(text.toString(), edits));
      const marked = after
        .replace({ from: selection.to, to: selection.to }, '»')
        .replace({ from: selection.from, to: selection.from }, '«');
      return `${step}:\n${tableIn(marked)}`;
    });
    return `${place.atEnd ? 'at the end of a row' : 'within a row'}\n\n${steps.join('\n\n')}`;
  },
  'copy-table'({ answers }, offset) {
    const found = answers.tables?.values(offset);
    return found === undefined
      ? 'nothing'
      : `${found.rows} rows\n${found.text.replaceAll('\t', ' → ').trimEnd()}`;
  },
  /** The document after three rows of two cells were pasted. */
  'paste-table'({ answers, text, selection, again }) {
    const rows = [
      ['Month', 'Seen'],
      ['Apr 2020', '92%'],
      ['May 2020', '9|5%'],
    ].map((cells) => cells.map(cellMarkdown));
    const pasted = answers.tables?.paste?.(selection, rows);
    if (pasted === undefined) return 'nothing';
    if (pasted.kind === 'problem') return pasted.problem;
    const after = applyEdits(text.toString(), pasted.edits);
    const faults = again(after).findings.filter(({ rule }) => rule.startsWith('syntax/'));
    assert.deepEqual(faults, [], 'The document can still be read.');
    return `${pasted.kind}:\n${after.trimEnd()}`;
  },
  ignoring({ answers, text }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore'));
    return ignoring === undefined ? 'nothing' : applyEdits(text.toString(), ignoring.edits).trimEnd();
  },
  /** The second way: for a while. */
  'ignoring-until'({ answers, text, again }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const found = actions.filter(({ title }) => title.startsWith('Ignore'))[1];
    if (found === undefined) return 'nothing';
    const after = applyEdits(text.toString(), found.edits);
    const rule = found.finding?.rule;
    assert.ok(!again(after).findings.some((one) => one.rule === rule), 'It is switched off.');
    return `${found.title}:\n${after.trimEnd()}`;
  },
  snippets({ answers, text }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const shown = actions.find(({ title, snippet }) => snippet && title.startsWith('Insert'));
    return shown === undefined
      ? 'nothing'
      : `${shown.title}\n${applyEdits(text.toString(), shown.edits).trimEnd()}`;
  },
  /** What can be written in another way, with the document after each. */
  rewrites({ answers, text }, offset) {
    const found = answers
      .codeActions({ from: offset, to: offset }, false)
      .filter(({ finding }) => finding === undefined);
    if (found.length === 0) return 'nothing';
    return found
      .map(({ title, edits }) => `${title}:\n${applyEdits(text.toString(), edits).trimEnd()}`)
      .join('\n\n');
  },
  'code-actions'({ answers }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, false);
    if (actions.length === 0) return 'nothing';
    return actions
      .map(
        ({ title, preferred, finding }) =>
          `${title}${preferred ? ' (preferred)' : ''}${finding === undefined ? '' : ` for ${finding.rule}`}`,
      )
      .join('\n');
  },
  /** What is wrong with a file, with the fixes that mend it: after each, what it mended is gone. */
  findings({ answers, text, again }) {
    if (answers.findings.length === 0) return 'nothing';
    return answers.findings
      .map(({ message, span, fixes }) => {
        for (const fix of fixes) {
          const mended = again(applyEdits(text.toString(), fix.edits()));
          assert.ok(!mended.findings.some((other) => other.message === message), `${fix.title}: ${message}`);
        }
        const titles = fixes.map(({ title }) => ` [${title}]`).join('');
        return `${text.lineAt(span.from).number} ${quoted(text, span)} ${message}${titles}`;
      })
      .join('\n');
  },
};

for (const fixture of readFixtures('features')) {
  const feature = path.basename(fixture.file, '.md');
  describe(`feature: ${feature}`, () => {
    const library = libraryWith(fixture.frameworks);
    const wrong: { fence: Fence; text: string }[] = [];
    for (const { name, documents, config } of fixture.cases) {
      it(name, async () => {
        const pack = packOf(documents, fixture.frameworks, config);
        assert.ok(
          pack !== undefined || documents.every(({ expected }) => expected),
          'A document needs a fence "text expect" behind it.',
        );
        for (const document of documents) {
          const expected = document.expected;
          if (expected === undefined) continue;
          const answer = await answerOf(fixture.file, document, pack ?? alone(library));
          // Where the whole library is offered, "…" stands for frameworks that the case is not about.
          if (isAbridged(expected.text)) assert.ok(fits(answer, expected.text), answer);
          else if (UPDATING) wrong.push({ fence: expected, text: answer });
          else assert.equal(answer, expected.text);
        }
      });
    }
    after(() => {
      if (UPDATING) updateFences(fixture.file, wrong);
    });
  });
}

function present<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

/** From the first line of a table on. */
function tableIn(text: SourceText): string {
  const lines = text.toString().split('\n');
  return lines
    .slice(lines.findIndex((line) => line.includes('|')))
    .join('\n')
    .trimEnd();
}

function isAbridged(expected: string): boolean {
  return expected.split('\n').includes('…');
}

/** Whether an answer has the lines that are expected, in their order, and others only where "…" stands. */
function fits(answer: string, expected: string): boolean {
  const escaped = expected
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`));
  return new RegExp(`^${escaped.join('')}$`).test(`${answer}\n`);
}

/** What the documents of a case are looked at with. */
interface Surroundings {
  readonly setting: Setting;
  /** All files of the case; none where each stands for itself. */
  readonly documents: readonly FixtureDocument[];
}

function alone(library: Setting['library']): Surroundings {
  return { setting: everyRule(library), documents: [] };
}

/** The documents of a case as a pack, where some of them only stand around that which is asked. */
function packOf(
  documents: readonly FixtureDocument[],
  frameworks: readonly string[],
  config: string | undefined,
): Surroundings | undefined {
  if (documents.every(({ expected }) => expected !== undefined)) return undefined;
  const own = documents.filter(({ path: name }) => isFrameworkFile(name));
  const library = libraryWith(
    frameworks,
    own.map(({ path: name, fence }) => ({ path: name, text: textOf(fence) })),
  );
  const configured =
    config ?? documents.find(({ path: name }) => isConfigFile(name))?.fence.text.replaceAll(CURSOR, '');
  const setting = { ...everyRule(library), config: readConfig(configured ?? '').config, inPack: true };
  return { setting, documents };
}

function textOf({ text }: Fence): string {
  return `${text.replaceAll(CURSOR, '')}\n`;
}

function answerOf(file: string, document: FixtureDocument, { setting, documents }: Surroundings) {
  const feature = path.basename(file, '.md');
  // A feature with many cases has several files: completion-tables.md.
  const answer = FEATURES[feature] ?? FEATURES[feature.split('-')[0] ?? ''];
  assert.ok(answer, `There is no feature "${feature}".`);
  const { fence, path: name } = document;
  const offset = Math.max(0, fence.text.indexOf(CURSOR));
  const end = fence.text.lastIndexOf(CURSOR);
  const selection = { from: offset, to: end > offset ? end - CURSOR.length : offset };
  const again = (text: string) => answersOf(document, text, setting);
  const answers = again(textOf(fence));
  // Of all rules and keys that there are, no case wants to see the whole list.
  const filtered = path.basename(path.dirname(file)) === 'data';
  const own = { path: name, text: SourceText.of(textOf(fence)), names: answers.names };
  const others = documents.filter((other) => other !== document && !other.path.endsWith('.txt'));
  return answer(
    {
      ...{ text: own.text, selection, answers, again, filtered, own },
      around: aroundOf(
        own,
        others.map((other) => namedFile(other, setting)),
      ),
      name: /"(.*)"/.exec(fence.info)?.[1] ?? 'another',
      moves: movesIn(documents),
      pack: () => together(others.map((other) => answersOf(other, textOf(other.fence), setting).packWords())),
    },
    offset,
  );
}

function answersOf({ path: name, syntax }: FixtureDocument, text: string, setting: Setting): Answers {
  return isPackFile(name)
    ? dataAnswers(readDataFile({ path: name, text: SourceText.of(text), library: setting.library }))
    : documentAnswers(analyseText({ path: name, syntax, text }, setting));
}

function namedFile(document: FixtureDocument, setting: Setting): NamedFile {
  const text = textOf(document.fence);
  return { path: document.path, text: SourceText.of(text), names: answersOf(document, text, setting).names };
}

function aroundOf(own: NamedFile, others: readonly NamedFile[]): Around {
  return {
    file: async (name) => [own, ...others].find((file) => file.path === name),
    others: async (mayHold) => others.filter((file) => mayHold(file.text.toString(), file.path)),
  };
}

function movesIn(documents: readonly FixtureDocument[]): readonly Move[] {
  const listed = documents.find(({ path: name }) => name === 'moves.txt')?.fence.text ?? '';
  return listed.split('\n').flatMap((line) => {
    const [from, to] = line.split(' → ');
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function quoted(text: SourceText, span: { readonly from: number; readonly to: number }): string {
  return JSON.stringify(text.slice(span.from, span.to));
}

function shownTarget(text: SourceText, target: LinkTarget): string {
  if (target.kind === 'web') return target.address;
  if (target.kind === 'place') return `line ${text.lineAt(target.offset).number}`;
  return target.fragment === undefined ? target.path : `${target.path}, at "${target.fragment}"`;
}

/** A line of what was checked, with its state before it and its line in the document behind it. */
function covered(
  text: SourceText,
  { label, detail, state, at, items }: CoverageItem,
  indent: string,
): string {
  const told = detail === undefined ? '' : ` – ${detail}`;
  const line = at === undefined ? '' : ` (line ${text.lineAt(at).number})`;
  const own = `${indent}${state}: ${label}${told}${line}`;
  return [own, ...items.map((item) => covered(text, item, `${indent}  `))].join('\n');
}

function sectionText(text: SourceText, section: SectionOverview, indent: string): string {
  const { name, judgement, statuses, isUnjudged, belowTarget, isOffTarget, counts, at, sections } = section;
  const parts = [
    ...(judgement === undefined ? [] : [judgement]),
    ...(statuses === undefined ? [] : [statuses]),
    ...(isUnjudged ? ['unjudged'] : []),
    ...(belowTarget === 0 ? [] : [`${belowTarget} below target`]),
    ...(isOffTarget ? ['off target'] : []),
  ];
  const told = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const own = `${indent}${text.lineAt(at).number} ${name}${told}${countsText(counts)}`;
  return [own, ...sections.map((one) => sectionText(text, one, `${indent}  `))].join('\n');
}

function countsText(counts: FindingCounts): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? '' : ` [${some.map(([severity, count]) => `${count} ${severity}`).join(', ')}]`;
}

function outline(text: SourceText, symbol: DocumentSymbol, indent: string): string {
  const { span, selection } = symbol;
  assert.ok(span.from <= selection.from && selection.to <= span.to, `${symbol.name} is outside of itself`);
  const lines = `${text.lineAt(span.from).number}-${text.lineAt(span.to - 1).number}`;
  const own = `${indent}${symbol.name}${symbol.detail === undefined ? '' : `: ${symbol.detail}`} (lines ${lines})`;
  return [own, ...symbol.children.map((child) => outline(text, child, `${indent}  `))].join('\n');
}
