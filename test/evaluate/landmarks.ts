import type { SectionRole } from '../../server/framework/vocabulary.ts';
import type { Span } from '../../server/text/span.ts';
import {
  type FieldPlace,
  type Line,
  type Passage,
  readFields,
  readLines,
  sentenceStarts,
  type Texts,
} from './places.ts';
import { type Form, type Subject, vocabulary } from './subject.ts';

/**
 * Where the parts of a document are at which faults are put. Read line by line and by names alone, without the
 * product's own readers: a reader that is at fault must not decide where the faults go.
 */
export interface Landmarks extends Texts {
  readonly sections: readonly SectionPlace[];
  readonly rows: readonly RowPlace[];
  /** Every line of running text of some length, headings and tables left out. */
  readonly prose: readonly ProsePlace[];
}

export interface SectionPlace {
  readonly role: SectionRole;
  readonly name: string;
  readonly parent: SectionPlace | undefined;
  /** The name's words. */
  readonly heading: Span;
  readonly headingLine: Span;
  /** From its heading to the next section that is not below it, line ends included. */
  readonly whole: Span;
  readonly judgement: JudgementPlace | undefined;
  readonly sentence: SentencePlace | undefined;
  readonly numbers: readonly NumberPlace[];
}

export interface JudgementPlace {
  readonly whole: Span;
  readonly label: Span;
  readonly grade: Span;
  readonly line: Span;
  readonly inHeading: boolean;
}

/** The sentence that gives the judgement: "Partnership working is adequate." */
export interface SentencePlace {
  readonly whole: Span;
  readonly label: Span;
}

export interface NumberPlace {
  readonly value: number;
  /** The digits. */
  readonly span: Span;
  /** Whether it stands at the beginning of its paragraph's line. */
  readonly leads: boolean;
  readonly line: Span;
}

export interface RowPlace {
  readonly name: string;
  readonly line: Span;
  readonly nameSpan: Span;
  /** The label; empty for a group. */
  readonly label: Span;
}

export interface ProsePlace extends Passage {
  readonly section: SectionPlace;
}

export const LABELS = ['Outstanding', 'Good', 'Adequate', 'Inadequate'];
const LABEL = LABELS.join('|');

export function landmarks({ form, text }: Pick<Subject, 'form' | 'text'>): Landmarks {
  const lines = readLines(text);
  const headings = readHeadings(lines);
  const sections: SectionPlace[] = [];
  for (const [index, heading] of headings.entries()) {
    const parent = sections.find(({ role }) => role === heading.role.parent);
    const next = headings.slice(index + 1).find(({ role }) => role.depth <= heading.role.depth);
    const ownEnd = headings[index + 1]?.line.from ?? text.length;
    const own = lines.filter((line) => line.from >= heading.line.from && line.to < ownEnd);
    sections.push(
      readSection(
        form,
        heading,
        parent,
        { from: heading.line.from, to: next?.line.from ?? text.length },
        own,
      ),
    );
  }
  return {
    form,
    text,
    sections,
    fields: form === 'text' ? readTextFields(lines) : readFields(lines, /^(?:---|sections:)$/, FIELDS),
    bodyFrom: sections[0]?.whole.from ?? 0,
    rows: lines.flatMap((line) => readRow(line, sections.at(-1)?.whole.from ?? 0)),
    prose: lines.flatMap((line) => readProse(line, sections)),
  };
}

interface Heading {
  readonly role: SectionRole;
  readonly line: Line;
  readonly name: Span;
}

/** The headings in the framework's order: each is looked for behind the one before. */
function readHeadings(lines: readonly Line[]): readonly Heading[] {
  let after = 0;
  return vocabulary().roles.flatMap((role) => {
    const name = role.def.heading;
    const form = new RegExp(`^(?:#+ |\\s*- heading: )?(${name})(?: Grade \\d \\((?:${LABEL})\\))?:?$`);
    const index = lines.findIndex((line, at) => at >= after && form.test(line.text));
    const line = lines[index];
    if (line === undefined) return [];
    after = index + 1;
    const from = line.from + line.text.indexOf(name);
    return [{ role, line, name: { from, to: from + name.length } }];
  });
}

function readSection(
  form: Form,
  { role, line, name }: Heading,
  parent: SectionPlace | undefined,
  whole: Span,
  own: readonly Line[],
): SectionPlace {
  return {
    role,
    name: role.def.heading,
    parent,
    heading: name,
    headingLine: line,
    whole,
    judgement: role.def.judgement === undefined ? undefined : readJudgement(own),
    sentence: role.def.judgement === undefined ? undefined : readSentence(own),
    numbers: own.flatMap((one) => readNumber(form, one)),
  };
}

