import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { FieldDef, Framework, Scale, SectionDef } from '../../server/framework/framework.ts';

/** What the tests read of a framework file. They need no problems, so that they do not load it as the product does. */
interface Written {
  readonly id: string;
  readonly title: string;
  readonly numbering?: Framework['numbering'];
  readonly scales?: Record<string, Pick<Scale, 'better'> & { values: readonly WrittenValue[] }>;
  readonly fields?: Record<string, Pick<FieldDef, 'type' | 'label'>>;
  readonly sections?: readonly WrittenSection[];
}

interface WrittenValue {
  readonly grade?: number;
  readonly label: string;
  readonly meaning?: string;
  readonly aliases?: readonly string[];
}

type WrittenSection = Pick<SectionDef, 'id' | 'heading' | 'judgement' | 'recommendations'> & {
  readonly aliases?: readonly string[];
  readonly subjects?: readonly string[];
  readonly 'judgement-summary'?: boolean;
  readonly rows?: readonly { area: string; 'record-only'?: boolean; subjects?: readonly string[] }[];
  readonly sections?: readonly WrittenSection[];
};

/** The framework that a file holds. */
export function frameworkOf(file: string): Framework {
  const written = parse(readFileSync(file, 'utf8')) as Written;
  return {
    id: written.id,
    title: written.title,
    inspectorate: undefined,
    kind: undefined,
    source: undefined,
    scales: new Map(Object.entries(written.scales ?? {}).map(([id, scale]) => [id, scaleOf(id, scale)])),
    fields: Object.entries(written.fields ?? {}).map(([id, field]) => fieldOf(id, field)),
    sections: (written.sections ?? []).map(sectionOf),
    numbering: written.numbering ?? 'none',
    acronyms: new Map(),
    rules: new Map(),
  };
}

function scaleOf(
  id: string,
  { better, values }: { better: Scale['better']; values: readonly WrittenValue[] },
): Scale {
  return {
    id,
    better,
    values: values.map(({ grade, label, meaning, aliases = [] }) => ({ grade, label, meaning, aliases })),
  };
}

function fieldOf(id: string, { type, label }: Pick<FieldDef, 'type' | 'label'>): FieldDef {
  return { id, type, label, required: false, values: [], description: undefined };
}

function sectionOf(written: WrittenSection): SectionDef {
  return {
    id: written.id,
    heading: written.heading,
    aliases: written.aliases ?? [],
    subjects: written.subjects ?? [],
    required: false,
    judgement: written.judgement,
    guidance: undefined,
    template: undefined,
    recommendations: written.recommendations,
    judgementSummary: written['judgement-summary'] ?? false,
    rows: (written.rows ?? []).map((row) => ({
      area: row.area,
      recordOnly: row['record-only'] ?? false,
      subjects: row.subjects ?? [],
      scale: undefined,
    })),
    sections: (written.sections ?? []).map(sectionOf),
  };
}
