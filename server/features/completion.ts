import type { FieldDef, StatusScale } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import { type Area, formatJudgement, type SectionRole, type Vocabulary } from '../framework/vocabulary.ts';
import type { Slot } from '../model/slot.ts';
import { BUILT_IN_FIELDS } from '../report/builtInFields.ts';
import { anchorSpan, sectionsOf } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { sectionAt, summaryRowAt } from './places.ts';
import { statusAt, statusScaleAt } from './statuses.ts';

/** Something that could be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'section';
  /** Short, beside the label. */
  readonly detail: string | undefined;
  /** Markdown, below. */
  readonly documentation: string | undefined;
  /** What is replaced, and by what. */
  readonly span: Span;
  readonly insert: string;
  /** Whether `insert` holds tab stops. */
  readonly snippet: boolean;
  /** Items are shown in the order given, which means something: a scale is not an alphabet. */
  readonly order: number;
}

type Draft = Omit<CompletionItem, 'order'>;

/** What could be written at `offset`. */
export function completion(analysis: Analysis, offset: number): readonly CompletionItem[] {
  return drafts(analysis, offset).map((item, order) => ({ ...item, order }));
}

function drafts(analysis: Analysis, offset: number): readonly Draft[] {
  const { report } = analysis;
  const inSummary = summaryRowAt(report, offset);
  if (inSummary?.row.area !== undefined && inSummary.row.cell !== undefined) {
    return labels(inSummary.row.area, anchorSpan(inSummary.section, inSummary.row.cell));
  }
  const status = statusAt(report, offset);
  if (status !== undefined) return statuses(status.scale, status.span);
  const slot = report.model.editing.slotAt(offset);
  if (slot === undefined) return [];
  if (slot.kind === 'meta-value') return metaValues(analysis, slot);
  if (slot.kind === 'meta-key') return metaKeys(analysis, slot);
  if (report.vocabulary === undefined) return [];
  if (slot.kind === 'field-value') return fieldValues(analysis, slot, offset);
  return missingSections(analysis, report.vocabulary, slot);
}

function metaKeys({ report, ours }: Analysis, slot: Slot): readonly Draft[] {
  const present = new Set(report.model.meta.map((entry) => normaliseName(entry.key)));
  const own = report.fields.map(({ def }) => ({
    key: def.id,
    detail: detailOf(def),
    documentation: def.description,
  }));
  const names = new Set(own.map(({ key }) => key));
  const builtIn = [...BUILT_IN_FIELDS]
    .filter(([key]) => !names.has(key))
    .map(([key, field]) => ({ key, detail: undefined, documentation: field.description }));
  // In a file that is nobody's yet, all that is offered is to make it ours, to those who begin to.
  const offered = ours
    ? [...own, ...builtIn]
    : builtIn.filter(({ key }) => key === 'framework' && slot.typed !== '');
  return offered
    .filter(({ key }) => !present.has(normaliseName(key)) || key === slotKey(slot))
    .map(({ key, detail, documentation }) => ({
      label: key,
      kind: 'field',
      detail,
      documentation: documentation ?? BUILT_IN_FIELDS.get(key)?.description,
      span: slot.span,
      insert: `${key}: `,
      snippet: false,
    }));
}

function slotKey(slot: Slot): string {
  return slot.kind === 'meta-key' ? slot.typed : '';
}

function detailOf(def: FieldDef): string {
  return def.required ? `${def.label} (required)` : def.label;
}

function metaValues(
  { input, report }: Analysis,
  slot: Slot & { readonly kind: 'meta-value' },
): readonly Draft[] {
  if (slot.key === 'framework') {
    return input.library.ids().map((id) => {
      const framework = input.library.get(id)?.vocabulary.framework;
      const detail = framework?.title;
      return value(id, detail, framework?.inspectorate, slot.span);
    });
  }
  const def = report.fields.find(({ entry }) => entry?.key === slot.key)?.def;
  const values =
    def === undefined || def.values.length === 0 ? BUILT_IN_FIELDS.get(slot.key)?.values : def.values;
  return (values ?? []).map((text) => value(text, undefined, undefined, slot.span));
}

function value(
  label: string,
  detail: string | undefined,
  documentation: string | undefined,
  span: Span,
): Draft {
  return { label, kind: 'value', detail, documentation, span, insert: label, snippet: false };
}

const JUDGEMENT = /^(?:overall )?judge?ment$|^grade$/;

function fieldValues(
  { report }: Analysis,
  slot: Slot & { readonly kind: 'field-value' },
  offset: number,
): readonly Draft[] {
  const scale = statusScaleAt(report, offset, normaliseName(slot.name));
  if (scale !== undefined) return statuses(scale, slot.span);
  const area = sectionAt(report, offset)?.content.area;
  if (area === undefined || !JUDGEMENT.test(normaliseName(slot.name))) return [];
  return area.scale.values.map((item) => value(formatJudgement(item), item.meaning, undefined, slot.span));
}

function statuses({ values }: StatusScale, span: Span): readonly Draft[] {
  return values.map((item) => value(item.label, item.meaning, undefined, span));
}

function labels(area: Area, span: Span): readonly Draft[] {
  return area.scale.values.map((item) => value(item.label, item.meaning, undefined, span));
}

/** Sections that the document does not have yet, in the framework's order. */
function missingSections(
  { report }: Analysis,
  vocabulary: Vocabulary,
  slot: Slot & { readonly kind: 'section' },
): readonly Draft[] {
  return vocabulary.roles
    .filter((role) => sectionsOf(report, role).length === 0)
    .map((role) => ({
      label: role.def.heading,
      kind: 'section',
      detail: role.def.required ? 'required section' : 'optional section',
      documentation: role.def.guidance,
      span: slot.span,
      insert: report.model.editing.sectionText(
        { heading: role.def.heading, body: role.def.template ?? '$0' },
        slot.level ?? levelOf(role),
        slot,
      ),
      snippet: true,
    }));
}

/** The outermost sections are headed at the second level, below the title. */
function levelOf(role: SectionRole): number {
  return Math.min(6, role.depth + 2);
}
