import assert from 'node:assert/strict';
import type { Analysis } from '../../server/features/analysis.ts';
import { type CoverageItem, shareText } from '../../server/features/coverageItem.ts';
import type { Said } from '../../server/features/difference/change.ts';
import { difference } from '../../server/features/difference/difference.ts';
import { changeText } from '../../server/features/difference/words.ts';
import { FACT_KINDS } from '../../server/features/factHints.ts';
import { LENS_KINDS } from '../../server/features/lenses.ts';
import { linkedHover } from '../../server/features/linkedHover.ts';
import type { LinkTarget } from '../../server/features/links.ts';
import type { FindingCounts, SectionOverview } from '../../server/features/overview.ts';
import type { DocumentSymbol } from '../../server/features/symbols.ts';
import { applyEdits } from '../../server/text/edit.ts';
import type { SourceText } from '../../server/text/sourceText.ts';
import { type Feature, quoted } from './subject.ts';

/** What the features show of a document, as text: one function a feature, named after its file of cases. */
export const SHOWN: Readonly<Record<string, Feature>> = {
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
  /** What has changed since the earlier version, section by section, with the places in both. */
  difference({ versions }) {
    const { before, after } = versions();
    const { groups, passages, findings } = difference(before, after);
    const place = (said: { span: { from: number } } | undefined, { input }: Analysis) =>
      said === undefined ? '–' : input.text.lineAt(said.span.from).number;
    const placed = (was: Said | undefined, is: Said | undefined, text: string) =>
      `  ${place(was, before)} → ${place(is, after)}  ${text}`;
    const lines = [
      ...groups.flatMap(({ section, changes }) => [
        section ?? '(document)',
        ...changes.map((change) => placed(change.before, change.after, changeText(change))),
      ]),
      ...passages.map((one) =>
        placed(one.before, one.after, `"${one.before?.text ?? ''}" → "${one.after?.text ?? ''}"`),
      ),
      ...findings.mended.map(({ message }) => `mended: ${message}`),
      ...findings.found.map(({ message }) => `found: ${message}`),
    ];
    return lines.length === 0 ? 'nothing' : lines.join('\n');
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
        return `${lines}${kind === 'text' ? '' : ` (${kind})`} ${first.text.trim()}`;
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
        const to = shownTarget(text, target);
        return `${quoted(text, span)} → ${to}`;
      })
      .join('\n');
  },
};

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
