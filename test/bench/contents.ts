import { analyse } from '../../server/features/analysis.ts';
import { FrameworkLibrary } from '../../server/framework/library.ts';
import { type Block, cellsOf } from '../../server/model/block.ts';
import { metaEntry, type Syntax } from '../../server/model/model.ts';
import { judge } from '../../server/numbers/judge.ts';
import { readShareTies } from '../../server/numbers/share/shares.ts';
import { DEFAULT_CONFIG } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import { SourceText } from '../../server/text/sourceText.ts';

/** What a document gives the engine to do: a document without figures and findings would be measured too fast. */
export interface Contents {
  readonly characters: number;
  readonly blocks: number;
  readonly sections: number;
  readonly ties: number;
  readonly tiesThatHold: number;
  readonly acronyms: number;
  readonly findings: number;
  readonly findingsByRule: Readonly<Record<string, number>>;
}

/** Counts what the engine itself finds in a document. */
export function contentsOf(text: string, syntax: Syntax): Contents {
  const { model, report, findings } = analyse({
    path: 'bench.report',
    syntax,
    text: SourceText.of(text),
    library: FrameworkLibrary.builtin(),
    config: DEFAULT_CONFIG,
    inPack: false,
    rules: RULES,
  });
  const ties = model.blocks.flatMap(({ block }) => passages(block).flatMap((text) => readShareTies(text)));
  const byRule: Record<string, number> = {};
  for (const { rule } of findings) byRule[rule] = (byRule[rule] ?? 0) + 1;
  const listed = metaEntry(model, 'acronyms')?.value;
  const words = new Set(
    model.blocks.flatMap(({ block }) =>
      passages(block).flatMap((text) => text.match(/\b[A-Z]{2,6}\b/g) ?? []),
    ),
  );
  return {
    characters: text.length,
    blocks: model.blocks.length,
    sections: report.sections.length,
    ties: ties.length,
    tiesThatHold: ties.filter((tie) => judge(tie).verdict === 'holds').length,
    acronyms: listed?.kind === 'map' ? listed.entries.filter(({ key }) => words.has(key)).length : 0,
    findings: findings.length,
    findingsByRule: byRule,
  };
}

function passages(block: Block): readonly string[] {
  return [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose.text);
}
