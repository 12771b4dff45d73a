import { isInForce } from '../../framework/inForce.ts';
import type { FrameworkLibrary } from '../../framework/library.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Model } from '../../model/model.ts';
import { buildReport, NO_PACK } from '../../report/build.ts';
import { type Report, type Section, type Statement, statedValue } from '../../report/report.ts';
import { dayOf } from '../../report/speaksFrom.ts';
import type { Table } from '../../syntax/block.ts';
import type { Derived, DerivedJudgement, DerivedScale, DerivedSection } from './derived.ts';
import { writeFramework } from './write.ts';

/** A framework's sections with what they judge, and on which scale. */
export interface Judged {
  readonly sections: readonly DerivedSection[];
  readonly scale: DerivedScale | undefined;
}

/** The sections with their judgements, on the scale that most of the documents' words are on. */
export function withJudgements(
  derived: Derived,
  models: readonly Model[],
  library: FrameworkLibrary,
): Judged {
  const own = ownScale(models);
  const tried = [...library.scales.ids(), ...(own === undefined ? [] : [own.id])].map((scale) =>
    trial(derived, models, library, scale, own),
  );
  const best = tried.reduce<Trial | undefined>(
    (found, one) => (one.score > (found?.score ?? 0) ? one : found),
    undefined,
  );
  if (best === undefined) return { sections: derived.sections, scale: undefined };
  const summaries = summariesIn(best);
  const named = new Set([...summaries.values()].flatMap(({ areas }) => [...areas]));
  const judge = (section: DerivedSection): DerivedSection => ({
    ...section,
    judgement: judgementOf(section.id, best, summaries.size > 0 ? named : undefined),
    summary: summaries.get(section.id)?.records,
    sections: section.sections.map(judge),
  });
  return { sections: derived.sections.map(judge), scale: best.scale === own?.id ? own : undefined };
}

/** What the documents say if their sections are judged on one scale. */
interface Trial {
  readonly scale: string;
  readonly score: number;
  readonly reports: readonly Report[];
  readonly vocabulary: Vocabulary;
}

function trial(
  derived: Derived,
  models: readonly Model[],
  library: FrameworkLibrary,
  scale: string,
  own: DerivedScale | undefined,
): Trial {
  const judged = { scale, required: false, inSummary: true };
  const judge = (section: DerivedSection): DerivedSection => ({
    ...section,
    judgement: judged,
    sections: section.sections.map(judge),
  });
  const { vocabulary, reports } = readBy(
    {
      ...derived,
      scale: scale === own?.id ? own : undefined,
      sections: derived.sections.map(judge),
    },
    models,
    library,
  );
  const stated = reports.flatMap(ownStatements);
  const known = stated.filter(({ statement }) => isOnScale(statement));
  const plain = known.filter(({ statement }) => statement.form !== 'prose').length;
  const days = models.flatMap((model) => dayOf(model, vocabulary) ?? []);
  const { inForce } = vocabulary.framework.scales.get(scale) ?? {};
  const isTimely = days.length > 0 && days.every((day) => isInForce(inForce, day));
  // A sentence or two may use the words of a scale without judging by it.
  const certain = plain > 0 || known.length > 2 ? known.length : 0;
  const labels = known.filter(({ statement }) => statement.label?.value !== undefined).length;
  const score = certain - 2 * (stated.length - known.length) + (certain > 0 ? labels / 1000 : 0);
  return { scale, score: score > 0 && isTimely ? score + 0.1 : score, reports, vocabulary };
}

/** Whether all that a statement says is on the scale, and its number means the same as its label. */
function isOnScale({ label, grade }: Statement): boolean {
  const known = [label, grade].every((part) => part === undefined || part.value !== undefined);
  return known && (label === undefined || grade === undefined || label.value === grade.value);
}

/** What the documents say when they are read by what was made out so far. */
export function readBy(
  derived: Derived,
  models: readonly Model[],
  library: FrameworkLibrary,
): { readonly reports: readonly Report[]; readonly vocabulary: Vocabulary } {
  const text = writeFramework(derived);
  const entry = library.including({ path: 'derived.framework.yaml', text }).get(derived.id);
  if (entry === undefined) throw new Error('What was derived is no framework.');
  const { vocabulary } = entry;
  return { vocabulary, reports: models.map((model) => buildReport(model, vocabulary, NO_PACK)) };
}

