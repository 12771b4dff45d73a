import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slip } from './record.ts';
import { SHARE_FAULTS } from './shares.ts';

/** What is wrong with a document as a whole. */
export const WHOLE_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'framework misnamed',
    rule: 'document/unknown-framework',
    // Of other files the name alone does not say that they are ours, and one with an unknown framework may be another's.
    forms: ['yaml'],
    draw: misnamed,
  },
  {
    name: 'final, public, and wrong',
    rule: 'document/open-errors',
    forms: ['markdown', 'yaml'],
    optional: true,
    draw: wrongInPublic,
  },
];

/** What an inspectorate publishes is approved by nobody but itself. */
export const APPROVAL_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'final and public, approved by nobody',
    rule: 'document/unapproved',
    forms: ['markdown', 'yaml'],
    optional: true,
    severity: 'info',
    draw: unapproved,
  },
];

function frameworkLine(text: string): { readonly from: number; readonly to: number } {
  const line = /^framework: (?<id>\S+)\n/m.exec(text);
  if (line?.groups === undefined) throw new Error('The document names no framework.');
  const from = line.index + 'framework: '.length;
  return { from, to: from + (line.groups.id ?? '').length };
}

function misnamed({ text }: Texts, random: Random): Change | undefined {
  const id = frameworkLine(text);
  const now = text.slice(id.from, id.to);
  const name = random.pick([slip(now, random), `${now}-report`, now.replace(/-[^-]+$/, '')]);
  if (name === now) return undefined;
  return change(text, [replace(id, name)], [id], name, /framework/);
}

/** Fields below that of the framework; undefined where the document says already for whom it is. */
function released({ text }: Texts): number | undefined {
  return /^(?:status|audience|approvals):/m.test(text) ? undefined : frameworkLine(text).to + 1;
}

const RELEASED = 'status: final\naudience: public\n';

function unapproved(document: Texts): Change | undefined {
  const at = released(document);
  if (at === undefined) return undefined;
  const there = { from: at, to: at + RELEASED.length };
  const made = change(document.text, [insert(at, RELEASED)], [], 'final and public', /approved/);
  return { ...made, at: [there] };
}

function wrongInPublic(document: Texts, random: Random): Change | undefined {
  const wrong = SHARE_FAULTS.find(({ name }) => name === 'part larger than its whole');
  const at = released(document);
  const first = wrong?.draw(document, random);
  if (at === undefined || first === undefined) return undefined;
  const made = change(first.text, [insert(at, RELEASED)], [], first.note, /still errors/);
  return { ...made, at: [{ from: at, to: at + RELEASED.length }] };
}
