import assert from 'node:assert/strict';
import path from 'node:path';
import { type Answers, dataAnswers, documentAnswers } from '../server/features/answers.ts';
import { type CoverageItem, shareText } from '../server/features/coverageItem.ts';
import { readDataFile } from '../server/features/dataFile.ts';
import type { FindingCounts, SectionOverview } from '../server/features/overview.ts';
import { isPackFile } from '../server/features/pack.ts';
import type { DocumentSymbol } from '../server/features/symbols.ts';
import { applyEdits } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { type Fence, type FixtureDocument, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const CURSOR = '<|>';

/** A file under test: its text, what the features say of it, and the same of another text. */
interface Subject {
  readonly text: SourceText;
  readonly answers: Answers;
  /** Whether completions are shown as an editor shows them: those that begin with what is typed. */
  readonly filtered: boolean;
  readonly again: (text: string) => Answers;
}

/** What each feature answers, as text: one function a feature, named after its file of cases. */
const FEATURES: Readonly<Record<string, (subject: Subject, offset: number) => string>> = {
  hover({ answers, text }, offset) {
    const found = answers.hover(offset);
    return found === undefined ? 'nothing' : `${quoted(text, found.span)}\n\n${found.markdown}`;
  },
  'number-hover'({ answers, text }, offset) {
    const found = answers.hover(offset);
    if (found === undefined) return 'nothing';
    const places = (found.places ?? []).map(({ label, span }) => `\n${label} at ${quoted(text, span)}`);
    return `${quoted(text, found.span)}\n\n${found.markdown}\n${places.join('')}`;
  },
  /** The text with all hints in it, and below the problems alone. */
  'number-hints'({ answers, text }) {
    const whole = { from: 0, to: text.length };
    const [all, problems] = (['on', 'problems'] as const).map((shown) =>
      answers
        .numberHints(whole, shown)
        .map(({ at, label }) => ({ span: { from: at, to: at }, insert: ` «${label}»` })),
    );
    const shown = applyEdits(text.toString(), all ?? []).split('## Staff')[1] ?? '';
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
  definition({ answers }, offset) {
    const found = answers.definition(offset);
    if (found === undefined) return 'nothing';
    const line = found.text.lineAt(found.span.from);
    return `${found.path}:${line.number} ${line.text.trim()} at ${quoted(found.text, found.span)}`;
  },
  references({ answers, text }, offset) {
    const found = answers.references(offset);
    if (found.length === 0) return 'nothing';
    return found
      .map(
        (span) =>
          `${text.lineAt(span.from).number} ${text.lineAt(span.from).text.trim()} at ${quoted(text, span)}`,
      )
      .join('\n');
  },
  /** What a file says when what stands at the cursor is called "another". */
  rename({ answers, text }, offset) {
    const found = answers.renameAt(offset);
    if (found === undefined) return 'nothing';
    const edits = answers.rename(offset, 'another');
    const after = typeof edits === 'string' ? edits : applyEdits(text.toString(), edits).trimEnd();
    return `${quoted(text, found.span)}\n\n${after}`;
  },
  completion({ answers, text, filtered }, offset) {
    const items = answers
      .completion(offset)
      .filter(({ label, span }) => !filtered || label.startsWith(text.slice(span.from, offset)));
    if (items.length === 0) return 'nothing';
    return items
      .map(({ label, detail, insert, span }) => {
        const written = insert === label ? '' : ` → ${JSON.stringify(insert)}`;
        return `${label}${detail === undefined ? '' : ` (${detail})`}${written} for ${quoted(text, span)}`;
      })
      .join('\n');
  },
  symbols({ answers, text }) {
    return answers
      .symbols()
      .map((symbol) => outline(text, symbol, ''))
      .join('\n');
  },
  folding({ answers, text }) {
    const folds = answers.folding();
    if (folds.length === 0) return 'nothing';
    return folds
      .map(({ span, kind }) => {
        const [first, last] = [text.lineAt(span.from), text.lineAt(span.to)];
        const lines = `${first.number}-${last.number}`;
        return `${lines}${kind === 'comment' ? ' (comment)' : ''} ${first.text.trim()}`;
      })
      .join('\n');
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
        const to = target.kind === 'file' ? target.path : `line ${text.lineAt(target.offset).number}`;
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
  ignoring({ answers, text }, offset) {
    const actions = answers.codeActions({ from: offset, to: offset }, true);
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore'));
    return ignoring === undefined ? 'nothing' : applyEdits(text.toString(), ignoring.edits).trimEnd();
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
    for (const { name, documents } of fixture.cases) {
      it(name, () => {
        for (const document of documents) {
          const expected = document.expected;
          assert.ok(expected, 'A document needs a fence "text expect" behind it.');
          const answer = answerOf(fixture.file, document, library);
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

function answerOf(
  file: string,
  { fence, path: name, syntax }: FixtureDocument,
  library: Parameters<typeof everyRule>[0],
) {
  const feature = path.basename(file, '.md');
  const answer = FEATURES[feature];
  assert.ok(answer, `There is no feature "${feature}".`);
  const offset = Math.max(0, fence.text.indexOf(CURSOR));
  const text = `${fence.text.replace(CURSOR, '')}\n`;
  const again = (other: string): Answers =>
    isPackFile(name)
      ? dataAnswers(readDataFile({ path: name, text: SourceText.of(other), library }))
      : documentAnswers(analyseText({ path: name, syntax, text: other }, everyRule(library)));
  // Of all rules and keys that there are, no case wants to see the whole list.
  const filtered = path.basename(path.dirname(file)) === 'data';
  return answer({ text: SourceText.of(text), answers: again(text), again, filtered }, offset);
}

function quoted(text: SourceText, span: { readonly from: number; readonly to: number }): string {
  return JSON.stringify(text.slice(span.from, span.to));
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
