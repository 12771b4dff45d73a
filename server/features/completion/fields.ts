import type { FieldDef, ScaleValue, StatusScale } from '../../framework/framework.ts';
import { normaliseName, normalisePhrase } from '../../framework/name.ts';
import { type Area, formatJudgement } from '../../framework/vocabulary.ts';
import type { TextSlot } from '../../model/slot.ts';
import { isJudgementName } from '../../report/judgementName.ts';
import { anchorSpan, type Report, type Section, statedValue } from '../../report/report.ts';
import { scaleOf } from '../../report/sectionFields.ts';
import type { Span } from '../../text/span.ts';
import { roleAt } from '../places.ts';
import { type Asked, choice, type Draft, literal, value, wordsAround } from './item.ts';
import { commonest } from './packWords.ts';

const LABELLED = /^(\s*(?:(?:[-*+]|\d+[.)])\s+)?\*\*([^*:]+)(?::\*\*|\*\*:)[ \t]*)(.*?)[ \t]*$/;
const LABEL_BEGUN = /^(\s*(?:[-*+]\s+)?)\*\*([^*:|]*)$/;
const BULLET = /^\s*[-*+]\s+$/;

/** The value of a field, by what the author calls that. */
interface FieldPlace {
  readonly name: string;
  readonly span: Span;
}

/** The name of the field whose value the cursor stands in, and the value's place. */
export function fieldValueAt({ line, from, cursor }: TextSlot): FieldPlace | undefined {
  const [, lead, name, words = ''] = LABELLED.exec(line) ?? [];
  if (lead === undefined || name === undefined || cursor < lead.trimEnd().length) return undefined;
  const start = Math.min(lead.length, cursor);
  return { name, span: { from: from + start, to: from + Math.max(cursor, lead.length + words.length) } };
}