function ownStatements({ sections }: Report): readonly { section: Section; statement: Statement }[] {
  return sections.flatMap((section) =>
    section.content.statements
      .filter(({ area, form }) => area === section.content.area && form !== 'summary')
      .map((statement) => ({ section, statement })),
  );
}

function judgementOf(
  id: string,
  { reports, scale }: Trial,
  summary: ReadonlySet<string> | undefined,
): DerivedJudgement | undefined {
  const sections = reports.flatMap((report) =>
    report.sections.filter(({ content }) => content.role?.def.id === id),
  );
  const stating = sections.filter(({ content }) =>
    content.statements.some(
      (statement) =>
        statement.area === content.area &&
        statement.form !== 'summary' &&
        statedValue(statement) !== undefined,
    ),
  );
  const inSummary = summary?.has(id) === true;
  if (stating.length * 2 < Math.max(sections.length, 1) && !inSummary) return undefined;
  return {
    scale,
    required: stating.length > 0 && stating.length === sections.length,
    inSummary: summary === undefined || inSummary,
  };
}

/** What the table of judgements in a section names. */
interface Summary {
  /** The ids of the sections. */
  readonly areas: ReadonlySet<string>;
  /** The rows that have a judgement and no section. */
  readonly records: readonly string[];
}

/** Fewer judged rows than these may as well be a table of something else. */
const FEWEST_ROWS = 2;

function summariesIn({ reports, vocabulary, scale: id }: Trial): ReadonlyMap<string, Summary> {
  const scale = vocabulary.framework.scales.get(id);
  const found = new Map<string, { areas: Set<string>; records: Map<string, string> }>();
  for (const { content, own } of reports.flatMap(({ sections }) => sections)) {
    if (content.role === undefined || scale === undefined) continue;
    for (const table of own.flatMap(({ block }) => block.tables)) {
      const rows = judgedRows(table, (text) => vocabulary.labels.value(text, scale) !== undefined);
      const areas = rows.flatMap(
        (name) => vocabulary.sectionsByName.get(normaliseName(name))?.[0]?.def.id ?? [],
      );
      if (areas.length < FEWEST_ROWS) continue;
      const known = found.get(content.role.def.id) ?? { areas: new Set(), records: new Map() };
      found.set(content.role.def.id, known);
      for (const area of areas) known.areas.add(area);
      for (const name of rows) {
        if (!vocabulary.sectionsByName.has(normaliseName(name))) known.records.set(normaliseName(name), name);
      }
    }
  }
  // Every table of judgements is held against all areas, so that only the fullest is taken for one.
  const [fullest] = [...found].sort(([, a], [, b]) => b.areas.size - a.areas.size);
  if (fullest === undefined) return new Map();
  const [key, { areas, records }] = fullest;
  return new Map([[key, { areas, records: [...records.values()] }]]);
}

/** The first cells of the rows in which another cell is a label, with or without its grade. */
function judgedRows({ rows }: Table, isLabel: (text: string) => boolean): readonly string[] {
  return rows.slice(1).flatMap(({ cells }) => {
    const [name, ...others] = cells.map(({ prose }) => prose.text.trim());
    const judged = others.some((text) => isLabel(text.replace(/\s*\(?grade \d{1,2}\)?/i, '').trim()));
    return name !== undefined && name !== '' && judged ? [name] : [];
  });
}

const GRADED =
  /\bGrade\s+(\d{1,2})\s*\((\p{Lu}[\p{L} ]{1,40})\)|(\p{Lu}[\p{Ll} ]{1,40}?)\s*\(Grade\s+(\d{1,2})\)/gu;

/** A scale made of the grades and labels that stand side by side; undefined unless there are two. */
function ownScale(models: readonly Model[]): DerivedScale | undefined {
  const labels = new Map<number, string>();
  for (const { text } of models) {
    for (const match of text.toString().matchAll(GRADED)) {
      labels.set(Number(match[1] ?? match[4]), (match[2] ?? match[3] ?? '').trim());
    }
  }
  if (labels.size < 2) return undefined;
  const values = [...labels].sort(([a], [b]) => a - b).map(([grade, label]) => ({ grade, label }));
  return { id: 'judgements', values };
}
