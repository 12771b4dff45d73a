import type { Analysis } from '../features/analysis.ts';
import { countFindings } from '../features/overview.ts';
import { trouble } from '../features/trouble.ts';
import type { StatusParams } from '../protocol.ts';

/** What the status item shows of a document. */
export function statusOf(uri: string, analysis: Analysis): StatusParams {
  const framework = analysis.report.vocabulary?.framework;
  const inTrouble = trouble(analysis);
  return {
    uri,
    ...(framework === undefined ? {} : { framework: { id: framework.id, title: framework.title } }),
    counts: countFindings(analysis.findings),
    ...(inTrouble === undefined ? {} : { trouble: inTrouble }),
  };
}
