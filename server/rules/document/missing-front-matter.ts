import type { StrayMeta } from '../../model/model.ts';
import type { Span } from '../../text/span.ts';
import { type DocumentContext, type Draft, defineRule } from '../rule.ts';
import { offeredFrameworks } from './offeredFrameworks.ts';

export default defineRule({
  scope: 'document',
  summary: 'A document must begin with its fields: its framework, its title, its date.',
  why: 'Without these fields nobody can tell what kind of document it is, so that nothing in it can be checked.',
  severity: 'error',
  *check(context) {
    const { model, vocabulary } = context.report;
    // What cannot be read may well hold the fields.
    if (vocabulary !== undefined || model.meta.length > 0 || model.problems.length > 0) return;
    if (model.text.toString().trim() === '') return;
    yield model.strayMeta === undefined ? missing(context) : astray(model.strayMeta);
  },
});

const FAULTS: Readonly<Record<StrayMeta['fault'], readonly [string, string]>> = {
  'blank-lines': [
    'The fields stand below an empty line, so they are not read. Let the document begin with them.',
    'Take out what stands before the fields',
  ],
  comment: [
    'The fields stand below a comment, so they are not read. Let the document begin with them, and put the comment below.',
    'Put the fields first',
  ],
  'no-lines': [
    'The fields have no lines of three hyphens (---) around them, so they are read as text. Put one above and one below them, at the very top.',
    'Put the lines around the fields',
  ],
};

function astray({ span, fault }: StrayMeta): Draft<Span> {
  const [message, title] = FAULTS[fault];
  return { at: span, message, fixes: [{ title, safe: true, edits: (edit) => edit.hoistMeta() }] };
}

function missing(context: DocumentContext): Draft<Span> {
  const offered = offeredFrameworks(context);
  const example =
    offered[0] === undefined ? '' : ` Begin with its framework, such as "framework: ${offered[0]}".`;
  return {
    at: context.report.model.metaSpan,
    message: `The document has no fields at its top, so nobody can tell which framework it follows.${example}`,
    fixes: offered.map((id) => ({
      title: `Add "framework: ${id}"`,
      edits: (edit) => edit.setMeta('framework', id),
    })),
  };
}
