import type { FieldDef, Framework, PartDef } from '../framework/framework.ts';
import { filled, nameGap, openGap } from '../framework/gaps.ts';
import type { LibraryEntry } from '../framework/library.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { markdownModel } from '../model/markdown.ts';
import type { Syntax } from '../model/model.ts';
import { newDocument } from '../model/newDocument.ts';
import { dayOf } from '../report/speaksFrom.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { gap, settled } from './gapMarks.ts';
import { ScaffoldSections } from './scaffoldSections.ts';

export interface ScaffoldWishes {
  readonly entry: LibraryEntry;
  readonly syntax: Syntax;
  /** What is known of the document's fields already, by their keys: several answers are a list. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** The text of a new document. */
export interface Scaffold {
  /** With LF line ends. What nobody has answered stands in square brackets. */
  readonly text: string;
  /** Where these stand, with their brackets, in reading order. */
  readonly gaps: readonly Span[];
}

/**
 * A new document of a framework: its required fields and sections in their order, each section with what its
 * template gives, and the parts of a letter in their places. Nothing but what is to be filled in is amiss in it.
 */
export function scaffold({ entry, syntax, answers }: ScaffoldWishes): Scaffold {
  const vocabulary = entry.on(dayIn(entry.vocabulary, answers));
  const { framework } = vocabulary;
  const parts = framework.parts.filter(({ required }) => required);
  const at = (place: PartDef['place']) =>
    parts
      .filter((part) => part.place === place)
      .map(partText)
      .join('\n\n');
  const sections = new ScaffoldSections(vocabulary);
  const text = newDocument(
    {
      meta: metaOf(framework, answers),
      heading: headingOf(framework, answers),
      opening: at('beginning'),
      sections: sections.all(),
      closing: at('end'),
    },
    syntax,
  );
  return settled(text);
}

/** The day that decides which sections there must be: the one that a document with these answers has. */
function dayIn(vocabulary: Vocabulary, answers: ScaffoldWishes['answers']): CalendarDate | undefined {
  const meta = metaOf(vocabulary.framework, answers);
  const text = newDocument({ meta, heading: undefined, opening: '', sections: [], closing: '' }, 'markdown');
  return dayOf(markdownModel(SourceText.of(text)), vocabulary);
}

function partText(part: PartDef): string {
  if (part.template !== undefined) return filled(part.template, gap);
  return `${part.begins[0] ?? part.label} ${gap(openGap(part))}`;
}

/** A document with a title shows it above its sections; a letter has none. */
function headingOf({ fields }: Framework, answers: ScaffoldWishes['answers']): string | undefined {
  const def = fields.find(({ id }) => id === 'title');
  return def === undefined ? undefined : (answers.get('title')?.[0] ?? gap(nameGap(def.label)));
}

/** The framework, the fields that there must be in the framework's order, and what else was answered. */
function metaOf({ id, fields }: Framework, answers: ScaffoldWishes['answers']) {
  const own = fields
    .filter((def) => def.required || answers.has(def.id))
    .map((def) => [def.id, answerOrGap(def, answers.get(def.id))] as const);
  const others = [...answers]
    .filter(([key]) => fields.every((def) => def.id !== key))
    .map(([key, [first = '', ...more]]) => [key, more.length === 0 ? first : [first, ...more]] as const);
  const isFirst = ([key]: (typeof own)[number]) => LEADING.includes(key);
  const all = [...own, ...others];
  const leading = LEADING.flatMap((key) => all.filter((one) => one[0] === key));
  return [['framework', id] as const, ...leading, ...all.filter((one) => !isFirst(one))];
}

/** Readers look for these first, whatever the framework says of its own fields. */
const LEADING: readonly string[] = ['title', 'organisation'];

function answerOrGap(
  { type, label }: FieldDef,
  answer: readonly string[] | undefined,
): string | readonly string[] {
  const values = answer ?? [gap(nameGap(label))];
  return type === 'list' ? values : values.join(', ');
}
