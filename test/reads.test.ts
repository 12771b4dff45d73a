import assert from 'node:assert/strict';
import path from 'node:path';
import type { Block, PlacedBlock } from '../server/model/block.ts';
import type { Report, Section } from '../server/report/report.ts';
import { BLOCK_FACETS, type Facet } from '../server/rules/facets.ts';
import { RULES } from '../server/rules/registry.generated.ts';
import type { DocumentRule, OptionValues } from '../server/rules/rule.ts';
import { freshMemo, type RuleMemo } from '../server/rules/ruleMemo.ts';
import { reportOf } from './harness/check.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';

/** The parts of a block that a facet is all of, as far as rules ask for them. */
const PARTS: Partial<Record<Facet, readonly (keyof Block)[]>> = {
  anchors: ['source'],
  captions: ['caption'],
  labels: ['labels'],
  links: ['links'],
  // Of a passage that leads into a list all of its words count.
  mentions: ['source', 'heading', 'notes'],
  openings: ['leaves', 'number', 'heading'],
  references: ['references', 'source'],
  tabular: ['tables', 'links', 'source'],
};

/** Every rule is run where these differ, or they say where something stands. */
const ALWAYS: ReadonlySet<string> = new Set([
  ...['kind', 'lineStarts'].map((part) => `block.${part}`),
  ...['title', 'name', 'level', 'role', 'area'].map((part) => `content.${part}`),
]);

/** What a rule looks at for the place of what it has found, which is not kept when it is touched. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['judgement/mixed-scales', 'block.source'],
  ['judgement/summary-incomplete', 'block.source'],
]);

describe('A rule for the whole document', () => {
  for (const { id, rule } of RULES) {
    if (rule.scope !== 'document' || rule.reads === undefined) continue;
    const { reads } = rule;
    it(`looks at nothing but what it says that it reads: ${id}`, () => {
      const allowed = allowedBy(reads);
      const found = new Set<string>();
      for (const report of reportsOf(id)) for (const part of lookedAt(rule, report)) found.add(part);
      const more = [...found].filter((part) => !allowed.has(part) && PLACES.get(id) !== part);
      assert.deepEqual(more, []);
      assert.ok(found.size > 0 || reads.every((facet) => facet in BLOCK_FACETS), 'It looks at something.');
    });
  }
});

function allowedBy(reads: readonly Facet[]): ReadonlySet<string> {
  const parts = reads.flatMap((facet) => PARTS[facet] ?? []);
  return new Set([
    ...ALWAYS,
    ...reads.map((facet) => `content.${facet}`),
    ...parts.map((part) => `block.${part}`),
  ]);
}

/** The documents of a rule's fixture that are written in Markdown: places in data are worked out from the source. */
function* reportsOf(id: string): Iterable<Report> {
  const file = path.resolve('test/rules', `${id}.md`);
  for (const fixture of readFixtures('rules')) {
    if (fixture.file !== file) continue;
    const library = libraryWith(fixture.frameworks);
    for (const { path: name, syntax, fence } of fixture.cases.flatMap(({ documents }) => documents)) {
      if (syntax === 'markdown')
        yield reportOf({ path: name, syntax, text: readMarks(fence.text).text }, library);
    }
  }
}

/** The parts of blocks and sections that a rule looks at while it looks for faults. */
function lookedAt(rule: DocumentRule, original: Report): ReadonlySet<string> {
  const seen = new Set<string>();
  const report = watched(original, (part) => seen.add(part));
  const memo = freshMemo(report, []);
  read(report, memo, rule.reads ?? []);
  seen.clear();
  const options: OptionValues = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
  );
  const around = {
    frameworks: [],
    faultyFiles: () => [],
    vocabulary: () => undefined,
    rules: [],
    sources: [],
  };
  const context = { ...memo, ...around, report, options, today: { year: 2026, month: 1, day: 1 } };
  assert.ok([...rule.check(context)].length >= 0);
  return seen;
}

/** What facets read of blocks is kept: the rule finds it there. */
function read({ model }: Report, memo: RuleMemo, reads: readonly Facet[]): void {
  for (const facet of reads) {
    if (isOfBlock(facet)) for (const { block } of model.blocks) BLOCK_FACETS[facet](block, memo);
  }
}

function isOfBlock(facet: Facet): facet is keyof typeof BLOCK_FACETS {
  return facet in BLOCK_FACETS;
}

/** The same report, telling which parts of its sections and their blocks somebody looks at. */
function watched(report: Report, tell: (part: string) => void): Report {
  const placed = new Map<PlacedBlock, PlacedBlock>();
  const place = (original: PlacedBlock): PlacedBlock => {
    const known = placed.get(original);
    if (known !== undefined) return known;
    // Every rule is run where a heading is another.
    const isHeading = original.block.kind === 'heading';
    const block = isHeading ? original.block : telling(original.block, 'block', tell);
    const own = { ...original, block };
    placed.set(original, own);
    return own;
  };
  const sections: Section[] = [];
  for (const section of report.sections) {
    const content = telling(section.content, 'content', tell);
    const parent = section.parent && sections[section.parent.index];
    const heading = section.heading && place(section.heading);
    sections.push({ ...section, content, parent, heading, own: section.own.map(place) });
  }
  const statements = new Map(
    [...report.statements].map(([area, all]) => [
      area,
      all.map((one) => ({ ...one, section: sections[one.section.index] ?? one.section })),
    ]),
  );
  const model = { ...report.model, blocks: report.model.blocks.map(place) };
  const titleHeading = report.titleHeading && place(report.titleHeading);
  return {
    ...{ ...report, sections, model, titleHeading },
    get statements() {
      tell('content.statements');
      return statements;
    },
  };
}

function telling<Whole extends object>(whole: Whole, name: string, tell: (part: string) => void): Whole {
  return new Proxy(whole, {
    get(own, part) {
      if (typeof part === 'string') tell(`${name}.${part}`);
      return Reflect.get(own, part, own);
    },
  });
}
