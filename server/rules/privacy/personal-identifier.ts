import { type Block, cellsOf } from '../../model/block.ts';
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
    const proses = [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose);
    for (const prose of proses) yield* drafts(prose, identifiersIn(prose.text), audience);
    for (const prose of birthCells(block)) {
      yield* drafts(prose, [{ kind: 'birth-date', from: 0, to: prose.text.length }], audience);
    }
  },
});

/** In reading order; what one reading has taken is not told again as something else. */
function identifiersIn(text: string): readonly Found[] {
  const all: Found[] = [...findIdentifiers(text), ...findBirthDates(text), ...findContacts(text)];
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
  for (const { kind, from, to } of found) {
    const at = prose.sourceSpan(from, to);
    yield {
      at,
      // Not repeated in full: what is found is also printed, logged and mailed.
      message: `"${opening(prose.text.slice(from, to))}" is ${NAMES[kind]}${readersOf(audience)}. Take it out, or write "${WITHHELD}" in its place.`,
      ...(audience === 'board' || audience === 'public' ? { severity: 'error' as const } : {}),
      fixes: [
        {
          title: `Write "${WITHHELD}" in its place`,
          edits: (edit, place) => edit.replace(place(at), WITHHELD),
        },
      ],
    };
  }
}

/** As much as shows which one is meant, and to nobody who has not the document. */
function opening(words: string): string {
  return `${words.slice(0, Math.min(3, words.length - 1))}…`;
}
