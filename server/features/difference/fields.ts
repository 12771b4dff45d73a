import { normaliseName } from '../../framework/name.ts';
import { type Model, metaText } from '../../model/model.ts';
import type { SectionField } from '../../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import type { DataNode } from '../../syntax/data.ts';
import type { Span } from '../../text/span.ts';
import type { Said } from './change.ts';
import { statusLevel } from './levels.ts';
import { plainText, plainValue } from './plainWords.ts';
import type { Part, Thing } from './thing.ts';

/** What a document says of itself at its top, each value for itself: also those within a list or a map. */
export function documentFields(report: Report): readonly Thing[] {
  const { model, title, titleHeading } = report;
  const named = new Map(
    report.fields.flatMap(({ def, entry }) => (entry === undefined ? [] : [[entry.key, def] as const])),
  );
  const values = model.meta
    .filter(({ key }) => normaliseName(key) !== 'title')
    .flatMap(({ key, value, valueSpan }) => {
      const def = named.get(key);
      return valuesIn(value, valueSpan.from, [def?.label ?? key], [def?.id ?? normaliseName(key)]);
    });
  const own = title === undefined ? [] : [titleThing(title, model, titleHeading?.from)];
  return [...own, ...values.map(fieldThing)];
}

interface Value {
  readonly labels: readonly string[];
  readonly keys: readonly string[];
  readonly said: Said;
}

/** Keys of an entry of a list by which it is known from version to version. */
const IDS: readonly string[] = ['id', 'name', 'role', 'key'];

function valuesIn(
  node: DataNode,
  at: number,
  labels: readonly string[],
  keys: readonly string[],
): readonly Value[] {
  const isSimple = node.kind === 'scalar' || metaTextIsWhole(node);
  if (isSimple)
    return [{ labels, keys, said: { text: metaText(node), span: { from: at, to: at + node.length } } }];
  if (node.kind === 'map') {
    return node.entries.flatMap(({ key, value, at: behind }) =>
      valuesIn(value, at + behind, [...labels, key], [...keys, normaliseName(key)]),
    );
  }
  return node.items.flatMap(({ value, at: behind }, index) => {
    const id = idOf(value);
    return valuesIn(value, at + behind, [...labels, id ?? `${index + 1}`], [...keys, id ?? `${index}`]);
  });
}

/** Whether a list or a map is one value: names one behind the other, or the two ends of a time. */
function metaTextIsWhole(node: Exclude<DataNode, { kind: 'scalar' }>): boolean {
  const inner = node.kind === 'list' ? node.items : node.entries;
  if (inner.some(({ value }) => value.kind !== 'scalar')) return false;
  return node.kind === 'list' || node.entries.every(({ key }) => key === 'from' || key === 'to');
}

function idOf(node: DataNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  const found = IDS.flatMap((id) => node.entries.filter(({ key }) => key === id));
  const [entry] = found;
  return entry?.value.kind === 'scalar' ? entry.value.text : undefined;
}

function titleThing(title: string, model: Model, heading: number | undefined): Thing {
  const entry = model.meta.find(({ key }) => key === 'title');
  const span = entry?.valueSpan ?? { from: heading ?? 0, to: heading ?? 0 };
  return fieldThing({ labels: ['Title'], keys: ['title'], said: { text: title, span } });
}

function fieldThing({ labels, keys, said }: Value): Thing {
  const [first = '', ...rest] = labels;
  const subject = [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
  const key = keys.join('/');
  return {
    kind: 'field',
    section: undefined,
    keys: [key],
    name: { text: subject, span: said.span },
    subject,
    isWorded: false,
    parts: [{ key: 'value', kind: 'field', label: undefined, said, value: plainValue(said.text) }],
    takes: [],
  };
}

/** The fields of a section, but for those whose values are told of already, such as judgements. */
export function sectionFields(section: Section, isTaken: (span: Span) => boolean): readonly Thing[] {
  return section.content.fields.flatMap((field) => {
    const at = anchorSpan(section, field.value.at);
    return field.value.text !== '' && isTaken(at) ? [] : [sectionField(section, field, at)];
  });
}

function sectionField(section: Section, field: SectionField, span: Span): Thing {
  const { def, name, value, status } = field;
  const subject = def?.label ?? name.text;
  const part: Part = {
    key: 'value',
    kind: status === undefined ? 'field' : 'status',
    label: undefined,
    said: { text: status?.label ?? value.text, span },
    value: status === undefined ? plainValue(value.text) : plainText(status.label),
    level: status && statusLevel(status),
  };
  return {
    kind: 'field',
    section,
    keys: [def?.id ?? normaliseName(name.text)],
    name: { text: subject, span: anchorSpan(section, name.at) },
    subject,
    isWorded: false,
    parts: [part],
    takes: [anchorSpan(section, name.at), span],
  };
}
