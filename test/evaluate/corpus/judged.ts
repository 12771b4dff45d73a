import { landmarkAt, landmarksOf } from '../../../server/convert/source.ts';
import type { Listed } from '../judged.ts';
import type { ReadReport } from './read.ts';

/** The findings on published PDFs, each judged after looking at the page. */
export const JUDGED_CORPUS = 'test/judged/corpus.yaml';

/** The findings on a published PDF, each at its page; what the report says there is not repeated. */
export function listedFindings({ name, source, imported, analysis }: ReadReport): readonly Listed[] {
  const pages = landmarksOf(source);
  return analysis.findings.map(({ rule, severity, message, span }) => {
    const page = pages === undefined ? 1 : landmarkAt(pages, imported.places.toSource(span).from);
    return { file: name, rule, severity, message, where: `page ${page}` };
  });
}
