import type { FieldDef } from '../../server/framework/framework.ts';
import type { Span } from '../../server/text/span.ts';
import type { Form } from './subject.ts';

/** What documents of every kind have, and what many faults and harmless edits need no more than. */
export interface Texts {
  readonly form: Form;
  readonly text: string;
  readonly fields: readonly FieldPlace[];
  /** Where the first section begins, or, in a letter, the salutation. */
  readonly bodyFrom: number;
  /** Lines of running text; headings and tables are left out. */
  readonly prose: readonly Passage[];
}

export interface Line extends Span {
  readonly text: string;
}

export interface Passage {
  readonly line: Span;
  /** Where a further sentence can stand: behind a full stop and its blank, or at the beginning. */
  readonly slots: readonly number[];
}

export interface FieldPlace {
  readonly id: string;
  readonly required: boolean;
  /** The line, or the lines where the value is a list. */
  readonly line: Span;
  readonly value: Span;
}

export function readLines(text: string): readonly Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const own = { from, to: from + line.length, text: line };
    from += line.length + 1;
    return own;
  });
}

/** The fields that stand in lines of their own at the top, up to the line `end`. */
export function readFields(
  lines: readonly Line[],
  end: RegExp,
  defs: readonly FieldDef[],
): readonly FieldPlace[] {
  const last = lines.findIndex(({ text }, index) => index > 0 && end.test(text));
  const top = lines.slice(0, last);
  return top.flatMap((line, index) => {
    const [lead = '', key = ''] = /^([a-z-]+):/.exec(line.text) ?? [];
    const def = defs.find(({ id }) => id === key);
    if (def === undefined) return [];
    const behind = top.slice(index + 1);
    const next = behind.findIndex(({ text }) => !/^ /.test(text));
    const to = behind.slice(0, next < 0 ? behind.length : next).at(-1)?.to ?? line.to;
    const from = Math.min(to, line.from + lead.length + (line.text.length > lead.length ? 1 : 0));
    return [{ id: key, required: def.required, line: { from: line.from, to }, value: { from, to } }];
  });
}

/** Where sentences begin within a line. */
export function sentenceStarts({ from, text }: Line): readonly number[] {
  return [...text.matchAll(/(?<=[a-z)%]\. )(?=[A-Z])/g)].map(({ index }) => from + index);
}
