import type { PartDef } from '../../framework/framework.ts';
import { listedWords } from '../../values/listing.ts';
import { defineRule } from '../rule.ts';
import { documentSpan } from '../structure/places.ts';

export default defineRule({
  scope: 'document',
  summary:
    'A letter must have every part that the framework asks for: its salutation, its opening, its sign-off.',
  why: 'A letter without one of its parts looks like a draft that was sent by mistake.',
  severity: 'warning',
  reads: ['parts'],
  *check({ report }) {
    const present = new Set(report.sections.flatMap(({ content }) => content.parts.map(({ id }) => id)));
    for (const part of report.vocabulary?.framework.parts ?? []) {
      if (!part.required || present.has(part.id)) continue;
      yield { at: documentSpan(report), message: message(part) };
    }
  },
});

function message({ label, begins }: PartDef): string {
  const words = begins.slice(0, 3);
  const choice =
    words.length === 0 ? '' : ` It is the paragraph that begins with ${listedWords(words, 'or')}.`;
  return `The letter has no ${label.toLowerCase()}.${choice}`;
}
