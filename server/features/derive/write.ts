import { written } from '../dataCompletion.ts';
import type { Derived, DerivedField, DerivedSection, DerivedTable, Share } from './derived.ts';

/** A framework file in YAML, with comments that say where its author should look again. */
export function writeFramework(derived: Derived): string {
  const { documents } = derived;
  const lines = [
    `# Made from ${documents === 1 ? 'one document' : `${documents} documents`}: what they have in common, and no more. Read every line before you rely on it.`,
    '# A section or field that all of them have was taken for required; say "required: false" where it need not be there.',
    `id: ${scalar(derived.id)}`,
    `title: ${scalar(derived.title)}`,
    ...(derived.isLetter ? ['kind: letter'] : ['# kind: inspection-report, or what else it is']),
    '# source: { title: …, publisher: …, published: … }',
    ...(derived.numbering === 'none' ? [] : [`numbering: ${derived.numbering}`]),
    ...scaleLines(derived),
    ...statusLines(derived),
    ...group('fields', fieldLines(derived.fields, '  ', 'documents')),
    ...(derived.isLetter ? LETTER_PARTS : []),
    ...group(
      'patterns',
      derived.patterns.flatMap(({ id, sections }) => [
        '  # These sections stand below several others. Give them a better name, here and where "pattern:" names it.',
        `  ${id}:`,
        '    sections:',
        ...sections.flatMap((section) => sectionLines(section, '      ')),
      ]),
    ),
    ...group('tables', derived.tables.flatMap(tableLines)),
    ...group(
      'sections',
      derived.sections.flatMap((section) => sectionLines(section, '  ')),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function group(key: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${key}:`, ...lines];
}

const LETTER_PARTS = [
  '',
  'parts:',
  '  - { id: salutation, label: Salutation, begins: [Dear], required: true }',
  '  - { id: sign-off, label: Sign-off, begins: [Yours sincerely, Yours faithfully], required: true }',
];

function scaleLines({ scale }: Derived): readonly string[] {
  if (scale === undefined) return [];
  return [
    '',
    '# No scale of the library has these labels. Put in the values that no document happens to have.',
    'scales:',
    `  ${scale.id}:`,
    '    values:',
    ...scale.values.map(
      ({ label, grade }) =>
        `      - { ${grade === undefined ? '' : `grade: ${grade}, `}label: ${scalar(label)} }`,
    ),
  ];
}

function statusLines({ statuses }: Derived): readonly string[] {
  if (statuses.length === 0) return [];
  return [
    '',
    '# As the documents have them. Put the best first, and in those that no document happens to have.',
    'statuses:',
    '  status:',
    '    values:',
    ...statuses.map((label) => `      - { label: ${scalar(label)} }`),
  ];
}

function fieldLines(fields: readonly DerivedField[], indent: string, places: string): readonly string[] {
  return fields.map(({ id, label, type, share }) => {
    const scale = type === 'status' ? ', scale: status' : '';
    const required = isAll(share) ? ', required: true' : '';
    return `${indent}${id}: { type: ${type}${scale}${required}, label: ${scalar(label)} }${shareComment(share, places)}`;
  });
}

function shareComment({ count, of }: Share, places: string): string {
  return count === of ? '' : ` # in ${count} of ${of} ${places}`;
}

function isAll({ count, of }: Share): boolean {
  return count === of;
}

function tableLines({ id, kind, columns }: DerivedTable): readonly string[] {
  return [
    `  ${id}:`,
    `    kind: ${kind}`,
    '    columns:',
    ...columns.map(
      ({ id: column, heading, required }) =>
        `      - { id: ${scalar(column)}, heading: ${scalar(heading)}${required ? ', required: true' : ''} }`,
    ),
  ];
}

function sectionLines(section: DerivedSection, indent: string): readonly string[] {
  const { id, heading, aliases, share, judgement, summary, pattern, groups, tables } = section;
  const inner = `${indent}  `;
  const list = (key: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${inner}${key}: [${texts.map(scalar).join(', ')}]`];
  return [
    `${indent}- id: ${scalar(id)}`,
    `${inner}heading: ${scalar(heading)}`,
    ...(aliases.length === 0 ? [] : [`${inner}# Taken for the same section: is it?`]),
    ...list('aliases', aliases),
    isAll(share)
      ? `${inner}required: true`
      : `${inner}# In ${share.count} of ${share.of} places where it could stand.`,
    ...(section.repeated ? [`${inner}repeated: true`] : []),
    ...(judgement === undefined
      ? []
      : [
          `${inner}judgement: { scale: ${judgement.scale}${judgement.required ? ', required: true' : ''}${judgement.inSummary ? '' : ', in-summary: false'} }`,
        ]),
    ...(groups.length === 0
      ? []
      : [`${inner}recommendations: { groups: [${groups.map(scalar).join(', ')}] }`]),
    ...(section.fields.length === 0
      ? []
      : [`${inner}fields:`, ...fieldLines(section.fields, `${inner}  `, 'places')]),
    ...list(
      'tables',
      tables.filter(({ required }) => !required).map(({ table }) => table),
    ).filter(() => tables.every(({ required }) => !required)),
    ...(tables.some(({ required }) => required)
      ? [
          `${inner}tables:`,
          ...tables.map(
            ({ table, required }) =>
              `${inner}  - { table: ${scalar(table)}${required ? ', required: true' : ''} }`,
          ),
        ]
      : []),
    ...(section.statusSummary ? [`${inner}status-summary: true`] : []),
    ...(summary === undefined ? [] : [`${inner}judgement-summary: true`]),
    ...(summary === undefined || summary.length === 0
      ? []
      : [
          `${inner}rows:`,
          ...summary.map((area) => `${inner}  - { area: ${scalar(area)}, record-only: true }`),
        ]),
    ...(pattern === undefined ? [] : [`${inner}pattern: ${scalar(pattern)}`]),
    ...(section.sections.length === 0
      ? []
      : [`${inner}sections:`, ...section.sections.flatMap((one) => sectionLines(one, `${inner}  `))]),
  ];
}

/** Words that YAML would read as something else than text. */
const OTHER = /^(?:true|false|yes|no|on|off|null|[\d._-]+)$/i;

function scalar(text: string): string {
  return OTHER.test(text) ? JSON.stringify(text) : written(text);
}
