import type {
  FieldDef,
  Framework,
  FrameworkSource,
  Scale,
  ScaleValue,
  SectionDef,
} from '../../framework/framework.ts';
import { tableLines } from './table.ts';
import { hanging, wrap } from './wrap.ts';

/** What a framework asks for, for people. */
export function frameworkLines(framework: Framework, from: string, width: number): readonly string[] {
  const { id, title, inspectorate, kind, source, numbering } = framework;
  const about = [
    ['Framework', id],
    ['Inspectorate', inspectorate],
    ['Kind', kind],
    ['Where from', from],
    ['Source', source && sourceText(source)],
    ['Paragraphs', NUMBERING[numbering]],
  ].flatMap(([name, value]) =>
    value === undefined ? [] : hanging(`${`${name}:`.padEnd(LABEL)}`, value, width),
  );
  return [
    ...wrap(title, width),
    '',
    ...about,
    ...part('Fields', fieldLines(framework.fields)),
    ...part(
      'Scales',
      [...framework.scales.values()].flatMap((scale) => scaleLines(scale, width)),
    ),
    ...part(
      'Sections',
      framework.sections.flatMap((section) => sectionLines(section, 1, width)),
    ),
    ...part(
      'Checks',
      framework.checks.flatMap(({ id: name, message }) => hanging(`  check/${name}  `, message, width)),
    ),
  ];
}

const LABEL = 'Inspectorate: '.length;

const NUMBERING: Readonly<Record<Framework['numbering'], string>> = {
  document: 'numbered through the document',
  section: 'numbered afresh in each section',
  none: 'not numbered',
};

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function sourceText({ title, publisher, published, url }: FrameworkSource): string {
  return [`"${title}"`, publisher, published, url].filter((one) => one !== undefined).join(', ');
}

const FIELD_TYPES: Readonly<Record<FieldDef['type'], string>> = {
  text: 'text',
  person: 'a person',
  date: 'a day',
  'date-range': 'a day, or from one day to another',
  period: 'a period',
  judgement: 'a judgement',
  status: 'a status',
  measure: 'a figure',
  'page-range': 'pages from one to another',
  block: 'text',
  list: 'a list',
};

function fieldLines(fields: readonly FieldDef[]): readonly string[] {
  const rows = fields.map(({ id, label, type, required, values }) => {
    const value = values.length === 0 ? FIELD_TYPES[type] : `one of ${values.join(', ')}`;
    return [`  ${id}`, label, required ? 'required' : '', value];
  });
  // The headings go without saying.
  return rows.length === 0 ? [] : tableLines(['', '', '', ''], rows).slice(1);
}

function scaleLines({ id, values }: Scale, width: number): readonly string[] {
  const names = values.map(valueName);
  const column = Math.max(0, ...names.map((name) => name.length));
  const lines = values.flatMap(({ meaning = '' }, index) =>
    hanging(`    ${(names[index] ?? '').padEnd(column)}  `, meaning, width),
  );
  return [`  ${id}`, ...lines];
}

function valueName({ label, grade }: ScaleValue): string {
  return grade === undefined ? label : `${label} (Grade ${grade})`;
}

function sectionLines(section: SectionDef, depth: number, width: number): readonly string[] {
  const { heading, required, judgement, judgementSummary, rows, recommendations } = section;
  const records = rows.filter(({ recordOnly }) => recordOnly).map(({ area }) => area);
  const groups = recommendations?.groups ?? [];
  const facts = [
    required ? 'required' : '',
    judgement === undefined ? '' : `${judgement.required ? 'judged' : 'may be judged'} (${judgement.scale})`,
    judgementSummary ? 'sums up the judgements' : '',
    records.length === 0 ? '' : `has rows of its own for ${records.join(', ')}`,
    recommendations === undefined ? '' : 'recommendations',
    groups.length === 0 ? '' : `in the groups ${groups.join(', ')}`,
  ].filter((fact) => fact !== '');
  const told = facts.length === 0 ? heading : `${heading} – ${facts.join('; ')}`;
  return [
    // What goes on in another line is set off from the sections below.
    ...wrap(told, width - depth * 2 - 4).map(
      (line, index) => `${'  '.repeat(depth)}${index === 0 ? '' : '    '}${line}`,
    ),
    ...section.sections.flatMap((below) => sectionLines(below, depth + 1, width)),
  ];
}
