import type { Block } from '../../model/block.ts';
import { sentencesOf } from '../../values/sentences.ts';
import { ENGLISH_TONE } from '../../values/toneWords.ts';
import { defineRule } from '../rule.ts';

/** Documents in which somebody gives account of work of their own: an inspectorate's and a committee's tell what they saw. */
const KINDS: ReadonlySet<string | undefined> = new Set(['self-evaluation', 'improvement-plan']);

export default defineRule({
  scope: 'framed-block',
  summary: 'A paragraph that tells what is done should also say how good it is, or what came of it.',
  why: 'Readers of a self-evaluation ask what difference the work makes; a list of meetings and projects does not tell them.',
  severity: 'hint',
  enabled: false,
  options: {
    sentences: {
      type: 'integer',
      default: 2,
      description: 'How many sentences a paragraph has before it is expected to say more than what is done.',
    },
  },
  *check({ block, vocabulary, options }) {
    if (!KINDS.has(vocabulary?.framework.kind) || !isText(block)) return;
    const least = typeof options.sentences === 'number' ? options.sentences : 2;
    for (const { prose, quoted } of block.leaves) {
      if (quoted || !tellsOnly(prose.text, least)) continue;
      yield {
        at: prose.sourceSpan(0, prose.text.length),
        message:
          'This paragraph tells what is done, with no figure, judgement or effect. Say how well it is done, what difference it makes, and how you know.',
      };
    }
  },
});

/** Evidence may stand behind a link, and the point of a list may stand above it. */
function isText(block: Block): boolean {
  const isNumbered = block.kind === 'item' && block.number !== undefined;
  if (block.kind !== 'paragraph' && !isNumbered) return false;
  return (
    block.links.length === 0 &&
    block.labels.length === 0 &&
    block.tables.length === 0 &&
    block.leaves.length === 1
  );
}

/** As many words tell that a sentence is one, and no label. */
const FEWEST_WORDS = 6;

/** Whether each sentence tells of something that is done, and none of what it is worth. */
function tellsOnly(text: string, least: number): boolean {
  if (/\d|[[:“"]/.test(text) || ENGLISH_TONE.meaning.test(text)) return false;
  const sentences = sentencesOf(text).map(({ from, to }) => text.slice(from, to));
  if (sentences.length < least) return false;
  return sentences.every(
    (sentence) =>
      ENGLISH_TONE.activity.test(sentence) &&
      /\.$/.test(sentence) &&
      sentence.split(/\s+/).length >= FEWEST_WORDS,
  );
}
