import type { Scale } from '../../../server/framework/framework.ts';
import type { SectionRole, Vocabulary } from '../../../server/framework/vocabulary.ts';
import type { Span } from '../../../server/text/span.ts';
import { type Line, type Passage, readFields, readLines, sentenceStarts, type Texts } from '../places.ts';
import { type Subject, vocabulary } from '../subject.ts';

/**
 * Where the parts of a Markdown document of any framework are at which faults are put: read line by line and by the
 * framework's names alone, without the product's own readers.
 */
export interface LibraryLandmarks extends Texts {
  readonly vocabulary: Vocabulary;
  readonly sections: readonly LibrarySection[];
  readonly judgements: readonly LibraryJudgement[];
  readonly parts: readonly LibraryPart[];
  readonly lines: readonly Line[];
}

export interface LibrarySection {
  readonly role: SectionRole | undefined;
  readonly name: string;
  /** The name's words. */
  readonly heading: Span;
  readonly headingLine: Line;
  readonly level: number;
  /** From its heading to the next of its level or above. */
  readonly whole: Span;
  readonly parent: LibrarySection | undefined;
}

/** A label where a judgement is given: in a field, in a heading, in a row of the summary. */
export interface LibraryJudgement {
  readonly area: string;
  readonly scale: Scale;
  readonly label: Span;
  readonly line: Line;
  readonly form: 'field' | 'heading' | 'row';
}

export interface LibraryPart {
  readonly label: string;
  readonly line: Line;
  readonly required: boolean;
}

export function libraryLandmarks({ form, text }: Pick<Subject, 'form' | 'text'>): LibraryLandmarks {
  const known = vocabulary(/^framework: (\S+)$/m.exec(text)?.[1]);
  const lines = readLines(text);
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  const body = lines.slice(end + 1);
  const parts = known.framework.parts.flatMap(({ label, begins, required }): LibraryPart[] => {
    const line = body.find((one) => begins.some((words) => one.text.startsWith(words)));
    return line === undefined ? [] : [{ label, line, required }];
  });
  const heading = body.find((line) => line.text.startsWith('## '))?.from ?? text.length;
  // A letter closes without a heading, so its last section ends there.
  const closing = parts.find(({ line }) => line.from > heading)?.line.from ?? text.length;
  const sections = readSections(body, known, closing);
  const first = sections[0]?.whole.from ?? text.length;
  return {
    form,
    text,
    vocabulary: known,
    sections,
    parts,
    lines: body,
    judgements: [
      ...rowsOnTop(body, first, known),
      ...sections.flatMap((section) => readJudgements(section, body, known)),
    ],
    fields: readFields(lines, /^---$/, known.framework.fields),
    bodyFrom: Math.min(first, parts[0]?.line.from ?? first),
    prose: body.flatMap((line) => readPassage(line, sections)),
  };
}

