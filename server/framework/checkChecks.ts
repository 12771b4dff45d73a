import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { listedWords } from '../values/listing.ts';
import { type PatternReading, phrasePattern, readPattern } from '../values/pattern.ts';
import { KINDS, type KindDef, kindOf, PARTS } from './checks.ts';
import type { FieldDef, SectionDef } from './framework.ts';
import type { FrameworkText } from './frameworkText.ts';
import { child, entries, headSpan, items, type Located, textOf, valueSpan } from './locate.ts';
import { nearest } from './name.ts';
import { twice, unknownName } from './unknownName.ts';

/** What is wrong with the checks of a framework that no schema can tell. */
export function checkProblems(text: FrameworkText): readonly Problem[] {
  const checks = items(child(text.root, 'checks'));
  return [
    ...twice(checks, 'id', 'check'),
    ...checks.flatMap((check) => {
      const kind = kindOf(check);
      if (kind === undefined) return [];
      return [
        ...keyProblems(check, kind, KINDS[kind]),
        ...placeholderProblems(child(check, 'message'), KINDS[kind]),
        ...patternProblems(child(check, 'pattern')),
        ...partnerProblems(check),
        ...boundProblems(check),
        ...insertProblems(check),
        ...nameProblems(check, text),
      ];
    }),
    ...settingProblems(text),
  ];
}

const COMMON = ['id', 'kind', 'message', 'severity', 'because'];

/** What the kind needs and the check does not say, and what it says for nothing. */
function keyProblems(check: Located, kind: string, { needs, takes }: KindDef): readonly Problem[] {
  const known = new Set([...COMMON, ...needs.flat(), ...takes]);
  const missing = needs
    .filter((keys) => keys.every((key) => child(check, key) === undefined))
    .map((keys) => ({
      span: headSpan(check),
      message: `A check of the kind "${kind}" needs ${listedWords(keys, 'or')}.`,
    }));
  const idle = entries(check)
    .filter(({ key }) => !known.has(key.name) && KEYS.has(key.name))
    .map(({ key }) => ({
      span: key.span,
      message: `"${key.name}" means nothing in a check of the kind "${kind}". Take it out.`,
    }));
  return [...missing, ...idle];
}

/** What makes no sense without something else that the check does not say. */
function partnerProblems(check: Located): readonly Problem[] {
  const [to, table] = [child(check, 'to'), child(check, 'table')];
  const of = (place: Located | undefined, key: string) => child(place, key) !== undefined;
  const fault = (place: Located | undefined, message: string): readonly Problem[] =>
    place === undefined ? [] : [{ span: headSpan(place), message }];
  const count = child(check, 'count');
  const conditions = [child(check, 'when'), child(check, 'then')];
  return [
    ...(textOf(count) === 'rows' && table === undefined
      ? fault(count, 'To count rows, a check needs the "table" that they are in.')
      : []),
    ...(of(check, 'by') && !of(check, 'column')
      ? fault(table, 'To put rows in order, a check needs the "column" to go by.')
      : []),
    ...(to !== undefined && !of(to, 'section') && !of(to, 'table')
      ? fault(to, 'This needs the "section" or the "table" that the names stand in.')
      : []),
    ...(of(to, 'table') && !of(to, 'column')
      ? fault(child(to, 'table'), 'Names in a table need the "column" that they stand in.')
      : []),
    ...(table === undefined ? [] : conditions).flatMap((condition) =>
      fault(
        child(condition, 'field'),
        'A check of the rows of a table speaks of a "column", not of a "field".',
      ),
    ),
  ];
}

/** Every key that some kind knows: of others the schema speaks. */
const KEYS = new Set(Object.values(KINDS).flatMap(({ needs, takes }) => [...needs.flat(), ...takes]));

