import type { Random } from '../../incremental/random.ts';
import { type Change, insert } from '../change.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { edited, withSentence } from './edit.ts';

/** Words that look unfinished or broken, and are not. */
export const BROKEN: readonly Kind<Texts>[] = [
  sentences('words that look like placeholders', [
    'Staff are encouraged to follow up what they hear, and to come back to it.',
    'The way to be confirmed as a carer is long.',
    'Thirteen children are awaiting a decision of the court.',
    'Priorities have yet to be determined by the board.',
    'Key stage results of Child X and Family XX are not given.',
    'Managers check with health partners before publishing the local offer.',
    'One child said, “I miss [name of school]”, and another wrote “love from me xx”.',
    'The offer has text messages, data and figures that young people follow.',
  ]),
  sentences('brackets and marks that need nothing', [
    'Leaders should (a) listen, (b) act and (c) report.',
    'Leaders should a) listen, b) act and c) report.',
    'The teams’ and the carers’ views are heard (see the plan [as agreed]).',
    'It was a ‘good enough’ plan, and the child’s wishes were heard.',
    'She called it "a good start", and he did too.',
    'In the ‘90s there was no such team.',
  ]),
  { name: 'a list that a sentence leads to', forms: ['markdown'], optional: true, draw: list },
  { name: 'a list as long as announced', forms: ['markdown'], optional: true, draw: counted },
  { name: 'a caption with its table', forms: ['markdown'], optional: true, draw: captioned },
  { name: 'a sentence taken up again', forms: ['markdown'], optional: true, draw: takenUp },
];

/** A paragraph without a colon, and what it leads to, with "and" before the last thing. */
function list(document: Texts, random: Random): Change | undefined {
  const words = random.pick([
    'To improve further, the council and its partners in health and in schools should work to',
    'Leaders know that the next step for the service and for its partners is to',
  ]);
  const things = '- listen to the children whom they know best, and\n- act on what they hear';
  return behindParagraph(document, random, `${words}\n\n${things}`);
}

function counted(document: Texts, random: Random): Change | undefined {
  const words = random.pick([
    'There are three areas for improvement:',
    'Two of the four priorities are met. The others need:',
    'In two areas, leaders should:',
    'There are at least two reasons for this:',
  ]);
  return behindParagraph(document, random, `${words}\n\n- plans\n- visits\n- reviews`);
}

function captioned(document: Texts, random: Random): Change | undefined {
  const table = '| Team | Lead |\n| --- | --- |\n| East | Team manager |';
  const caption = random.pick(['Table 9: Teams and who leads them', 'Table 9. Teams']);
  return behindParagraph(document, random, random.pick([`${caption}\n\n${table}`, `${table}\n\n${caption}`]));
}

/** What a paragraph begins with is said again elsewhere. */
function takenUp(document: Texts, random: Random): Change | undefined {
  const long = document.prose.filter(({ line, slots }) =>
    /^[A-Z][^\d%(]{60,300}$/.test(document.text.slice(line.from, (slots[0] ?? line.from + 1) - 1)),
  );
  if (long.length === 0) return undefined;
  const { line, slots } = random.pick(long);
  return behindParagraph(document, random, document.text.slice(line.from, (slots[0] ?? line.to) - 1));
}

function behindParagraph(document: Texts, random: Random, words: string): Change | undefined {
  const { text, prose } = document;
  const ends = prose.filter(
    ({ line: { from, to } }) =>
      /^\p{Lu}/u.test(text.slice(from, to)) && /^\n\n(?:#|\p{Lu})/u.test(text.slice(to, to + 4)),
  );
  if (ends.length === 0) return undefined;
  return edited(document, [insert(random.pick(ends).line.to, `\n\n${words}`)], words);
}

function sentences(name: string, all: readonly string[]): Kind<Texts> {
  return { name, draw: (document, random) => withSentence(document, random, random.pick(all)) };
}
