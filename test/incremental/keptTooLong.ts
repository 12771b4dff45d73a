import type { Syntax } from '../../server/model/model.ts';

/** An edit after which a rule for the whole document once told what it had found before. */
export interface KeptTooLong {
  readonly what: string;
  readonly syntax: Syntax;
  readonly text: string;
  /** Words of the text, with those that an edit puts in their place. */
  readonly edit: readonly [old: string, now: string];
  /** How often the rule finds something, before and after. */
  readonly finds: { readonly rule: string; readonly before: number; readonly after: number };
}

const START = '---\nframework: ofsted-safeguarding-2012\n---\n\n# Inspection\n\n';

const DATA = `framework: ofsted-safeguarding-2012
sections:
  - heading: Quality of provision
    fields: { judgement: Adequate (Grade 3) }
    body: |
      1. The quality of provision is good.`;

const DATED = 'inspected: { from: 2012-02-10 }\nbody: |\n  Text.';

export const KEPT_TOO_LONG: readonly KeptTooLong[] = [
  {
    what: 'a link, as an anchor is put in',
    syntax: 'markdown',
    text: `${START}## Service information\n\nSee [the terms](#terms).\n\nThe words used.\n`,
    edit: ['The words', '<a id="terms"></a>The words'],
    finds: { rule: 'structure/broken-reference', before: 1, after: 0 },
  },
  {
    what: 'a reference to a paragraph, as one begins with its number',
    syntax: 'markdown',
    text: `${START}## Service information\n\n1. As paragraph 7 says.\n\n2. Two.\n\n3. Three.\n\nIn 7 cases nobody came.\n`,
    edit: ['In 7 cases', '7 cases'],
    finds: { rule: 'structure/broken-reference', before: 1, after: 0 },
  },
  {
    what: 'a section’s number, as a paragraph has the one that is missing',
    syntax: 'markdown',
    text: `${START}## 1. Service information\n\nIn 3 cases nobody came.\n\n## 2. Practice\n\nText.\n\n## 4. Management\n\nText.\n`,
    edit: ['In 3 cases', '3 cases'],
    finds: { rule: 'structure/section-numbering', before: 1, after: 0 },
  },
  {
    what: 'a paragraph’s number, as another begins to cite it',
    syntax: 'markdown',
    text: `${START}## Service information\n\n1. One.\n\n3. Three.\n\n4. Four.\n`,
    edit: ['Four', 'See paragraph 3'],
    finds: { rule: 'structure/paragraph-numbering', before: 1, after: 1 },
  },
  {
    what: 'a group of recommendations, as its first is written',
    syntax: 'markdown',
    text: `${START}## Safeguarding services\n\n### Areas for improvement\n\n#### Immediately\n\n-\n\n#### Within three months\n\n- train staff\n`,
    edit: ['\n-\n', '\n- see every child\n'],
    finds: { rule: 'recommendation/group-order', before: 1, after: 0 },
  },
  {
    what: 'a judgement in data, as a copy of all of it is put in front',
    syntax: 'yaml',
    text: DATA + DATA,
    edit: ['', DATA + DATA],
    finds: { rule: 'judgement/judgement-conflict', before: 1, after: 1 },
  },
  {
    what: 'a field, as a copy of all fields is put in front',
    syntax: 'yaml',
    text: DATED + DATED,
    edit: ['', DATED + DATED],
    finds: { rule: 'document/invalid-field', before: 1, after: 1 },
  },
];
