import type { FieldType } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import { type MetaEntry, metaText } from '../../model/model.ts';
import { isJudgementName } from '../../report/judgementName.ts';
import type { Report, Section } from '../../report/report.ts';
import { readDate, readDateRange } from '../../values/dates.ts';
import { readPeriod } from '../../values/periods.ts';
import { type DerivedField, idOf } from './derived.ts';

/** What any document may have, or what means something to Touchstone alone. */
const NOT_ASKED = new Set(['framework', 'measures', 'acronyms', 'rules', 'status', 'audience', 'approvals']);
const PERSON = /\b(?:inspector|author|lead|owner|officer|director|chair|reviewer|prepared by)\b/;

/** The fields at the top of documents, in the order in which they are first met. */
export function documentFields(reports: readonly Report[]): readonly DerivedField[] {
  const seen = new Map<
    string,
    { readonly label: string; readonly values: Value[]; readonly in: Set<Report> }
  >();
  for (const report of reports) {
    for (const entry of report.model.meta) {
      const key = normaliseName(entry.key).replaceAll(' ', '-');
      if (key === '' || NOT_ASKED.has(key)) continue;
      const known = seen.get(key) ?? { label: labelOf(entry.key), values: [], in: new Set() };
      seen.set(key, known);
      known.values.push(metaValue(entry));
      known.in.add(report);
    }
    const title = seen.get('title') ?? { label: 'Title', values: [], in: new Set<Report>() };
    // A letter's subject stands where other documents have their title.
    if (report.title !== undefined && !seen.has('subject')) {
      seen.set('title', title);
      title.in.add(report);
    }
  }
  const taken = new Set<string>();
  return [...seen].map(([key, { label, values, in: found }]) => ({
    id: idOf(key, taken),
    label,
    type: typeOf(key, values),
    share: { count: found.size, of: reports.length },
  }));
}

interface Value {
  readonly text: string;
  readonly isList: boolean;
}

function metaValue({ value }: MetaEntry): Value {
  return { text: metaText(value).trim(), isList: value.kind === 'list' };
}

function labelOf(key: string): string {
  const words = key.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function typeOf(name: string, values: readonly Value[]): FieldType {
  const texts = values.map(({ text }) => text).filter((text) => text !== '');
  if (values.some(({ isList }) => isList)) return 'list';
  const all = (fits: (text: string) => boolean) => texts.length > 0 && texts.every(fits);
  if (all((text) => readDate(text) !== undefined)) return 'date';
  if (all((text) => readDateRange(text) !== undefined)) return 'date-range';
  if (all((text) => /\d/.test(text) && readPeriod(text) !== undefined)) return 'period';
  if (PERSON.test(normaliseName(name)) && all((text) => !/\d/.test(text) && text.length < 80))
    return 'person';
  return 'text';
}

const STATUS_NAME = /(?:^| )(?:status|rag|rag rating|brag)$/;
/** A status is no longer than this. */
const LONGEST_STATUS = 30;

/** The fields below a heading, of all sections of its kind; a field counts from the second section that has it. */
export function sectionFields(sections: readonly Section[]): readonly DerivedField[] {
  const seen = new Map<
    string,
    { readonly label: string; readonly values: Value[]; readonly in: Set<Section> }
  >();
  for (const section of sections) {
    for (const label of boldLabels(section)) {
      const key = normaliseName(label.name);
      if (key === '' || isJudgementName(label.name)) continue;
      const known = seen.get(key) ?? { label: label.name.trim(), values: [], in: new Set() };
      seen.set(key, known);
      known.values.push({ text: label.value.trim(), isList: false });
      known.in.add(section);
    }
  }
  const taken = new Set<string>();
  return [...seen].map(([key, { label, values, in: found }]) => {
    const isStatus = STATUS_NAME.test(key) && values.every(({ text }) => isStatusWord(text));
    const type = isStatus ? 'status' : typeOf(key, values);
    return { id: idOf(key, taken), label, type, share: { count: found.size, of: sections.length } };
  });
}

/** `**Name:** value` with a value on its line: a bold line alone is as often a lead-in. */
function boldLabels({ own }: Section) {
  return own.flatMap(({ block }) => block.labels.filter(({ bold, value }) => bold && value.trim() !== ''));
}

function isStatusWord(text: string): boolean {
  return text.length <= LONGEST_STATUS && /^\p{Lu}[\p{L} -]*$/u.test(text);
}

/** The words that fields of statuses hold, in the order in which they are first met. */
export function statusWords(sections: readonly Section[]): readonly string[] {
  const words = sections
    .flatMap(boldLabels)
    .filter(({ name, value }) => STATUS_NAME.test(normaliseName(name)) && isStatusWord(value.trim()))
    .map(({ value }) => value.trim());
  return [...new Map(words.map((word) => [normaliseName(word), word])).values()];
}
