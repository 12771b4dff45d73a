import { nearest } from '../../framework/name.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Reference } from '../../model/reference.ts';
import { Targets, unescaped } from '../../report/targets.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { Naming } from './naming.ts';
import { NearNames } from './nearNames.ts';

export default defineRule({
  scope: 'document',
  summary: 'What a document refers to within itself must be there, on the side that it says.',
  why: 'A reader who is sent to a paragraph or a table that does not exist doubts the rest, and cannot follow the argument.',
  severity: 'warning',
  reads: ['anchors', 'captions', 'links', 'openings', 'paragraphs', 'references', 'tabular'],
  *check({ report }) {
    const targets = new Targets(report);
    const document = { targets, naming: new Naming(report, targets), near: new NearNames(targets) };
    let broken = 0;
    for (const placed of report.model.blocks) {
      for (const reference of placed.block.references) yield* leads(document, placed, reference);
      for (const { span, target } of placed.block.links) {
        if (!/^#./.test(target) || isThere(targets, target.slice(1))) continue;
        broken += 1;
        yield lost(broken > MOST_SLIPS ? undefined : targets, placeSpan(placed, span), target.slice(1));
      }
    }
  },
});

interface Document {
  readonly targets: Targets;
  readonly naming: Naming;
  readonly near: NearNames;
}

function* leads(
  { targets, naming, near }: Document,
  placed: PlacedBlock,
  reference: Reference,
): Iterable<Draft<Span>> {
  if (reference.name === '') yield* tableBeside(targets, placed, reference);
  else if (targets.ofReference(reference) !== undefined) yield* wrongSide(targets, placed, reference);
  else if (reference.own && naming.isOwn(reference)) {
    yield {
      at: placeSpan(placed, reference.span),
      message: `There is no ${called(reference)} in this document. Correct it, or say which document it is in.`,
      fixes: nearestNames({ targets, near }, placed, reference).map((name) =>
        renamed(placed, reference, name),
      ),
    };
  }
}

/**
 * What the document has of the same kind, the nearest first. Nobody refers to where he stands, nor in "paragraphs 3 and 4"
 * to 3 twice.
 */
function nearestNames(
  { targets, near }: Pick<Document, 'targets' | 'near'>,
  placed: PlacedBlock,
  reference: Reference,
): readonly string[] {
  const beside = namedBeside(placed, reference);
  return near.of(
    reference,
    (name) => !beside.has(name) && targets.ofReference({ ...reference, name }) !== placed.from,
  );
}

const LISTED = /^[\s,;&]*(?:(?:and|or|to|[–-])\s*)?$/;
/** Of a longer list only those beside a reference are looked at. */
const MOST_LISTED = 20;

/** What is named in one list with a reference. */
function namedBeside({ block: { references, source } }: PlacedBlock, own: Reference): ReadonlySet<string> {
  const at = references.indexOf(own);
  const isListed = (a: Reference | undefined, b: Reference | undefined) =>
    a !== undefined && b !== undefined && LISTED.test(source.slice(a.span.to, b.span.from));
  let [first, last] = [at, at];
  while (at - first < MOST_LISTED && isListed(references[first - 1], references[first])) first -= 1;
  while (last - at < MOST_LISTED && isListed(references[last], references[last + 1])) last += 1;
  return new Set(references.slice(first, last + 1).map(({ name }) => name));
}

function renamed(placed: PlacedBlock, reference: Reference, name: string): DraftFix<Span> {
  const { span } = reference;
  const at = placed.block.source.slice(span.from, span.to).lastIndexOf(reference.name);
  const own = { from: span.from + at, to: span.from + at + reference.name.length };
  return {
    title: `Change to "${called({ ...reference, name })}"`,
    edits: (edit) => (at < 0 ? [] : edit.replace(placeSpan(placed, own), name)),
  };
}

function called({ kind, name }: Reference): string {
  return `${kind === 'appendix' || kind === 'table' || kind === 'figure' ? kind[0]?.toUpperCase() + kind.slice(1) : kind} ${name}`;
}

function* wrongSide(targets: Targets, placed: PlacedBlock, reference: Reference): Iterable<Draft<Span>> {
  const { side } = reference;
  const target = targets.ofReference(reference);
  if (side === undefined || target === undefined || target === placed.from) return;
  const right = target > placed.from ? 'below' : 'above';
  if (right === side.word) return;
  const name = called(reference);
  yield {
    at: placeSpan(placed, side.span),
    message: `${name[0]?.toUpperCase()}${name.slice(1)} stands ${right} this place, not ${side.word}.`,
    related: [{ at: { from: target, to: target + 1 }, message: `${name} begins here.` }],
    fixes: [turn(placeSpan(placed, side.span), right)],
  };
}

function turn(at: Span, word: string) {
  return { title: `Change to "${word}"`, edits: (edit) => edit.replace(at, word) } satisfies NonNullable<
    Draft<Span>['fixes']
  >[number];
}

/** "The table below", where no table follows in the whole document, nor anything that could be one. */
function* tableBeside(
  targets: Targets,
  placed: PlacedBlock,
  { side, span }: Reference,
): Iterable<Draft<Span>> {
  if (side === undefined || placed.block.tables.length > 0) return;
  const tables = targets.tables();
  const outermost = side.word === 'below' ? tables.at(-1) : tables[0];
  if (outermost === undefined) return;
  if (side.word === 'below' ? outermost.from > placed.from : outermost.from < placed.from) return;
  const other = side.word === 'below' ? 'above' : 'below';
  yield {
    at: placeSpan(placed, span),
    message: `No table stands ${side.word} this place. Put it in, or correct the word: one stands ${other}.`,
    fixes: [turn(placeSpan(placed, side.span), other)],
  };
}

function isThere(targets: Targets, fragment: string): boolean {
  return (
    targets.ofFragment(fragment) !== undefined ||
    /^(?:top|fn|fnref)\b/i.test(fragment) ||
    targets.mayLead(fragment)
  );
}

/** Where more links than these lead nowhere, it was no slip of the hand that broke them. */
const MOST_SLIPS = 20;

/** A link to a place that the document does not have. @param targets to look for the place that may be meant among */
function lost(targets: Targets | undefined, at: Span, fragment: string): Draft<Span> {
  const slugs = [...(targets?.slugs().keys() ?? [])];
  const near = nearest(unescaped(fragment), slugs, (slug) => slug).slice(0, 3);
  return {
    at,
    message: `The link leads to "#${fragment}", and the document has no such place.${near[0] === undefined ? ' Name a heading, in lower case and with hyphens for blanks.' : ` Is "#${near[0]}" meant?`}`,
    fixes: near.map((slug) => ({
      title: `Change to "#${slug}"`,
      edits: (edit) => edit.replace(at, `#${slug}`),
    })),
  };
}
