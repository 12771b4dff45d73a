import type { FrameworkLibrary } from '../../framework/library.ts';
import type { Model } from '../../model/model.ts';
import { DEFAULT_CONFIG } from '../../rules/config.ts';
import { RULES } from '../../rules/registry.generated.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Finding } from '../../text/problem.ts';
import { SourceText } from '../../text/sourceText.ts';
import { analyse } from '../analysis.ts';

/** What a framework alone decides: what must be there, in which order, and what it is called. */
const DECIDED =
  /^document\/(?!unapproved|open-errors)|^(?:table|recommendation|letter)\/|^structure\/(?:missing|section-order|duplicate-section|unknown-section|heading-level)|^judgement\/(?:missing|not-on-scale|summary)/;

/** No other rules need to run: what they find is not asked for. */
const DECIDING = RULES.filter(({ id }) => DECIDED.test(id));

/** Where a document does not have what a framework asks for. */
export function structureFindings(model: Model, library: FrameworkLibrary, id: string): readonly Finding[] {
  const text = applyEdits(model.text.toString(), model.editing.setMeta('framework', id));
  const { findings } = analyse({
    path: model.data === undefined ? 'a.report.md' : 'a.report.yaml',
    syntax: model.data === undefined ? 'markdown' : 'yaml',
    text: SourceText.of(text),
    library,
    config: DEFAULT_CONFIG,
    inPack: true,
    framework: id,
    rules: DECIDING,
  });
  return findings.filter(({ rule }) => DECIDED.test(rule));
}
