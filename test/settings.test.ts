import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../server/features/analysis.ts';
import { readConfig } from '../server/rules/config.ts';
import preferredTerm from '../server/rules/prose/preferred-term.ts';
import { defineRule, type RuleEntry } from '../server/rules/rule.ts';
import { followedBy } from '../server/text/change.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { libraryWith } from './harness/library.ts';

const FRAMEWORK = 'id: own\ntitle: Own\naudience: board\nsections: [{ id: findings, heading: Findings }]';
const BODY = '## Findings\n\nAll is well.\n';

/** A framework sets no rule that is not shipped, so the one that is tried here has the name of one that is. */
const NAME = 'prose/placeholder';

/** A rule that is off until somebody sets it, and has an option. */
const OFF: RuleEntry = {
  id: NAME,
  rule: defineRule({
    scope: 'block',
    summary: 'Only some authors want it.',
    why: 'It is tried here.',
    severity: 'info',
    enabled: false,
    options: { most: { type: 'integer', default: 3, description: 'How many.' } },
    *check({ block, options }) {
      if (block.kind === 'paragraph') yield { at: { from: 0, to: 1 }, message: `At most ${options.most}.` };
    },
  }),
};

const about = { summary: 'Says who reads it.', why: 'It is tried here.', severity: 'hint' } as const;

/** Rules that say to whom they believe to speak. */
const TOLD: readonly RuleEntry[] = [
  {
    id: 'test/block',
    rule: defineRule({
      ...about,
      scope: 'framed-block',
      *check({ block, audience = 'nobody' }) {
        if (block.kind === 'paragraph') yield { at: { from: 0, to: 1 }, message: `Block: ${audience}` };
      },
    }),
  },
  {
    id: 'test/section',
    rule: defineRule({
      ...about,
      scope: 'section',
      *check({ audience = 'nobody' }) {
        yield { at: { block: -1, span: { from: 0, to: 1 } }, message: `Section: ${audience}` };
      },
    }),
  },
];

interface How {
  readonly meta?: string;
  readonly config?: string;
  readonly framework?: string;
}

function input(rules: readonly RuleEntry[], { meta = '', config = '', framework = FRAMEWORK }: How) {
  const text = SourceText.of(`---\nframework: own\n${meta}---\n\n${BODY}`);
  const library = libraryWith([framework]);
  const read = readConfig(config).config;
  return { path: 'a.md', syntax: 'markdown' as const, text, library, config: read, inPack: true, rules };
}

function said({ findings }: Analysis): readonly string[] {
  return findings.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('A rule that is off unless set', () => {
  const found = (how: How) => said(analyse(input([OFF], how)));

  it('says nothing as long as nobody names it', () => assert.deepEqual(found({}), []));

  it('is switched on by the document, the pack or the framework', () => {
    const meta = `rules: { ${NAME}: warning }\n`;
    assert.deepEqual(found({ meta }), ['warning: At most 3.']);
    assert.deepEqual(found({ config: `rules: { ${NAME}: error }` }), ['error: At most 3.']);
    assert.deepEqual(found({ framework: `${FRAMEWORK}\nrules: { ${NAME}: hint }` }), ['hint: At most 3.']);
  });

  it('is switched on by an option, with its own severity', () => {
    assert.deepEqual(found({ config: `rules: { ${NAME}: { most: 5 } }` }), ['info: At most 5.']);
  });

  it('stays off where the document says so', () => {
    const how = { meta: `rules: { ${NAME}: off }\n`, config: `rules: { ${NAME}: error }` };
    assert.deepEqual(found(how), []);
  });
});

describe('Who reads a document', () => {
  const told = (how: How) => said(analyse(input(TOLD, how)));
  const both = (audience: string) => [`hint: Section: ${audience}`, `hint: Block: ${audience}`];

  it('is what it says itself, else the pack, else its framework', () => {
    const config = 'audience: internal';
    assert.deepEqual(told({ meta: 'audience: public\n', config }), both('public'));
    assert.deepEqual(told({ config }), both('internal'));
    assert.deepEqual(told({}), both('board'));
    assert.deepEqual(told({ framework: FRAMEWORK.replace('audience: board\n', '') }), both('nobody'));
  });

  it('does not depend on how the word is written, and a word without meaning counts as none', () => {
    assert.deepEqual(told({ meta: 'audience: " Public"\n' }), both('public'));
    assert.deepEqual(told({ meta: 'audience: everybody\n' }), both('board'));
  });

  it('is what rules are told again after it was changed alone', () => {
    const before = input(TOLD, { meta: 'audience: public\n' });
    const after = input(TOLD, { meta: 'audience: internal\n' });
    const from = before.text.toString().indexOf('public');
    const change = followedBy(undefined, { from, to: from + 'public'.length }, 'internal'.length);
    const first = analyse({ ...before, library: after.library });
    assert.deepEqual(said(analyse(after, { analysis: first, change })), both('internal'));
  });
});

describe('Words to use', () => {
  const rules = [{ id: 'prose/preferred-term', rule: preferredTerm }];
  const how = (use: string) => ({ config: `terms: [{ use: ${use}, instead-of: [well] }]` });

  it('are listed by the pack, and read again after the list was changed alone', () => {
    const first = analyse(input(rules, how('good')));
    assert.deepEqual(said(first), ['info: Write "good" instead of "well".']);
    const change = followedBy(undefined, { from: 0, to: 0 }, 0);
    const next = { ...input(rules, how('fine')), library: first.input.library, text: first.input.text };
    assert.deepEqual(said(analyse(next, { analysis: first, change })), [
      'info: Write "fine" instead of "well".',
    ]);
  });

  it('are said to be listed twice, or to stand for themselves', () => {
    const { problems } = readConfig(
      'terms: [{ use: good, instead-of: [well, Good] }, { use: fine, instead-of: [Well] }]',
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '"Good" is what this term asks to write.',
        'Another term already says what to write instead of "Well".',
      ],
    );
  });
});
