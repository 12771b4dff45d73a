import { nearest } from '../../framework/name.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Reference } from '../../model/reference.ts';
import type { Report } from '../../report/report.ts';
import { Targets, unescaped } from '../../report/targets.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { Naming } from './naming.ts';

export default defineRule({
  scope: 'document',
  summary: 'What a document refers to within itself must be there, on the side that it says.',
  why: 'A reader who is sent to a paragraph or a table that does not exist doubts the rest, and cannot follow the argument.',
  severity: 'warning',
  *check({ report }) {
    const targets = new Targets(report);
    const naming = new Naming(report, targets);
    for (const placed of report.model.blocks) {
      for (const reference of placed.block.references)
        yield* leads({ report, targets, naming }, placed, reference);
      for (const { span, target } of placed.block.links) {
        if (/^#./.test(target)) yield* linked(report, targets, placeSpan(placed, span), target.slice(1));
      }
    }
  },
});

interface Document {
  readonly report: Report;
  readonly targets: Targets;
  readonly naming: Naming;
}

function* leads(
  { report, targets, naming }: Document,
  placed: PlacedBlock,
  reference: Reference,
): Iterable<Draft<Span>> {
  if (reference.name === '') yield* tableBeside(report, placed, reference);
  else if (targets.ofReference(reference) !== undefined) yield* wrongSide(targets, placed, reference);
  else if (reference.own && naming.isOwn(reference)) {
    yield {
      at: placeSpan(placed, reference.span),
      message: `There is no ${called(reference)} in this document. Correct it, or say which document it is in.`,
    };
  }
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
function* tableBeside(report: Report, placed: PlacedBlock, { side, span }: Reference): Iterable<Draft<Span>> {
  if (side === undefined || placed.block.tables.length > 0) return;
  const tables = report.model.blocks.filter(({ block }) => couldBeTable(block));
  const onSide = tables.some(({ from }) => (side.word === 'below' ? from > placed.from : from < placed.from));
  if (onSide || tables.length === 0) return;
  const other = side.word === 'below' ? 'above' : 'below';
  yield {
    at: placeSpan(placed, span),
    message: `No table stands ${side.word} this place. Put it in, or correct the word: one stands ${other}.`,
    fixes: [turn(placeSpan(placed, side.span), other)],
  };
}

function couldBeTable({ kind, tables, links, source }: PlacedBlock['block']): boolean {
  return (
    tables.length > 0 || kind === 'code' || (links.length > 0 && source.includes('![')) || kind === 'other'
  );
}

const ANCHOR = /\b(?:id|name)\s*=\s*["']?([\w:.-]+)|\{#([\w:.-]+)\}/g;

/** A link to a place of the document that has no such place. How renderers write a heading's link differs a little. */
function* linked(report: Report, targets: Targets, at: Span, fragment: string): Iterable<Draft<Span>> {
  if (targets.ofFragment(fragment) !== undefined || /^(?:top|fn|fnref)\b/i.test(fragment)) return;
  const slugs = [...targets.slugs().keys()];
  const wanted = plain(unescaped(fragment));
  const isThere =
    slugs.some((slug) => plain(slug) === wanted) ||
    report.model.blocks.some(({ block }) =>
      [...block.source.matchAll(ANCHOR)].some(
        ([, attribute, brace]) => (attribute ?? brace) === unescaped(fragment),
      ),
    );
  if (isThere) return;
  const near = nearest(unescaped(fragment), slugs, (slug) => slug).slice(0, 3);
  yield {
    at,
    message: `The link leads to "#${fragment}", and the document has no such place.${near[0] === undefined ? ' Name a heading, in lower case and with hyphens for blanks.' : ` Is "#${near[0]}" meant?`}`,
    fixes: near.map((slug) => ({
      title: `Change to "#${slug}"`,
      edits: (edit) => edit.replace(at, `#${slug}`),
    })),
  };
}

function plain(slug: string): string {
  return slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