function readJudgement(own: readonly Line[]): JudgementPlace | undefined {
  const forms = [
    new RegExp(`Grade (?<grade>\\d) \\((?<label>${LABEL})\\)`),
    new RegExp(`(?<label>${LABEL}) \\(Grade (?<grade>\\d)\\)`),
  ];
  for (const line of own.slice(0, 4)) {
    for (const form of forms) {
      const match = form.exec(line.text);
      if (match?.groups === undefined) continue;
      const at = line.from + match.index;
      const part = (text = ''): Span => {
        const from = at + match[0].indexOf(text);
        return { from, to: from + text.length };
      };
      return {
        whole: { from: at, to: at + match[0].length },
        label: part(match.groups.label),
        grade: part(match.groups.grade),
        line,
        inHeading: line === own[0],
      };
    }
  }
  return undefined;
}

const SENTENCE = new RegExp(`(?<lead>[A-Z][A-Za-z ]* (?:is|are) )(?<label>${LABEL.toLowerCase()})[.]`);

function readSentence(own: readonly Line[]): SentencePlace | undefined {
  const line = own.find(({ text }) => text.length > 55 && SENTENCE.test(text.slice(0, 120)));
  const match = line && SENTENCE.exec(line.text);
  if (line === undefined || match?.groups === undefined) return undefined;
  const from = line.from + match.index;
  const label = from + (match.groups.lead ?? '').length;
  return {
    whole: { from, to: from + match[0].length },
    label: { from: label, to: label + (match.groups.label ?? '').length },
  };
}

function readNumber(form: Form, line: Line): readonly NumberPlace[] {
  const lead = /^(?:- |\s*)(\d{1,2})\. /.exec(line.text);
  const inside = form === 'text' ? /^- [^.]{10,110}? (\d{1,2})\. (?=[A-Z]|and )/.exec(line.text) : null;
  const match = lead ?? inside;
  if (match === null || (form === 'yaml' && !/^ {6,14}\d/.test(line.text))) return [];
  const digits = match[1] ?? '';
  const from = line.from + match[0].lastIndexOf(digits);
  return [{ value: Number(digits), span: { from, to: from + digits.length }, leads: lead !== null, line }];
}

const FIELDS = vocabulary().framework.fields;
const TEXT_LABELS: Readonly<Record<string, string>> = {
  'Inspection dates': 'inspected',
  'Reporting inspector': 'reporting-inspector',
  'Age group': 'age-group',
  Published: 'published',
};

function readTextFields(lines: readonly Line[]): readonly FieldPlace[] {
  const end = lines.findIndex(({ text }) => text === 'Contents');
  const found = lines.slice(0, end).flatMap((line) => {
    const key = /^([A-Za-z -]+): (?=.)/.exec(line.text)?.[1] ?? '';
    const id = TEXT_LABELS[key];
    if (id === undefined) return [];
    return [{ id, required: true, line, value: { from: line.from + key.length + 2, to: line.to } }];
  });
  const [title, area] = lines.filter(({ text }) => text !== '');
  const named = [
    { id: 'title', line: title },
    { id: 'organisation', line: area },
  ];
  return [
    ...named.flatMap(({ id, line }) =>
      line === undefined ? [] : [{ id, required: true, line, value: line }],
    ),
    ...found,
  ];
}

/** A row of the record of judgements, which is the last section. */
function readRow(line: Line, after: number): readonly RowPlace[] {
  if (line.from <= after || /^\s*\| (?:Area|---)/.test(line.text)) return [];
  const match =
    /^(?<lead>)(?<name>[^\t]+)(?<gap>\t)(?<label>\w*)\t?$/.exec(line.text) ??
    /^(?<lead>\s*\| )(?<name>\S.*?)(?<gap>\s*\| )(?<label>\w*)\s*\|$/.exec(line.text);
  if (match?.groups === undefined) return [];
  const { lead = '', name = '', gap = '', label = '' } = match.groups;
  const from = line.from + lead.length;
  const value = from + name.length + gap.length;
  return [
    {
      name,
      line,
      nameSpan: { from, to: from + name.length },
      label: { from: value, to: value + label.length },
    },
  ];
}

function readProse(line: Line, sections: readonly SectionPlace[]): readonly ProsePlace[] {
  const section = sections.findLast(({ whole }) => whole.from <= line.from);
  if (section === undefined || line.text.length < 150 || /[|\t]/.test(line.text)) return [];
  return [{ line, slots: sentenceStarts(line), section }];
}
