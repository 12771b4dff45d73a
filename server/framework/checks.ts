import { SEVERITIES } from '../text/problem.ts';
import type { CheckDef, CheckKind, Condition, Countable, Ordering, Source } from './checkDef.ts';
import { numberOf, oneOf, texts } from './draftValues.ts';
import { child, items, type Located, textOf } from './locate.ts';

/** What a section may hold besides sections. */
export const PARTS: readonly string[] = ['paragraph', 'list', 'table'];

/** What a kind of check needs, what else it takes, and which placeholders its message may have. */
export interface KindDef {
  /** What it checks, in words that begin a sentence or stand in a table. */
  readonly checks: string;
  /** Of the keys of each group there must be one. */
  readonly needs: readonly (readonly string[])[];
  readonly takes: readonly string[];
  readonly placeholders: readonly string[];
}

export const KINDS: Readonly<Record<CheckKind, KindDef>> = {
  contains: {
    checks:
      'What a section holds: sections, paragraphs, lists, tables; what it must not hold; one of several; and their order.',
    needs: [['section'], ['must', 'must-not', 'one-of', 'in-order']],
    takes: ['must', 'must-not', 'one-of', 'in-order'],
    placeholders: ['section', 'value'],
  },
  'allowed-values': {
    checks: 'That a column or a field says one of some values, or fits a pattern.',
    needs: [
      ['column', 'field'],
      ['values', 'pattern'],
    ],
    takes: ['section', 'table', 'column', 'field', 'values', 'pattern'],
    placeholders: ['value', 'section', 'column', 'field', 'values'],
  },
  count: {
    checks: 'How many items, rows, words, paragraphs or sections there are, at least and at most.',
    needs: [['count'], ['min', 'max']],
    takes: ['section', 'table', 'min', 'max'],
    placeholders: ['count', 'min', 'max', 'section'],
  },
  order: {
    checks:
      'That the rows of a table, or the items of a section’s lists, stand in order by date, number or text.',
    needs: [['by'], ['table', 'section']],
    takes: ['section', 'table', 'column', 'direction'],
    placeholders: ['value', 'before', 'section', 'column'],
  },
  'required-text': {
    checks: 'That some words stand in the document or in a section.',
    needs: [['text', 'pattern']],
    takes: ['section', 'text', 'pattern', 'insert'],
    placeholders: ['section'],
  },
  'forbidden-text': {
    checks: 'That some words do not stand in the document or in a section.',
    needs: [['text', 'pattern']],
    takes: ['section', 'text', 'pattern', 'replace-with'],
    placeholders: ['value', 'section', 'replacement'],
  },
  'when-then': {
    checks: 'That something holds of a row, a section or the document when something else does.',
    needs: [['when'], ['then']],
    takes: ['section', 'table'],
    placeholders: ['value', 'found', 'section', 'row'],
  },
  'cross-reference': {
    checks: 'That what a column or a field names is a heading of some section, or stands in another column.',
    needs: [['to'], ['column', 'field']],
    takes: ['section', 'table', 'column', 'field'],
    placeholders: ['value', 'section', 'column', 'field'],
  },
};

const KIND_NAMES = Object.keys(KINDS) as CheckKind[];
const COUNTABLES: readonly Countable[] = ['items', 'rows', 'words', 'paragraphs', 'sections'];
const ORDERINGS: readonly Ordering[] = ['date', 'number', 'text'];

/** The kind that a check is of. */
export function kindOf(place: Located): CheckKind | undefined {
  return oneOf(child(place, 'kind'), KIND_NAMES);
}

/** A check that says all that its kind needs; the framework file's own check reports any other. */
export function readCheck(place: Located): readonly CheckDef[] {
  const text = (key: string) => textOf(child(place, key));
  const [id, kind, message] = [text('id'), kindOf(place), text('message')];
  if (id === undefined || kind === undefined || message === undefined) return [];
  const says = (key: string) => child(place, key) !== undefined;
  if (!KINDS[kind].needs.every((keys) => keys.some(says))) return [];
  const list = (key: string) => texts(child(place, key)) ?? [];
  return [
    {
      id,
      kind,
      message,
      severity: oneOf(child(place, 'severity'), SEVERITIES),
      because: text('because'),
      section: text('section'),
      table: text('table'),
      column: text('column'),
      field: text('field'),
      must: list('must'),
      mustNot: list('must-not'),
      oneOf: list('one-of'),
      inOrder: list('in-order'),
      values: list('values'),
      text: phrases(child(place, 'text')),
      pattern: text('pattern'),
      replaceWith: text('replace-with'),
      insert: text('insert'),
      count: oneOf(child(place, 'count'), COUNTABLES),
      min: numberOf(child(place, 'min')),
      max: numberOf(child(place, 'max')),
      by: oneOf(child(place, 'by'), ORDERINGS),
      direction: text('direction') === 'falling' ? 'falling' : 'rising',
      when: readCondition(child(place, 'when')),
      // biome-ignore lint/suspicious/noThenProperty: this is the key of the framework file, and nothing awaits a check.
      then: readCondition(child(place, 'then')),
      to: readSource(child(place, 'to')),
    },
  ];
}

/** One phrase, or a list of them. */
function phrases(place: Located | undefined): readonly string[] {
  const one = textOf(place);
  return one === undefined ? items(place).flatMap((item) => textOf(item) ?? []) : [one];
}

function readCondition(place: Located | undefined): Condition | undefined {
  if (place === undefined) return undefined;
  const filled = textOf(child(place, 'filled'));
  const some = (key: string) => child(place, key) && phrases(child(place, key));
  return {
    column: textOf(child(place, 'column')),
    field: textOf(child(place, 'field')),
    is: some('is'),
    isNot: some('is-not'),
    filled: filled === undefined ? undefined : filled === 'true',
  };
}

function readSource(place: Located | undefined): Source | undefined {
  const text = (key: string) => textOf(child(place, key));
  return place && { section: text('section'), table: text('table'), column: text('column') };
}
