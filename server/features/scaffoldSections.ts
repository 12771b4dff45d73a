import type { FieldDef, Framework, SectionDef } from '../framework/framework.ts';
import { filled, nameGap, openGap } from '../framework/gaps.ts';
import { normaliseName } from '../framework/name.ts';
import { fieldNames, type SectionRole, type Vocabulary } from '../framework/vocabulary.ts';
import type { NewSection } from '../model/editing.ts';
import { isJudgementName, mayNameJudgement } from '../report/judgementName.ts';
import { gap } from './gapMarks.ts';
import { ScaffoldNumbers } from './scaffoldNumbers.ts';
import { aligned, emptyTable, table } from './scaffoldTables.ts';

type NewField = NonNullable<NewSection['fields']>[number];

/** The sections of a new document. What a template does not give and the framework requires is added to it. */
export class ScaffoldSections {
  readonly #vocabulary: Vocabulary;
  readonly #numbers: ScaffoldNumbers;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#numbers = new ScaffoldNumbers(vocabulary);
  }

  /** Every section that there must be, with those that must be below it. */
  all(): readonly NewSection[] {
    return this.#required(undefined);
  }

  /**
   * One section with those that its pattern asks for, but without others below it; undefined for one that only holds
   * others.
   */
  one(role: SectionRole): NewSection | undefined {
    const section = this.#section(role);
    const { fields = [], body, sections = [] } = section;
    const others = role.def.sections.filter(({ ofPattern }) => ofPattern === undefined);
    const own = sections.filter(({ heading }) => others.every((other) => other.heading !== heading));
    return fields.length === 0 && body === '' && own.length === 0 ? undefined : { ...section, sections: own };
  }

  get #framework(): Framework {
    return this.#vocabulary.framework;
  }

  #required(parent: SectionRole | undefined): readonly NewSection[] {
    return this.#vocabulary.roles
      .filter((role) => role.parent === parent && role.def.required)
      .map((role) => this.#section(role));
  }

  #section(role: SectionRole): NewSection {
    const { def } = role;
    const { fields, body } = withoutFields(aligned(filled(def.template ?? '', gap)));
    const missing = def.fields.filter((field) => field.required && !isIn(field, fields, body));
    const lines = missing.filter(({ type }) => type !== 'block').map(({ label }) => asked(label));
    const blocks = missing.filter(({ type }) => type === 'block');
    const text = this.#body(def, body, blocks.length > 0);
    return {
      heading: def.anyHeading ? gap(nameGap(def.heading)) : def.heading,
      id: this.#isNamesake(role) ? def.id : undefined,
      fields: [...judgementOf(def, fields), ...fields, ...lines],
      ...this.#numbers.numbered(text, role.parent === undefined),
      sections: [
        ...blocks.map(({ label }) => ({ heading: label, body: gap('text') })),
        ...this.#required(role),
      ],
    };
  }

  /** Whether its heading would be taken for that of another section. */
  #isNamesake(role: SectionRole): boolean {
    const named = this.#vocabulary.sectionsByName.get(normaliseName(role.def.heading)) ?? [];
    const taken = named.find((one) => one.parent === role.parent) ?? named[0];
    return !role.def.anyHeading && taken !== role;
  }

  /** What stands below the fields: what the template says, and what has to be there besides. */
  #body(def: SectionDef, own: string, hasBlocks: boolean): string {
    const parts = own === '' ? [...this.#groups(def)] : [own];
    if (!own.includes('|')) parts.push(...this.#tables(def));
    const isGroup = hasBlocks || def.sections.some(({ required }) => required);
    const isWhole =
      parts.length > 0 || def.template !== undefined || (isGroup && def.judgement === undefined);
    if (isWhole) return parts.join('\n\n');
    return this.#numbers.paragraph(gap(openGap(def)));
  }

  #groups({ recommendations }: SectionDef): readonly string[] {
    if (recommendations === undefined) return [];
    const list = `- ${gap('action')}`;
    if (recommendations.groups.length === 0) return [list];
    return recommendations.groups.map((group) => `**${group}:**\n\n${list}`);
  }

  #tables({ tables, judgementSummary }: SectionDef): readonly string[] {
    const required = tables
      .filter((one) => one.required)
      .flatMap(({ table }) => this.#framework.tables.get(table) ?? []);
    return [...(judgementSummary ? [this.#summary()] : []), ...required.map(emptyTable)];
  }

  /** A row for every area that the document judges. */
  #summary(): string {
    const areas = this.#vocabulary.areas.filter(({ section }) => {
      for (let role = section; role !== undefined; role = role.parent) if (!role.def.required) return false;
      return true;
    });
    return table(
      ['Area', 'Judgement'],
      areas.map(({ name }) => [name, gap('judgement')]),
    );
  }
}

/** The fields that a template begins with, and what stands below them. */
function withoutFields(template: string): { readonly fields: readonly NewField[]; readonly body: string } {
  const lines = template.split('\n');
  const fields: NewField[] = [];
  for (const line of lines) {
    const [, name, value] = /^- \*\*([^*]+?)(?::|(?<=\?))\*\* (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) break;
    fields.push({ name, value });
  }
  return { fields, body: lines.slice(fields.length).join('\n').trim() };
}

/** Whether a template gives a field: as a field, or by a label or a heading of its name. */
function isIn(def: FieldDef, fields: readonly NewField[], body: string): boolean {
  const labels = [...body.matchAll(/^(?:#{1,6} |(?:[-*+] )?\*\*)([^*\n]+)/gm)].map((match) => match[1] ?? '');
  const names = new Set(fieldNames(def));
  return [...fields.map(({ name }) => name), ...labels].some((name) => names.has(normaliseName(name)));
}

function asked(name: string): NewField {
  return { name, value: gap(nameGap(name)) };
}

const JUDGEMENT = 'Judgement';

function judgementOf({ judgement }: SectionDef, fields: readonly NewField[]): readonly NewField[] {
  const given = fields.some(({ name }) => isJudgementName(name) || mayNameJudgement(name));
  return judgement?.required === true && !given ? [asked(JUDGEMENT)] : [];
}
