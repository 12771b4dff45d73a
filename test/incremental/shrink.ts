import type { Syntax } from '../../server/model/model.ts';
import type { TextEdit } from '../../server/text/edit.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { difference, editedAnalysis, fullAnalysis, stateOf } from './state.ts';

/** Edits to a text, several at a time, after which the analyses differ. */
export interface Case {
  readonly syntax: Syntax;
  readonly text: string;
  readonly steps: readonly (readonly TextEdit[])[];
}

/** What differs at the end of the case; undefined when nothing does. */
export function differenceOf({ syntax, text, steps }: Case): string | undefined {
  let analysis = fullAnalysis(SourceText.of(text), syntax);
  for (const edits of steps) analysis = editedAnalysis(analysis, edits);
  return difference(stateOf(fullAnalysis(analysis.input.text, syntax)), stateOf(analysis));
}

/** A case that still fails, with as little in it as trying out makes possible. */
export function shrunk(failing: Case): Case {
  let best = fewerSteps(failing);
  for (let again = true; again; ) {
    const smaller = withoutLines(best) ?? withoutCharacters(best) ?? shorterInserts(best);
    again = smaller !== undefined;
    if (smaller !== undefined) best = smaller;
  }
  return best;
}

/** Only the last steps, from the text as it was before them. */
function fewerSteps(failing: Case): Case {
  const { syntax, steps } = failing;
  for (let count = 1; count < steps.length; count += 1) {
    const text = steps.slice(0, -count).flat().reduce(applied, failing.text);
    const candidate = { syntax, text, steps: steps.slice(-count) };
    if (differenceOf(candidate) !== undefined) return candidate;
  }
  return failing;
}

function withoutLines(failing: Case): Case | undefined {
  const starts = [0, ...[...failing.text.matchAll(/\n/g)].map((match) => match.index + 1)];
  for (let size = starts.length >> 1; size > 0; size >>= 1) {
    for (let index = 0; index < starts.length; index += size) {
      const from = starts[index] ?? failing.text.length;
      const smaller = without(failing, from, starts[index + size] ?? failing.text.length);
      if (smaller !== undefined) return smaller;
    }
  }
  return undefined;
}

function withoutCharacters(failing: Case): Case | undefined {
  for (const size of [8, 1]) {
    for (let from = 0; from < failing.text.length; from += size) {
      const smaller = without(failing, from, Math.min(failing.text.length, from + size));
      if (smaller !== undefined) return smaller;
    }
  }
  return undefined;
}

/** The case without a stretch of its text, where no edit touches that stretch. */
function without(failing: Case, from: number, to: number): Case | undefined {
  if (from === to) return undefined;
  let start = from;
  const steps: TextEdit[][] = [];
  for (const edits of failing.steps) {
    const moved: TextEdit[] = [];
    for (const edit of edits) {
      if (edit.span.to <= start) {
        moved.push(edit);
        start += edit.insert.length - (edit.span.to - edit.span.from);
      } else if (edit.span.from >= start + to - from) {
        moved.push({
          ...edit,
          span: { from: edit.span.from - (to - from), to: edit.span.to - (to - from) },
        });
      } else return undefined;
    }
    steps.push(moved);
  }
  const candidate = { ...failing, text: failing.text.slice(0, from) + failing.text.slice(to), steps };
  return differenceOf(candidate) === undefined ? undefined : candidate;
}

/** Of a single edit: less that is put in. */
function shorterInserts(failing: Case): Case | undefined {
  const [edit, ...more] = failing.steps.flat();
  if (edit === undefined || more.length > 0) return undefined;
  for (let size = edit.insert.length >> 1; size > 0; size >>= 1) {
    for (let from = 0; from + size <= edit.insert.length; from += size) {
      const insert = edit.insert.slice(0, from) + edit.insert.slice(from + size);
      const candidate = { ...failing, steps: [[{ ...edit, insert }]] };
      if (differenceOf(candidate) !== undefined) return candidate;
    }
  }
  return undefined;
}

export function applied(text: string, { span, insert }: TextEdit): string {
  return text.slice(0, span.from) + insert + text.slice(span.to);
}
