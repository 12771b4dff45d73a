import type { ScaleValue } from '../../framework/framework.ts';
import { nearest } from '../../framework/name.ts';
import { formatJudgement } from '../../framework/vocabulary.ts';
import type { Anchor } from '../../report/contents.ts';
import type { Statement } from '../../report/report.ts';
import { offered } from '../choice.ts';
import { restate } from '../restate.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { isToCome, isUnfilled } from '../unfilled.ts';

export default defineRule({
  scope: 'section',
  summary: 'A judgement must be on the scale of the framework.',
  why: 'A label or grade from another scale cannot be compared with the rest of the report, or with other reports.',
  severity: 'error',
  *check({ content }) {
    for (const statement of content.statements) {
      const { label, grade } = statement;
      // A gap is not from another scale; prose/placeholder reports it.
      if (isUnfilled(statement.text) && !(statement.form === 'summary' && isToCome(statement.text))) continue;
      if (label !== undefined && label.value === undefined) yield finding(statement, label.text, label.at);
      else if (grade !== undefined && grade.value === undefined) {
        yield finding(statement, `Grade ${grade.text}`, grade.at);
      }
    }
  },
});

function finding(statement: Statement, written: string, at: Anchor): Draft<Anchor> {
  const { values } = statement.area.scale;
  const meant = likely(statement, written);
  const scale = values.map(formatJudgement).join(', ');
  return {
    at,
    message: `"${written}" is not on the scale for "${statement.area.name}". The scale is: ${scale}.`,
    fixes: offered(meant, values).map((value) => ({
      ...change(statement, value),
      likely: meant.length === 1 && value === meant[0],
    })),
  };
}

/** What was probably meant: the grade beside a wrong label or the label beside a wrong grade, else what it is a slip for. */
function likely(statement: Statement, written: string): readonly ScaleValue[] {
  const { values } = statement.area.scale;
  const beside = statement.label?.value ?? statement.grade?.value;
  if (beside !== undefined) return [beside];
  return nearest(written, values, (value) => value.label);
}

function change(statement: Statement, value: ScaleValue): DraftFix<Anchor> {
  return {
    title: `Change to ${formatJudgement(value)}`,
    edits: (edit, place) => restate(statement, value, edit, place),
  };
}
