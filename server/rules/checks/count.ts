import type { CheckDef, Countable } from '../../framework/checkDef.ts';
import type { Block } from '../../model/block.ts';
import type { Anchor } from '../../report/contents.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft } from '../rule.ts';
import { documentSpan } from '../structure/places.ts';
import { rowsOf, tablesOf } from './cells.ts';
import { type CheckMaker, passagesOf, perBlock, say, sectionsPlaying } from './check.ts';

/** How many there must be at least, and at most. */
export const count: CheckMaker = (def) => {
  const { count: what, section } = def;
  if (what === undefined) return undefined;
  if (what === 'rows') return rows(def);
  const inBlock = perBlock((block) => countIn(block, what));
  const countAll = (sections: readonly Section[]) =>
    sections.reduce((sum, { own }) => sum + own.reduce((within, { block }) => within + inBlock(block), 0), 0);
  return {
    scope: 'document',
    *check({ report }) {
      for (const one of placesOf(report, section)) {
        const number = what === 'sections' ? sectionsIn(one) : countAll(one.all);
        if (!isWrong(def, number)) continue;
        yield { at: one.at, message: say(def, valuesOf(def, number, one.name)) };
      }
    },
  };
};

/** Rows are counted table by table. */
function rows(def: CheckDef): ReturnType<CheckMaker> {
  return {
    scope: 'section',
    *check({ content }): Iterable<Draft<Anchor>> {
      for (const table of tablesOf(content, def)) {
        const number = rowsOf(table).length;
        const [header] = table.table.rows;
        if (header === undefined || !isWrong(def, number)) continue;
        const at = { block: table.block, span: header.span };
        yield { at, message: say(def, valuesOf(def, number, content.title)) };
      }
    },
  };
}

interface Counted {
  readonly at: Span;
  readonly name: string;
  /** Undefined for the document. */
  readonly section: Section | undefined;
  readonly all: readonly Section[];
}

function placesOf(report: Report, id: string | undefined): readonly Counted[] {
  if (id === undefined) {
    if (report.sections.length === 0) return [];
    return [{ at: documentSpan(report), name: 'the document', section: undefined, all: report.sections }];
  }
  return sectionsPlaying(report, id).map((section) => ({
    at: headingSpan(section),
    name: section.content.title,
    section,
    all: sectionsWithin(report, section),
  }));
}

function sectionsIn({ section, all }: Counted): number {
  return all.filter((one) => one.heading !== undefined && one.parent === section).length;
}

function isWrong({ min, max }: CheckDef, number: number): boolean {
  return (min !== undefined && number < min) || (max !== undefined && number > max);
}

function valuesOf({ min, max }: CheckDef, number: number, section: string) {
  return { count: number, min: min ?? 0, max: max ?? 'any number', section };
}

function countIn(block: Block, what: Countable): number {
  if (what === 'words') {
    return passagesOf(block).reduce(
      (sum, { text }) => sum + (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0),
      0,
    );
  }
  const isItem = block.kind === 'item' && block.number === undefined;
  if (what === 'items') return isItem ? 1 : 0;
  const isParagraph = block.kind === 'paragraph' || (block.kind === 'item' && block.number !== undefined);
  return isParagraph ? 1 : 0;
}
