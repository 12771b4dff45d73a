import { nearest, normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { placeSpan } from '../../model/block.ts';
import { readJudgement } from '../../report/judgementText.ts';
import { isStrayLabel } from '../../report/ratings.ts';
import {
  anchorSpan,
  type PlacedStatement,
  type Report,
  type Section,
  statedValue,
} from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { offered } from '../choice.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary:
    'All judgements of a document must be on the scale of its framework, those in sections of its own too.',
  why: 'A reader who meets labels of two scales in one report cannot tell which of two judgements is the better.',
  severity: 'warning',
  reads: ['labels', 'statements'],
  *check({ report }) {
    const { vocabulary, sections } = report;
    if (vocabulary === undefined) return;
    // Where the framework expects a judgement, judgement/not-on-scale looks at it.
    const found = sections.flatMap((section) =>
      section.content.area === undefined ? strangers(section, vocabulary) : [],
    );
    const first = found.length > 0 ? firstOnScale(report) : undefined;
    if (first !== undefined) for (const stranger of found) yield finding(stranger, first);
  },
});

/** A judgement in words of another scale. */
interface Stranger {
  readonly section: Section;
  readonly label: string;
  readonly at: Span;
  /** Where the label alone stands; undefined where other marks stand among its words. */
  readonly labelAt: Span | undefined;
}

/** The first judgement of the document, in reading order, that is on its framework's scale. */
function firstOnScale({ statements }: Report): PlacedStatement | undefined {
  return [...statements.values()]
    .flat()
    .filter(({ statement }) => statedValue(statement) !== undefined)
    .sort(
      (a, b) => anchorSpan(a.section, a.statement.at).from - anchorSpan(b.section, b.statement.at).from,
    )[0];
}

/** The judgements that a section states in a field, though the framework expects none, in words of another scale. */
function strangers(section: Section, vocabulary: Vocabulary): readonly Stranger[] {
  return section.own.flatMap((placed) =>
    placed.block.labels.flatMap(({ name, value, valueSpan, bold }): Stranger[] => {
      if (!bold || !/^(?:\w+ )?judge?ment$/.test(normaliseName(name))) return [];
      const label = strangeLabel(value, vocabulary);
      if (label === undefined) return [];
      const from = valueSpan.from + placed.block.source.slice(valueSpan.from, valueSpan.to).indexOf(label);
      const labelAt =
        from < valueSpan.from ? undefined : placeSpan(placed, { from, to: from + label.length });
      return [{ section, label, at: placeSpan(placed, valueSpan), labelAt }];
    }),
  );
}

/** The label of a judgement that no scale of the framework has, and another has. */
function strangeLabel(text: string, { framework, labels }: Vocabulary): string | undefined {
  const scales = [...framework.scales.values()];
  const reads = scales.flatMap((scale) => readJudgement(text, scale, labels) ?? []);
  const label = reads[0]?.label?.text;
  if (label === undefined || reads.some((read) => read.label?.value !== undefined)) return undefined;
  // A slip in a label of the framework's own is none of another scale.
  return isStrayLabel(label, { ...labels, names: [] }) ? label : undefined;
}

function finding(
  { at, label, labelAt, section }: Stranger,
  { section: other, statement }: PlacedStatement,
): Draft<Span> {
  const { values } = statement.area.scale;
  const scale = values.map((value) => value.label).join(', ');
  const near = nearest(label, values, (value) => value.label);
  return {
    at,
    message: `"${section.content.title}" is judged "${label}", which is of another scale than the rest of the document, where "${other.content.title}" is judged "${statement.text}". Its scale is: ${scale}.`,
    fixes:
      labelAt === undefined
        ? []
        : offered(near, values).map((value) => ({
            title: `Change to ${value.label}`,
            edits: (edit) => edit.replace(labelAt, value.label),
          })),
    related: [
      { at: anchorSpan(other, statement.at), message: `"${statement.text}" is on the framework's scale.` },
    ],
  };
}
