import assert from 'node:assert/strict';
import { type Block, cellsOf } from '../server/model/block.ts';
import { type YamlModel, yamlModel } from '../server/model/yaml.ts';
import { SourceText } from '../server/text/sourceText.ts';

const HEADING = "The council's plan";

/** Every way of writing a value that does not stand in the source as it is meant. */
const WRITTEN = `framework: improvement-plan-dashboard
sections:
  - heading: 'The council''s plan'
    fields:
      lead: "Named \\"Lead\\" officer"
      impact: >-
        Folded over
        two lines
      note: |
        Literal words
        here
    measures:
      - measure: 'Children''s plans seen'
        target: "\\u2265 90 percent"
        actual: { 2020-02: '8''4 percent', 2020-03: "9\\t1 percent" }
    actions:
      - action: >
          See every
          child
        owner: "Ann \\"A\\" Bee"
`;

describe('Words that are written as data', () => {
  it('stand where they are written, whatever quotes, escapes or folded lines are around them', () => {
    let words = 0;
    for (const { from, block } of yamlModel(SourceText.of(WRITTEN)).blocks) {
      for (const prose of prosesOf(block)) {
        for (const { 0: word, index } of prose.text.matchAll(/[A-Za-z]{2,}/g)) {
          const span = prose.sourceSpan(index, index + word.length);
          assert.equal(WRITTEN.slice(from + span.from, from + span.to), word);
          words += 1;
        }
      }
    }
    assert.ok(words > 20, `${words} words`);
  });

  it('take their source without the quotes', () => {
    const spans = yamlModel(SourceText.of(WRITTEN)).blocks.flatMap(({ from, block }) =>
      [...block.leaves, ...cellsOf(block)].map(({ span }) => WRITTEN.slice(from + span.from, from + span.to)),
    );
    for (const shown of ['Named \\"Lead\\" officer', "Children''s plans seen", "8''4 percent"]) {
      assert.ok(spans.includes(shown), `${shown} in ${spans.join(' | ')}`);
    }
  });

  it('count as changed when only their quotes did', () => {
    const doubled = WRITTEN.replace("'The council''s plan'", '"The council\'s plan"');
    const before = yamlModel(SourceText.of(WRITTEN));
    const endOf = (model: YamlModel) =>
      model.blocks.map(({ block }) => block.heading?.prose.sourceOffset(HEADING.length - 1));
    assert.deepEqual(
      endOf(yamlModel(SourceText.of(doubled), before)),
      endOf(yamlModel(SourceText.of(doubled))),
    );
  });
});

/** The texts of a block, without the headers of its tables: nobody wrote the one above the roles. */
function prosesOf({ leaves, tables }: Block) {
  const cells = tables.flatMap(({ rows }) => rows.slice(1).flatMap((row) => row.cells));
  return [...leaves, ...cells].map(({ prose }) => prose);
}
