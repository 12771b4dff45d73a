import { metaEntry, metaText } from '../../model/model.ts';
import { listedWords } from '../../values/listing.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'The framework that a document names must be without mistakes.',
  why: 'What cannot be understood of a framework is not checked, and a document without findings then only looks right.',
  severity: 'warning',
  *check({ report, faultyFiles }) {
    const entry = metaEntry(report.model, 'framework');
    if (entry === undefined || report.vocabulary === undefined) return;
    const faulty = faultyFiles(report.vocabulary.framework.id);
    if (faulty.length === 0) return;
    const mistakes = faulty.reduce((sum, file) => sum + file.mistakes, 0);
    const files = faulty.map(({ file }) => file);
    yield {
      at: entry.valueSpan,
      message: `The framework "${metaText(entry.value)}" has ${mistakes === 1 ? 'a mistake' : `${mistakes} mistakes`} in ${listedWords(files, 'and')}, so this document is checked only as far as the rest goes. Mend the framework first.`,
    };
  },
});
