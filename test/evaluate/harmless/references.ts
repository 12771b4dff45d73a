import type { Random } from '../../incremental/random.ts';
import type { Change } from '../change.ts';
import type { Kind } from '../kind.ts';
import type { Landmarks } from '../landmarks.ts';
import { withSentence } from './edit.ts';

export const REFERENCES: readonly Kind<Landmarks>[] = [
  { name: 'references that lead somewhere', draw: rightReference },
  { name: 'references to other documents', draw: otherDocument },
];

function rightReference(document: Landmarks, random: Random): Change {
  const numbers = document.sections.flatMap((section) => section.numbers.map(({ value }) => value));
  const [one, other] = [random.pick(numbers), random.pick(numbers)];
  const words = [
    `More is said in paragraph ${one}.`,
    `This is taken up elsewhere (see paragraphs ${one} and ${other}).`,
    `Paragraph ${one} gives an example.`,
  ];
  return withSentence(document, random, random.pick(words));
}

const ELSEWHERE: readonly string[] = [
  'Section 47 enquiries are timely, and section 20 is understood.',
  'This is what paragraph 97 of Working Together to Safeguard Children asks for.',
  'Children at Tier 4 are seen within the week.',
  'Section 11.4 of the Children Act 2004 is met.',
  'The council follows its constitution (p88 of the Constitution, section 9.12).',
  'Appendix F of the statutory guidance was used, and Table 9 of the national return.',
  'The regulations (S.I. 2010/959, paragraph 98) are known to staff.',
];

function otherDocument(document: Landmarks, random: Random): Change {
  return withSentence(document, random, random.pick(ELSEWHERE));
}
