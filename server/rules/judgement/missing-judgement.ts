import type { ScaleValue } from '../../framework/framework.ts';
import { type Area, areaNames, formatJudgement } from '../../framework/vocabulary.ts';
import { cellsOf } from '../../model/block.ts';
import { isJudgementName, mayNameJudgement } from '../../report/judgementName.ts';
import { hasWords } from '../../report/ratings.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type DraftFix, defineRule } from '../rule.ts';
import { saidBySummary, stateBelow } from './filling.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section that the framework judges must state its judgement.',
  why: 'A reader looks for the judgement first; a section without one leaves the report unfinished.',
  severity: 'error',
  *check({ report }) {
    for (const section of report.sections) {
      const { area, role, statements, title } = section.content;
      const { heading } = section;
      if (area === undefined || heading === undefined || role?.def.judgement?.required !== true) continue;
      if (statements.some((statement) => statement.area === area) || isJudgedBelow(report, section)) continue;
      if (mayStateJudgement(section, area)) continue;
      yield {
        at: headingSpan(section),
        message: `"${title}" states no judgement. Write one below the heading, such as "${example(section)}".`,
        fixes: fixes(section, area, saidBySummary(report, area)),
      };
    }
  },
});

/** Whether the heading right below is the judgement. */
function isJudgedBelow({ sections }: Report, { index, content }: Section): boolean {
  return sections[index + 1]?.binding.judges === content.role;
}

/** The judgement of the summary first, where there is one. */
function fixes(section: Section, area: Area, said: ScaleValue | undefined): readonly DraftFix<Span>[] {
  const others = area.scale.values.filter((value) => value !== said);
  return [...(said === undefined ? [] : [said]), ...others].map((value) => ({
    title: `State the judgement${value === said ? ' of the summary' : ''}: ${formatJudgement(value)}`,
    edits: (edit) => stateBelow(edit, section, value),
  }));
}

/**
 * Whether something below the heading may well be its judgement in a form that is not read: a short line with a
 * label in it, or a first sentence with a label and the area's name. A missing judgement must be certain.
 */
function mayStateJudgement({ own }: Section, area: Area): boolean {
  const labels = area.scale.values.flatMap(({ label, aliases }) => [label, ...aliases]);
  const hasLabel = (text: string) => labels.some((label) => hasWords(text, label));
  const blocks = own.map(({ block }) => block).filter(({ kind }) => kind !== 'comment');
  const isShort = blocks.slice(0, 3).some((block) => {
    const text = [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose.text).join(' ');
    return text.length <= 80 && hasLabel(text);
  });
  const named = blocks.slice(0, 3).flatMap((block) => block.labels);
  const isNamed = named.some(
    ({ name, value }) => value !== '' && (isJudgementName(name) || mayNameJudgement(name)),
  );
  const passage = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item')?.leaves[0]?.prose.text;
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(passage ?? '')?.[0] ?? passage ?? '';
  const isSaid = hasLabel(sentence) && areaNames(area).some((name) => hasWords(sentence, name));
  return isShort || isNamed || isSaid;
}

function example(section: Section): string {
  const value = section.content.area?.scale.values[1] ?? section.content.area?.scale.values[0];
  return value === undefined ? '' : formatJudgement(value);
}