function simple(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function readSections(lines: readonly Line[], known: Vocabulary, length: number): readonly LibrarySection[] {
  const headings = lines.flatMap((line) => {
    const [, marks, number, rest] = /^(#{2,6}) ((?:\d+(?:\.\d+)*\.? )?)(.+)$/.exec(line.text) ?? [];
    return marks === undefined || rest === undefined ? [] : [{ line, level: marks.length, number, rest }];
  });
  const sections: LibrarySection[] = [];
  for (const [index, { line, level, number = '', rest }] of headings.entries()) {
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    const parent = sections.findLast((one) => one.level < level && one.whole.to > line.from);
    const { role, name } = named(rest, parent, known);
    const from = line.from + level + 1 + number.length;
    const whole = { from: line.from, to: next?.line.from ?? length };
    sections.push({
      role,
      name,
      heading: { from, to: from + name.length },
      headingLine: line,
      level,
      whole,
      parent,
    });
  }
  return sections;
}

/** The section that a heading names, with or without a judgement behind its name. */
function named(text: string, parent: LibrarySection | undefined, { roles }: Vocabulary) {
  for (const name of [
    text,
    text.replace(/(?::| [–—-]| Grade| (?:is|are):?)\s.*$/, ''),
    text.replace(/:$/, ''),
  ]) {
    const same = roles.filter(({ def }) =>
      [def.heading, ...def.aliases].some((one) => simple(one) === simple(name)),
    );
    const role = same.find((one) => one.parent === parent?.role) ?? same[0];
    if (role !== undefined) return { role, name };
  }
  return { role: undefined, name: text };
}

function readJudgements(
  section: LibrarySection,
  lines: readonly Line[],
  known: Vocabulary,
): readonly LibraryJudgement[] {
  const { role, headingLine } = section;
  const own = lines.filter(({ from }) => from > section.whole.from && from < ownEnd(section, lines));
  if (role?.def.judgementSummary === true) return own.flatMap((line) => readRow(line, known));
  const area = known.areas.find((one) => one.section === role);
  if (role === undefined || area === undefined) return [];
  const behind = headingLine.text.slice(section.heading.to - headingLine.from);
  const inHeading = labelAt(behind, area.scale);
  if (inHeading !== undefined) {
    const from = section.heading.to + inHeading.from;
    return [
      {
        area: area.name,
        scale: area.scale,
        label: { from, to: section.heading.to + inHeading.to },
        line: headingLine,
        form: 'heading',
      },
    ];
  }
  return own.flatMap((line): LibraryJudgement[] => {
    const [lead] = /^- \*\*(?:Overall )?(?:Judgement|Rating|Grade|Grading):\*\* /.exec(line.text) ?? [];
    const label = lead === undefined ? undefined : labelAt(line.text.slice(lead.length), area.scale);
    if (lead === undefined || label === undefined) return [];
    const from = line.from + lead.length;
    return [
      {
        area: area.name,
        scale: area.scale,
        label: { from: from + label.from, to: from + label.to },
        line,
        form: 'field',
      },
    ];
  });
}

/** The summary of judgements stands above the first heading where its section may have any heading. */
function rowsOnTop(lines: readonly Line[], first: number, known: Vocabulary): readonly LibraryJudgement[] {
  if (!known.openRoles.some(({ def }) => def.judgementSummary)) return [];
  return lines.filter(({ from }) => from < first).flatMap((line) => readRow(line, known));
}

function ownEnd({ whole, headingLine }: LibrarySection, lines: readonly Line[]): number {
  return lines.find(({ from, text }) => from > headingLine.from && /^#{2,6} /.test(text))?.from ?? whole.to;
}

/** The label with which a text begins, behind marks and blanks; all of the text, but for marks. */
function labelAt(text: string, { values }: Scale): Span | undefined {
  const names = values
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .sort((a, b) => b.length - a.length);
  const lead = /^(?: (?:is|are)(?= |:))?[\s:–—*-]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const name = names.find((one) => rest.toLowerCase().startsWith(one.toLowerCase()));
  if (name === undefined || !/^[\s*.]*(?:\(.*)?$/.test(rest.slice(name.length))) return undefined;
  return { from: lead, to: lead + name.length };
}

function readRow(line: Line, known: Vocabulary): readonly LibraryJudgement[] {
  const [, lead = '', name = '', between = '', label = ''] =
    /^(\| *)([^|]*?)( *\| *)([^|]*?) *\|/.exec(line.text) ?? [];
  const area = known.areas.find((one) =>
    [one.name, ...(one.section?.def.aliases ?? []), ...(one.row?.subjects ?? [])].some(
      (a) => simple(a) === simple(name.replace(/^\d[\d.]* /, '')),
    ),
  );
  if (area === undefined || labelAt(label, area.scale) === undefined) return [];
  const from = line.from + lead.length + name.length + between.length;
  return [
    { area: area.name, scale: area.scale, label: { from, to: from + label.length }, line, form: 'row' },
  ];
}

/** Running text; what opens a judged section may be the sentence that judges it, and stays the first. */
function readPassage(line: Line, sections: readonly LibrarySection[]): readonly Passage[] {
  if (line.text.length < 90 || !/^(?:[A-Z]|\d+(?:\.\d+)*\.? )/.test(line.text)) return [];
  const section = sections.findLast(({ whole }) => whole.from < line.from);
  const opens =
    /^\d/.test(line.text) || section?.role === undefined || section.role.def.judgement !== undefined;
  // What is listed among recommendations is one.
  if (section?.role?.def.recommendations !== undefined) return [];
  return [{ line, slots: [...(opens ? [] : [line.from]), ...sentenceStarts(line)] }];
}

/** Where a reader misses something: at the top, in the section around it, or beside it. */
export function around({ sections, bodyFrom }: LibraryLandmarks, section: LibrarySection): readonly Span[] {
  const siblings = sections.filter(({ parent }) => parent === section.parent);
  const index = siblings.indexOf(section);
  const beside = [section.parent, siblings[index - 1], siblings[index + 1]];
  return [
    { from: 0, to: bodyFrom + 200 },
    ...beside.flatMap((other) => (other === undefined ? [] : [other.headingLine])),
  ];
}
