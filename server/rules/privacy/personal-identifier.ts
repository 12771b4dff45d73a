import type { Block } from '../../model/block.ts';
import type { Audience } from '../../report/audience.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { type BirthDate, findBirthDates } from '../../values/birthDates.ts';
import { findContacts, type PrivateContact } from '../../values/contacts.ts';
import { findIdentifiers, type Identifier } from '../../values/identifiers.ts';
import { type Draft, defineRule } from '../rule.ts';
import { readersOf } from './readers.ts';

type Kind = Identifier['kind'] | BirthDate['kind'] | PrivateContact['kind'];

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
  scope: 'framed-block',
  inFields: true,
  summary:
    'A document must not hold what stands for one person alone, such as an NHS number or a private telephone number.',
  why: 'Such a number or address leads to one child or parent whatever else is left out, and once a document is out it cannot be called back.',
  severity: 'warning',
  *check({ block, audience }) {
    if (block.kind === 'comment') return;
    for (const { prose } of block.leaves) yield* drafts(prose, identifiersIn(prose.text, ['']), audience);
    for (const { prose, labels } of labelledCells(block)) {
      yield* drafts(prose, identifiersIn(prose.text, labels), audience);
    }
  },
});

/** In reading order; what one reading has taken is not told again as something else. */
function identifiersIn(text: string, labels: readonly string[]): readonly Found[] {
  const all = labels.flatMap((label): readonly Found[] => [
    ...findIdentifiers(text, label),
    ...findBirthDates(text, label),
    ...findContacts(text, label),
  ]);
  let end = 0;
  return all
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const isNew = from >= end;
      end = Math.max(end, to);
      return isNew;
    });
}

interface LabelledCell {
  readonly prose: Prose;
  readonly labels: readonly string[];
}

/** Cells with the header of their column and the first cell of their row, either of which may say what they hold. */
function labelledCells({ tables }: Block): readonly LabelledCell[] {
  return tables.flatMap(({ rows: [header, ...body] }) => [
    ...(header?.cells ?? []).map(({ prose }) => ({ prose, labels: [''] })),
    ...body.flatMap(({ cells }) =>
      cells.map(({ prose }, index) => {
        const column = header?.cells[index]?.prose.text ?? '';
        return { prose, labels: index === 0 ? [column] : [column, cells[0]?.prose.text ?? ''] };
      }),
    ),
  ]);
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
      ...severityFor(kind, audience),
      fixes: [
        {
          title: `Write "${WITHHELD}" in its place`,
          edits: (edit, place) => edit.replace(place(at), WITHHELD),
        },
      ],
    };
  }
}

/** A check digit or a label makes certain; of whom a telephone is, words alone tell. */
function severityFor(kind: Kind, audience: Audience | undefined): Partial<Draft<Span>> {
  if (kind === 'phone' || kind === 'email') return { severity: 'info' };
  return audience === 'board' || audience === 'public' ? { severity: 'error' } : {};
}

/** As much as shows which one is meant, and to nobody who has not the document. */
function opening(words: string): string {
  return `${words.slice(0, Math.min(3, words.length - 1))}…`;
}
