import type { Block } from '../../model/block.ts';
import type { Audience } from '../../report/audience.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { asksForBirthDate, findBirthDates, findContacts, type PrivateDetail } from '../../values/contacts.ts';
import { readDate } from '../../values/dates.ts';
import { findIdentifiers, type Identifier } from '../../values/identifiers.ts';
import { type Draft, defineRule } from '../rule.ts';
import { readersOf } from './readers.ts';

type Kind = Identifier['kind'] | PrivateDetail['kind'];

interface Found extends Span {
  readonly kind: Kind;
  /** Whether it stands for one person without doubt. */
  readonly isSure: boolean;
}

/** What each is called, and with what it is to be told that it is one. */
const NAMES: Readonly<Record<Kind, string>> = {
  'nhs-number': 'an NHS number, whose check digit is right',
  upn: 'a Unique Pupil Number, whose check letter is right',
  'ni-number': 'a National Insurance number',
  phone: 'a private telephone number',
  email: 'a private e-mail address',
  'birth-date': 'somebody’s date of birth',
};

/** So much of a row before a number tells whose it is. */
const REACH = 80;
const WITHHELD = '[withheld]';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary:
    'A document must not hold what stands for one person alone, such as an NHS number or a private telephone number.',
  why: 'Such a number or address leads to one child or parent whatever else is left out, and once a document is out it cannot be called back.',
  severity: 'warning',
  *check({ block, audience }) {
    if (block.kind === 'comment') return;
    for (const { prose } of block.leaves) yield* drafts(prose, identifiersIn(prose.text), audience);
    for (const { cells } of block.tables.flatMap(({ rows }) => rows)) {
      let before = '';
      for (const { prose } of cells) {
        yield* drafts(prose, identifiersIn(prose.text, before), audience);
        before = `${before} ${prose.text}`.slice(-REACH);
      }
    }
    for (const prose of birthCells(block)) {
      yield* drafts(prose, [{ kind: 'birth-date', from: 0, to: prose.text.length, isSure: true }], audience);
    }
  },
});

/** In reading order; what one reading has taken is not told again as something else. */
function identifiersIn(text: string, before = ''): readonly Found[] {
  const numbers = findIdentifiers(text).map((one) => ({ ...one, isSure: true }));
  const all: Found[] = [...numbers, ...findBirthDates(text), ...findContacts(text, before)];
  let end = 0;
  return all
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const isNew = from >= end;
      end = Math.max(end, to);
      return isNew;
    });
}

/** Cells below a header that asks for dates of birth. */
function birthCells({ tables }: Block): readonly Prose[] {
  return tables.flatMap(({ rows: [header, ...body] }) => {
    const columns = new Set(
      header?.cells.flatMap(({ prose }, index) => (asksForBirthDate(prose.text) ? [index] : [])),
    );
    if (columns.size === 0) return [];
    return body.flatMap(({ cells }) =>
      cells.flatMap(({ prose }, index) => (columns.has(index) && readDate(prose.text) ? [prose] : [])),
    );
  });
}

function* drafts(
  prose: Prose,
  found: readonly Found[],
  audience: Audience | undefined,
): Generator<Draft<Span>> {
  for (const { kind, from, to, isSure } of found) {
    const at = prose.sourceSpan(from, to);
    yield {
      at,
      // Not repeated in full: what is found is also printed, logged and mailed.
      message: `"${opening(prose.text.slice(from, to))}" ${isSure ? 'is' : 'may be'} ${NAMES[kind]}${readersOf(audience)}. Take it out, or write "${WITHHELD}" in its place.`,
      ...severityOf(isSure, audience),
      fixes: [
        {
          title: `Write "${WITHHELD}" in its place`,
          edits: (edit, place) => edit.replace(place(at), WITHHELD),
        },
      ],
    };
  }
}

/** What may be an officer's, as a number with no word to it may, is worth a look. */
function severityOf(isSure: boolean, audience: Audience | undefined): Partial<Draft<Span>> {
  if (!isSure) return { severity: 'info' };
  return audience === 'board' || audience === 'public' ? { severity: 'error' } : {};
}

/** As much as shows which one is meant, and to nobody who has not the document. */
function opening(words: string): string {
  return `${words.slice(0, Math.min(3, words.length - 1))}…`;
}
