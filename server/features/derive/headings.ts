import type { FrameworkLibrary } from '../../framework/library.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { idOf } from './derived.ts';
import { writeFramework } from './write.ts';

/** A framework of sections alone, by which a text can be read whose headings only look like headings. */
export function headingsFramework(
  text: string,
  headings: readonly string[],
  library: FrameworkLibrary,
): Vocabulary {
  const id = 'headings';
  const taken = new Set<string>();
  const sections = headings.map((heading) => ({
    id: idOf(heading, taken),
    heading,
    aliases: [],
    share: { count: 0, of: 1 },
    repeated: false,
    fields: [],
    tables: [],
    judgement: undefined,
    groups: [],
    summary: undefined,
    statusSummary: false,
    pattern: undefined,
    sections: [],
  }));
  const written = writeFramework({
    id,
    title: 'Headings',
    isLetter: /^Dear\b/m.test(text) && /^\s*Yours (?:sincerely|faithfully)\b/im.test(text),
    numbering: 'document',
    documents: 1,
    scale: undefined,
    statuses: [],
    fields: [],
    sections,
    patterns: [],
    tables: [],
  });
  const found = library.including({ path: 'headings.framework.yaml', text: written }).get(id);
  if (found === undefined) throw new Error('Headings alone made no framework.');
  return found.vocabulary;
}
