import { judgementPolarity, type Polarity, statusPolarity } from '../framework/polarity.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { scaledStatus } from '../report/columns.ts';
import type { Words } from '../report/contents.ts';
import { anchorSpan, type Section, statedValue } from '../report/report.ts';
import type { SourceText } from '../text/sourceText.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

/** Words that say how good something is, on one line. */
export interface Tone {
  readonly kind: 'judgement' | 'status';
  readonly polarity: Polarity;
  readonly span: Span;
}

/** The judgements and statuses that a document states, each once, in reading order. */
export function tones({ ours, report, input }: Analysis, within?: Span): readonly Tone[] {
  const { vocabulary } = report;
  if (!ours || vocabulary === undefined) return [];
  const found = report.sections
    .flatMap((section) => [...judgementsIn(section), ...statusesIn(section, vocabulary)])
    .filter(({ span }) => span.to > span.from && (within === undefined || overlaps(span, within)))
    .flatMap((tone) => byLine(tone, input.text))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  return apart(found);
}

function judgementsIn(section: Section): readonly Tone[] {
  return section.content.statements.flatMap((statement): readonly Tone[] => {
    const value = statedValue(statement);
    if (value === undefined) return [];
    const polarity = judgementPolarity(statement.area.scale, value);
    return [{ kind: 'judgement', polarity, span: anchorSpan(section, statement.at) }];
  });
}

function statusesIn(section: Section, vocabulary: Vocabulary): readonly Tone[] {
  const { fields, statusRows, measures, actions } = section.content;
  const known = [...fields, ...statusRows.flatMap(({ statuses }) => statuses)].flatMap(({ value, status }) =>
    status === undefined ? [] : [{ value, status }],
  );
  const inRows = [...measures, ...actions].flatMap(({ status: value }) => {
    const status = value && scaledStatus(value.text, vocabulary)?.value;
    return value === undefined || status === undefined ? [] : [{ value, status }];
  });
  return [...known, ...inRows].map(({ value, status }) => ({
    kind: 'status',
    polarity: statusPolarity(status),
    span: trimmed(section, value),
  }));
}

/** The place of words without the blanks around them. */
function trimmed(section: Section, { text, at }: Words): Span {
  const { from, to } = anchorSpan(section, at);
  // Where escapes stand in the words their place is longer than they are.
  if (to - from !== text.length) return { from, to };
  return { from: from + text.length - text.trimStart().length, to: to - text.length + text.trimEnd().length };
}

/** Editors colour lines: what goes on in the next is another token. */
function byLine(tone: Tone, text: SourceText): readonly Tone[] {
  const tones: Tone[] = [];
  for (let from = tone.span.from; from < tone.span.to; ) {
    const line = text.lineAt(from);
    const to = Math.min(line.to, tone.span.to);
    const words = text.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    const end = from + words.trimEnd().length;
    if (end > start) tones.push({ ...tone, span: { from: start, to: end } });
    from = line.to + 1;
  }
  return tones;
}

/** Those that begin where another has not ended yet are left out. */
function apart(tones: readonly Tone[]): readonly Tone[] {
  let end = 0;
  return tones.filter(({ span }) => {
    if (span.from < end) return false;
    end = span.to;
    return true;
  });
}
