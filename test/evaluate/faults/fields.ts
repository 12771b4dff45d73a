import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, removeLine, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { FieldPlace, Texts } from '../places.ts';
import { slot } from './shares.ts';

export const FIELD_FAULTS: readonly Fault<Texts>[] = [
  { name: 'field removed', rule: 'document/missing-field', draw: removed },
  { name: 'field unreadable', rule: 'document/invalid-field', draw: unreadable },
  { name: 'field left open', rule: 'document/missing-field', draw: leftOpen },
  { name: 'field misnamed', rule: ['document/unknown-field', 'document/missing-field'], draw: misnamed },
  { name: 'placeholder left in', rule: 'prose/placeholder', draw: placeholder },
];

/** The fields at the top, and all that stands beside them: what is missing has no place of its own. */
function top({ fields, bodyFrom }: Texts): { from: number; to: number } {
  return { from: 0, to: Math.min(bodyFrom, Math.max(...fields.map(({ line }) => line.to)) + 200) };
}

/**
 * A field that must be there. Without its title field, a document is still called by its heading, so the title is left
 * alone.
 */
function pickField({ fields }: Texts, random: Random): FieldPlace {
  return random.pick(fields.filter(({ id, required }) => required && id !== 'title'));
}

function naming(id: string): RegExp {
  return new RegExp(id.replace('-', '[- ]'), 'i');
}

function removed(document: Texts, random: Random): Change {
  const { id, line } = pickField(document, random);
  return change(document.text, [removeLine(line)], [top(document)], `${id}: removed`, naming(id));
}

const DAYS = new Set(['published', 'date', 'visited']);
const SPANS = new Set(['inspected', 'period']);

function unreadable(document: Texts, random: Random): Change {
  const field = random.pick(document.fields.filter(({ id }) => DAYS.has(id) || SPANS.has(id)));
  const value = DAYS.has(field.id)
    ? random.pick(['30 February 2012', 'Spring 2012', '2012-13-05', '5 Marhc 2012', '05/2012/03', 'shortly'])
    : random.pick([
        '10 to 6 February 2012',
        '6 to 31 February 2012',
        'early February',
        '06 – Feb',
        '6 and so on',
      ]);
  return change(document.text, [replace(field.value, value)], [field.line], `${field.id}: ${value}`);
}

function leftOpen(document: Texts, random: Random): Change {
  const { id, line, value } = pickField(document, random);
  const open = random.pick([
    'TBC',
    '[insert]',
    '',
    'tbc',
    'XX',
    '???',
    'to be confirmed',
    'DD/MM/YYYY',
    '[name]',
    'TODO',
  ]);
  const written = document.form !== 'text' && open.startsWith('[') ? `"${open}"` : open;
  return change(document.text, [replace(value, written)], [line, top(document)], `${id}: ${open}`);
}

function misnamed(document: Texts, random: Random): Change | undefined {
  const { id, line, value } = random.pick(document.fields.filter((field) => field.id !== 'title'));
  const key = document.text.slice(line.from, value.from);
  const at = 2 + random.below(Math.max(1, key.length - 5));
  const wrong = key.slice(0, at) + key.slice(at + 1);
  // Of short words each is another: "data" is not "date".
  if (key.length < 7 || wrong === key || !/[a-z]/.test(key[at] ?? '') || key[at] === key[at + 1])
    return undefined;
  const edit = replace({ from: line.from, to: value.from }, wrong);
  return change(document.text, [edit], [line, top(document)], `${id}: ${wrong}`, naming(id));
}

const PLACEHOLDERS: readonly string[] = [
  'Attendance at conferences was XX% last year.',
  'Attendance at conferences was X% last year.',
  'Turnover of staff, at [insert figure], is low.',
  'The lead for this work is [name].',
  'TBC',
  'TODO: add the figures for May.',
  'Inspectors visited <insert number> homes.',
  'The plan was agreed on dd/mm/yyyy.',
  'The plan was agreed on XX March 2012.',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  'Some ??? children were seen.',
  'The cost of the service is £XXX a year.',
  'The number of visits is to be confirmed.',
  '[To be completed]',
  'The board meets on [date] at [place].',
  'In all, [X] of [Y] plans were reviewed.',
];

function placeholder(document: Texts, random: Random): Change {
  const words = random.pick(PLACEHOLDERS);
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words);
}