function placeholderProblems(message: Located | undefined, { placeholders }: KindDef): readonly Problem[] {
  const text = textOf(message);
  if (message === undefined || text === undefined) return [];
  const unknown = [...text.matchAll(/\{([\w-]{1,40})\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !placeholders.includes(name));
  return unknown.slice(0, 1).map((name) => ({
    span: valueSpan(message),
    message: `There is no placeholder "{${name}}" in messages of this kind. There are ${listedWords(
      placeholders.map((one) => `{${one}}`),
      'and',
    )}.`,
  }));
}

function patternProblems(pattern: Located | undefined): readonly Problem[] {
  const source = textOf(pattern);
  if (pattern === undefined || source === undefined) return [];
  const fault = faultOf(readPattern(source));
  return fault === undefined ? [] : [{ span: valueSpan(pattern), message: fault }];
}

function faultOf(reading: PatternReading): string | undefined {
  if ('fault' in reading) return `This pattern cannot be read: ${reading.fault}.`;
  if (reading.matches === 'everything') {
    return 'This pattern matches every text, even an empty one. Say what there must be at least.';
  }
  if (reading.matches === 'nothing') return 'This pattern matches no text at all.';
  return undefined;
}

function boundProblems(check: Located): readonly Problem[] {
  const [min, max] = [child(check, 'min'), child(check, 'max')];
  if (max === undefined || !(Number(textOf(min)) > Number(textOf(max)))) return [];
  return [{ span: valueSpan(max), message: `"max" is less than "min", which is ${textOf(min)}.` }];
}

/** What a fix adds must be what is missing, or it would mend nothing. */
function insertProblems(check: Located): readonly Problem[] {
  const insert = child(check, 'insert');
  const added = textOf(insert);
  if (insert === undefined || added === undefined) return [];
  const phrases = [child(check, 'text'), ...items(child(check, 'text'))].flatMap((one) => textOf(one) ?? []);
  const source = textOf(child(check, 'pattern'));
  const reading = source === undefined ? undefined : readPattern(source);
  const patterns = [
    ...phrases.map(phrasePattern),
    ...(reading !== undefined && 'pattern' in reading ? [reading.pattern] : []),
  ];
  if (patterns.length === 0 || patterns.some((pattern) => pattern.isIn(added))) return [];
  const message = 'What "insert" adds does not hold the text that the check requires.';
  return [{ span: valueSpan(insert), message }];
}

/** Names of sections, tables, columns and fields that the framework does not have. */
function nameProblems(check: Located, text: FrameworkText): readonly Problem[] {
  const { framework } = text;
  const sections = flatten(framework.sections);
  const ids = sections.map(({ id }) => id);
  const parts = ['must', 'must-not', 'one-of', 'in-order'].flatMap((key) => items(child(check, key)));
  const conditions = [child(check, 'when'), child(check, 'then')];
  const to = child(check, 'to');
  const section = textOf(child(check, 'section'));
  const fields = fieldNames(sections.find(({ id }) => id === section)?.fields ?? framework.fields);
  return [
    ...[check, to].flatMap((place) => unknownName(child(place, 'section'), 'section', ids, text)),
    ...parts.flatMap((part) => unknownName(part, 'section', [...ids, ...PARTS], text)),
    ...[check, to].flatMap((place) =>
      unknownName(child(place, 'table'), 'table', [...framework.tables.keys()], text),
    ),
    ...[check, ...conditions].flatMap((place) => columnProblems(place, child(check, 'table'), text)),
    ...columnProblems(to, child(to, 'table'), text),
    ...[check, ...conditions].flatMap((place) => unknownName(child(place, 'field'), 'field', fields, text)),
    ...conditions.flatMap(conditionProblems),
  ];
}

/** A column is one of its table's, so that there must be a table. */
function columnProblems(
  place: Located | undefined,
  table: Located | undefined,
  text: FrameworkText,
): readonly Problem[] {
  const column = child(place, 'column');
  if (column === undefined) return [];
  const id = textOf(table);
  if (id === undefined) {
    return [{ span: headSpan(column), message: 'A column needs the "table" that it is one of.' }];
  }
  const def = text.framework.tables.get(id);
  if (def === undefined) return [];
  return unknownName(
    column,
    'column',
    def.columns.map((one) => one.id),
    text,
  );
}

function conditionProblems(condition: Located | undefined): readonly Problem[] {
  if (condition?.node.kind !== 'map') return [];
  const says = (...keys: string[]) => keys.some((key) => child(condition, key) !== undefined);
  const fault = (message: string): readonly Problem[] => [{ span: headSpan(condition), message }];
  if (!says('column', 'field')) return fault('This condition needs "column" or "field".');
  if (!says('is', 'is-not', 'filled')) return fault('This condition needs "is", "is-not" or "filled".');
  return [];
}

/** Settings of checks that there are not. */
function settingProblems({ root, framework, orphan }: FrameworkText): readonly Problem[] {
  if (orphan) return [];
  const known = framework.checks.map(({ id }) => `check/${id}`);
  return entries(child(root, 'rules')).flatMap(({ key }): readonly Problem[] => {
    if (!key.name.startsWith('check/') || known.includes(key.name)) return [];
    return [unknownCheck(key.name, key.span, known)];
  });
}

function unknownCheck(name: string, span: Span, known: readonly string[]): Problem {
  const meant = nearest(name, known, (id) => id)[0];
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  return { span, message: `There is no check "${name}" in this framework${hint}`, ...(meant && { meant }) };
}

function flatten(sections: readonly SectionDef[]): readonly SectionDef[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}

function fieldNames(fields: readonly FieldDef[]): readonly string[] {
  return fields.map(({ id }) => id);
}
