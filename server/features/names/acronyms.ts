import type { Located } from '../../framework/locate.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Model } from '../../model/model.ts';
import { valueProse } from '../../model/valueProse.ts';
import { readAcronyms } from '../../report/acronyms.ts';
import type { Report } from '../../report/report.ts';
import type { DataScalar } from '../../syntax/data.ts';
import type { Prose } from '../../syntax/prose.ts';
import { type Span, shift, touches } from '../../text/span.ts';
import { acronymKey, acronymTokens } from '../../values/acronymTokens.ts';
import { ENGLISH_ACRONYMS } from '../../values/acronymWords.ts';
import { dataName, definedAcronyms, measureWords } from './data.ts';
import { passagesAt, passagesOf, writtenRoot } from './passages.ts';
import { type AcronymThing, type Mention, type Named, UNCHANGED } from './thing.ts';

/** The acronym that stands at `offset` of a document. */
export function acronymAt(report: Report, offset: number): Named | undefined {
  const defined = definedAcronymAt(writtenRoot(report.model), offset);
  if (defined !== undefined) return defined;
  const placed = passagesAt(report.model, offset);
  const own = placed === undefined ? [] : usesIn(placed);
  const use = [...own, ...inFields(report.model)].find(({ whole }) => touches(whole, offset));
  return use && named(use.name, use.span);
}

/** The acronym that data explains at `offset`. */
export function definedAcronymAt(root: Located | undefined, offset: number): Named | undefined {
  const defined = definedAcronyms(root).find(({ span }) => touches(span, offset));
  return defined && named(defined.name, defined.span);
}

function named(name: string, span: Span): Named {
  return { thing: { kind: 'acronym', key: acronymKey(name), name }, span, name, form: 'words' };
}

/** Every place where a document uses or explains an acronym. */
export function acronymMentions(report: Report, { key }: AcronymThing): readonly Mention[] {
  const { model } = report;
  const kept = keptHeadings(report);
  const uses = model.blocks
    .filter(({ block }) => mayHold(block.source, key))
    .flatMap((placed) => {
      const explained = meaningsIn(placed, key);
      return usesIn(placed)
        .filter((use) => use.key === key)
        .map((use): Mention => {
          const whole = explained.get(use.span.from);
          const renamed = kept.has(placed) ? UNCHANGED : replacing(model, use.span);
          const told = { span: use.span, form: 'words' as const, name: use.name, renamed };
          return whole === undefined ? { ...told, role: 'use' } : { ...told, role: 'definition', whole };
        });
    });
  const fields = inFields(model).filter((use) => use.key === key);
  return [
    ...definedAcronymMentions(writtenRoot(model), key),
    ...fields.map(({ name, span }): Mention => {
      return { span, role: 'use', form: 'words', name, renamed: replacing(model, span) };
    }),
    ...uses,
  ];
}

/** Where data explains an acronym, and where what it calls measures has it: documents go by these names. */
export function definedAcronymMentions(root: Located | undefined, key: string): readonly Mention[] {
  const defined = definedAcronyms(root).filter(({ name }) => acronymKey(name) === key);
  const inNames = measureWords(root)
    .flatMap(({ node, at }) => (node.kind === 'scalar' ? usesInScalar(node, at) : []))
    .filter((use) => use.key === key);
  return [
    ...defined.map(({ name, span, whole }): Mention => {
      return { span, role: 'definition', form: 'words', name, whole, renamed: dataName(span) };
    }),
    ...inNames.map(({ name, span }): Mention => {
      const renamed: Mention['renamed'] = (other) => [{ span, insert: other }];
      return { span, role: 'use', form: 'words', name, renamed };
    }),
  ];
}

function replacing({ editing }: Model, span: Span): Mention['renamed'] {
  return (name) => editing.replace(span, name);
}

/** A heading that the framework words keeps its words, or it would be that section no more. */
function keptHeadings({ sections }: Report): ReadonlySet<PlacedBlock> {
  return new Set(
    sections.flatMap(({ heading, content }) =>
      heading !== undefined && content.role?.def.anyHeading === false ? [heading] : [],
    ),
  );
}

interface Use {
  readonly name: string;
  readonly key: string;
  /** Without the ending of several. */
  readonly span: Span;
  readonly whole: Span;
}

function usesIn(placed: PlacedBlock): readonly Use[] {
  return passagesOf(placed.block)
    .flatMap(({ prose }) => usesInProse(prose))
    .map((use) => ({ ...use, span: placeSpan(placed, use.span), whole: placeSpan(placed, use.whole) }));
}

function usesInProse(prose: Prose): readonly Use[] {
  return acronymTokens(prose.text, ENGLISH_ACRONYMS).map(({ name, key, from, to }) => ({
    name,
    key,
    span: prose.sourceSpan(from, from + name.length),
    whole: prose.sourceSpan(from, to),
  }));
}

/** What explains the acronym in a block, by where its name stands. */
function meaningsIn(placed: PlacedBlock, key: string): ReadonlyMap<number, Span> {
  return new Map(
    readAcronyms(placed.block)
      .meanings.filter((meaning) => meaning.key === key)
      .map(({ nameAt, at }) => [placeSpan(placed, nameAt).from, placeSpan(placed, at)] as const),
  );
}

/** Fields of the document whose values are words of a set kind. */
const NO_WORDS = new Set(['framework', 'date', 'published', 'status', 'audience', 'period', 'supersedes']);

function inFields({ meta }: Model): readonly Use[] {
  return meta.flatMap(({ key, value, valueSpan }) => {
    if (value.kind !== 'scalar' || value.style === 'block' || NO_WORDS.has(key)) return [];
    return usesInScalar(value, valueSpan.from);
  });
}

function usesInScalar(value: DataScalar, from: number): readonly Use[] {
  return usesInProse(valueProse(value, 0).prose).map((use) => ({
    ...use,
    span: shift(use.span, from),
    whole: shift(use.whole, from),
  }));
}

/** An acronym is compared without the small words in it, so that only its capitals are looked for. */
function mayHold(source: string, key: string): boolean {
  return source.toUpperCase().includes(key) || /\p{Lu}(?:of|and|for)\p{Lu}/u.test(source);
}