const HEADED = /^(#{1,6}[ \t]+)(.+?)(:|[ \t][-–—])([ \t]*)/;

/** The judgements of an area on a heading that names it, behind what parts the judgement from the name. */
export function headingJudgements(report: Report, { line, from, cursor }: TextSlot): readonly Draft[] {
  const [lead, , name = '', , gap = ''] = HEADED.exec(line) ?? [];
  if (lead === undefined || cursor < lead.length - gap.length) return [];
  const start = Math.min(cursor, lead.length);
  const end = Math.max(cursor, line.trimEnd().length);
  return namedJudgements(
    report,
    name,
    { from: from + start, to: from + end },
    start < lead.length || gap === '',
  );
}

/** @param isClose whether a blank is missing before them */
export function namedJudgements(
  report: Report,
  name: string,
  span: Span,
  isClose: boolean,
): readonly Draft[] {
  const area = report.vocabulary?.areasByName.get(normalisePhrase(name));
  if (area === undefined) return [];
  const lead = isClose ? ' ' : '';
  return judgements(report, area, span, formatJudgement).map((one) => ({
    ...one,
    insert: lead + one.insert,
  }));
}

/** The values that a field of a section may have, with that before the others which the document says elsewhere. */
export function fieldValues(
  report: Report,
  section: Section,
  { name, span }: FieldPlace,
  asked: Asked,
): readonly Draft[] {
  const { area } = section.content;
  const role = roleAt(report, section);
  const def = role?.fieldsByName.get(normaliseName(name));
  const lead = /[:*]/.test(report.model.text.slice(span.from - 1, span.from)) ? ' ' : '';
  const spaced = (drafts: readonly Draft[]) => drafts.map((one) => ({ ...one, insert: lead + one.insert }));
  const framework = report.vocabulary?.framework;
  const scale = def?.type === 'status' && framework !== undefined ? scaleOf(def, framework) : undefined;
  if (def !== undefined && scale !== undefined) {
    return spaced(statuses(scale, span, statusInTable(report, section, def)));
  }
  if (area !== undefined && (def?.type === 'judgement' || isJudgementName(name))) {
    return spaced(judgements(report, area, span, formatJudgement));
  }
  if (def !== undefined && def.values.length > 0) return spaced(def.values.map((one) => value(one, span)));
  return def === undefined ? [] : spaced(usedElsewhere(report, section, def, span, asked));
}

/** Every status of a scale, in its order. */
export function statuses({ values }: StatusScale, span: Span, said?: string): readonly Draft[] {
  return values.map(({ label, meaning }, index) =>
    value(label, span, {
      detail: `${index + 1} of ${values.length}`,
      documentation: meaning,
      ...(label === said ? { preselect: true } : {}),
    }),
  );
}

/** Every judgement of an area's scale, as it is written at the place. */
export function judgements(
  report: Report,
  area: Area,
  span: Span,
  written: (one: ScaleValue) => string,
): readonly Draft[] {
  const { values, title } = area.scale;
  const said = elsewhere(report, area, span);
  return values.map((one, index) =>
    value(written(one), span, {
      detail: title ?? `${index + 1} of ${values.length}`,
      documentation: one.meaning,
      ...(one === said ? { preselect: true } : {}),
    }),
  );
}

/** What other places say of an area. */
function elsewhere(report: Report, area: Area, { from, to }: Span): ScaleValue | undefined {
  const placed = (report.statements.get(area) ?? []).filter(({ section, statement }) => {
    const at = anchorSpan(section, statement.at);
    return at.to < from || at.from > to;
  });
  return placed.map(({ statement }) => statedValue(statement)).find((one) => one !== undefined);
}

/** The status that the table of all of them gives the section. */
function statusInTable({ sections }: Report, { content }: Section, def: FieldDef): string | undefined {
  for (const { content: other } of sections) {
    const row = other.statusRows.find(({ name }) => normaliseName(name.text) === content.name);
    const found = row?.statuses.find(({ field }) => field.id === def.id)?.status;
    if (found !== undefined) return found.label;
  }
  return undefined;
}

/** What other sections say in the same field: names come again. */
function usedElsewhere(
  { sections }: Report,
  own: Section,
  def: FieldDef,
  span: Span,
  asked: Asked,
): readonly Draft[] {
  if (def.type === 'block') return [];
  const used = sections
    .filter((section) => section !== own)
    .flatMap(({ content }) => content.fields.filter((field) => field.def?.id === def.id))
    .map(({ value: words }) => words.text.trim());
  const others = commonest(wordsAround(asked).fields.get(def.id));
  return [...new Set([...used, ...others])].filter((one) => one !== '').map((one) => value(one, span));
}

/** The fields that a section may have and does not, as their framework orders them. */
function missingFields(report: Report, section: Section): readonly (FieldDef | 'judgement')[] {
  const { content } = section;
  const given = new Set(content.fields.map(({ def }) => def?.id));
  const own = [...new Set(roleAt(report, section)?.fieldsByName.values() ?? [])].filter(
    ({ id }) => !given.has(id),
  );
  const judged = content.statements.some(({ area }) => area === content.area);
  const needs = content.area !== undefined && !judged && !own.some(({ type }) => type === 'judgement');
  return needs ? ['judgement', ...own] : own;
}

/** What is offered for a field: its name as readers see it, its key in data, and the values it may have. */
interface FieldName {
  readonly label: string;
  readonly key: string;
  readonly isBlock: boolean;
  readonly values: readonly string[];
  readonly detail: string | undefined;
  readonly documentation: string | undefined;
}

function namesOf(report: Report, section: Section): readonly FieldName[] {
  const framework = report.vocabulary?.framework;
  return missingFields(report, section).map((def): FieldName => {
    if (def === 'judgement') {
      const values = section.content.area?.scale.values.map(formatJudgement) ?? [];
      return {
        label: 'Judgement',
        key: 'judgement',
        isBlock: false,
        values,
        detail: undefined,
        documentation: undefined,
      };
    }
    const scale = def.type === 'status' && framework !== undefined ? scaleOf(def, framework) : undefined;
    return {
      label: def.label,
      key: def.id,
      isBlock: def.type === 'block',
      values: scale?.values.map(({ label }) => label) ?? def.values,
      detail: def.required ? 'required' : undefined,
      documentation: def.description,
    };
  });
}

/** Names of fields on a line that begins one: `- **`, or a bullet alone where somebody asks. */
export function fieldNames(
  report: Report,
  section: Section,
  { line, from, cursor }: TextSlot,
  explicit: boolean,
): readonly Draft[] {
  const before = line.slice(0, cursor);
  const begun = LABEL_BEGUN.exec(before);
  const isBare = begun === null && explicit && BULLET.test(before) && line.trim() === before.trim();
  if (begun === null && !isBare) return [];
  const start = begun?.[1]?.length ?? before.length;
  // What closes the name already is written anew, but never a value behind it.
  const behind = /^[^*:]*(?:\*\*:?|:\*\*)?/.exec(line.slice(cursor))?.[0] ?? '';
  if (line.slice(cursor + behind.length).trim() !== '') return [];
  const span = { from: from + start, to: from + cursor + behind.trimEnd().length };
  return namesOf(report, section).map(({ label, values, detail, documentation }) => ({
    label,
    kind: 'field',
    detail,
    documentation,
    span,
    insert: `**${literal(label)}:** ${choice(1, values)}`,
    snippet: true,
    filter: `**${label}`,
  }));
}

/** Keys of fields of a section that is written as data. */
export function fieldKeys(report: Report, section: Section, span: Span, colon: boolean): readonly Draft[] {
  // What takes a block is a section below, not a value.
  const names = namesOf(report, section).filter(({ isBlock }) => !isBlock);
  return names.map(({ label, key, values, detail, documentation }) => ({
    label: key,
    kind: 'field',
    detail: detail === undefined ? label : `${label} (${detail})`,
    documentation,
    span,
    insert: colon ? key : `${key}: ${choice(1, values)}`,
    snippet: !colon,
  }));
}
