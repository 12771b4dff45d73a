/** A field that any document may have, whatever its framework (format.md, front matter). */
export interface BuiltInField {
  readonly description: string;
  readonly values: readonly string[];
}

/** The fields of every document, by key. */
export const BUILT_IN_FIELDS: ReadonlyMap<string, BuiltInField> = new Map([
  [
    'framework',
    {
      description:
        'The framework that the document follows. It says which sections, fields and judgements are expected.',
      values: [],
    },
  ],
  ['title', { description: 'The title of the document.', values: [] }],
  ['organisation', { description: 'The organisation or area that the document is about.', values: [] }],
  ['author', { description: 'Who wrote the document, best by post.', values: [] }],
  ['version', { description: 'The version of the document, as its authors count.', values: [] }],
  ['supersedes', { description: 'The document or version that this one replaces.', values: [] }],
  ['marking', { description: 'The protective marking.', values: [] }],
  [
    'date',
    {
      description: 'The day the document speaks from: what is overdue or out of date is judged by it.',
      values: [],
    },
  ],
  ['published', { description: 'The day of publication.', values: [] }],
  ['inspected', { description: 'The days of the inspection: from … to …', values: [] }],
  ['status', { description: 'How far the document has got.', values: ['draft', 'review', 'final'] }],
  [
    'audience',
    {
      description: 'Who will read it, which decides how strict the privacy checks are.',
      values: ['internal', 'board', 'public'],
    },
  ],
  ['period', { description: 'The reporting period: a month, a quarter, a year, or from … to …', values: [] }],
  ['approvals', { description: 'Who approved the document, and when.', values: [] }],
  ['addressee', { description: 'To whom a letter goes, line by line.', values: [] }],
  ['subject', { description: 'What a letter is about.', values: [] }],
  ['copy', { description: 'Who gets a copy of a letter.', values: [] }],
  ['measures', { description: 'Measures that the document reports, with their targets.', values: [] }],
  ['acronyms', { description: 'Acronyms used in the document, each with what it stands for.', values: [] }],
  ['rules', { description: 'Rules for this document alone: off, hint, info, warning or error.', values: [] }],
]);
