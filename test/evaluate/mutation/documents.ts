import type { Analysis } from '../../../server/features/analysis.ts';
import { corpus } from '../corpus/folder.ts';
import { readReport } from '../corpus/read.ts';
import { documents } from '../judged.ts';
import { opened } from '../subject.ts';

export type Group = 'Examples' | 'Published texts' | 'Published PDFs';

/** A document whose figures are looked at. */
export interface FigureDocument {
  readonly group: Group;
  /** As the lists of judged findings call it. */
  readonly name: string;
  readonly analysis: Analysis;
}

/** The examples and the published texts that are here. Those that are no document of ours, such as a README, are left out. */
export function textDocuments(only: string): readonly FigureDocument[] {
  return documents()
    .filter((file) => file.includes(only))
    .map((file): FigureDocument => {
      const name = file.split('/').at(-1) ?? file;
      const group = file.startsWith('examples/') ? 'Examples' : 'Published texts';
      return { group, name, analysis: opened(file) };
    })
    .filter(({ analysis }) => analysis.ours);
}

/** The published PDFs that are here and can be imported, one after the other: each takes a second or two. */
export async function* pdfDocuments(only: string): AsyncGenerator<FigureDocument> {
  for (const name of (corpus() ?? []).filter((one) => one.includes(only))) {
    const report = await readReport(name);
    if (typeof report === 'string') continue;
    yield { group: 'Published PDFs', name, analysis: report.analysis };
  }
}
