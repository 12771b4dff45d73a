import { nearest } from '../../framework/name.ts';
import { type MetaEntry, metaEntry, metaText } from '../../model/model.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import { type DocumentContext, type Draft, defineRule } from '../rule.ts';
import { renameField, slipFor, unknownFields } from './nearField.ts';
import { offeredFrameworks } from './offeredFrameworks.ts';

/** Longer lists are of no help in a message. */
const MOST_NAMED = 5;

export default defineRule({
  scope: 'document',
  summary: 'A document must name a framework that is known.',
  why: 'Without its framework nobody can say which sections, fields and judgements the document has to have.',
  severity: 'error',
  *check(context) {
    const { report } = context;
    if (report.vocabulary !== undefined || report.model.text.toString().trim() === '') return;
    // A document without any fields is a finding of document/missing-front-matter.
    if (report.model.meta.length === 0) return;
    const entry = metaEntry(report.model, 'framework');
    const slip = slipFor(['framework'], unknownFields(report));
    const id = entry === undefined ? '' : metaText(entry.value).trim();
    if (entry !== undefined && id !== '') yield unknown(context, id, entry.valueSpan);
    else if (entry === undefined && slip !== undefined) yield misspelt(slip);
    // What cannot be read may well hold the field.
    else if (report.model.problems.length === 0) yield missing(context, entry?.keySpan);
  },
});

function unknown({ frameworks }: DocumentContext, id: string, at: Span): Draft<Span> {
  const near = nearest(id, frameworks, (known) => known).slice(0, 3);
  const hint = near.length > 0 ? `Did you mean ${listedWords(near, 'or')}?` : known(frameworks);
  return {
    at,
    message: `There is no framework "${id}". ${hint}`,
    fixes: near.map((other) => ({
      title: `Change to "${other}"`,
      safe: near.length === 1,
      edits: (edit) => edit.setMeta('framework', other),
    })),
  };
}

function misspelt(slip: MetaEntry): Draft<Span> {
  return {
    at: slip.keySpan,
    message: `The document does not say which framework it follows. Is "${slip.key}" meant to be "framework"?`,
    fixes: [renameField(slip, 'framework')],
  };
}

function missing(context: DocumentContext, key: Span | undefined): Draft<Span> {
  const offered = offeredFrameworks(context);
  const example =
    offered[0] === undefined ? '' : ` Add a line such as "framework: ${offered[0]}" at its top.`;
  return {
    at: key ?? context.report.model.metaSpan,
    message: `The document does not say which framework it follows.${example}`,
    fixes: offered.map((id) => ({
      title: `Add "framework: ${id}"`,
      edits: (edit) => edit.setMeta('framework', id),
    })),
  };
}

function known(frameworks: readonly string[]): string {
  if (frameworks.length === 0) return 'No framework is known here.';
  if (frameworks.length > MOST_NAMED) {
    return `There are ${frameworks.length} others, for example ${listedWords(frameworks.slice(0, MOST_NAMED), 'or')}.`;
  }
  return frameworks.length === 1
    ? `The only one is ${listedWords(frameworks, 'or')}.`
    : `There are ${listedWords(frameworks, 'and')}.`;
}
