import type { Random } from '../../incremental/random.ts';
import { tenDigits } from '../identifiers.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { withSentence } from './edit.ts';

/** What looks like somebody's number or address and is a body's, a service's or nobody's. */
export const NO_IDENTIFIERS: readonly Kind<Texts>[] = [
  {
    name: 'numbers and addresses of bodies',
    draw: (document, random) => withSentence(document, random, bodies(random)),
  },
  {
    name: 'figures that are no identifiers',
    draw: (document, random) => withSentence(document, random, figures(random)),
  },
  {
    name: 'children whom nobody can know',
    draw: (document, random) => withSentence(document, random, random.pick(UNKNOWN)),
  },
];

function bodies(random: Random): string {
  return random.pick([
    'The front door can be rung on 0300 123 1231 or 01452 000000.',
    'The duty team answers texts on 07700 900321 until midnight.',
    'Write to enquiries@council.gov.uk, or to a.director@trust.nhs.uk.',
    'Councillors can be reached by mail (democratic.services@council.gov.uk) and under 0161 000 0000.',
    'If you are worried about a child or young person, ring 01632 960 123.',
    'Parents can call 07700 900321, or write to the carers’ forum (carersforum@gmail.com).',
    'The helpline, 0800 000 0000, is open at night.',
  ]);
}

function figures(random: Random): string {
  return random.pick([
    `The file is kept under ${tenDigits(random)}.`,
    'The policy has the reference EHCP123456 and the version 4.3.20.',
    'The purchase order is JT123456C.',
    'A child born on 31 August 2020 starts school in September 2024.',
    'The contract, QQ123456C, ended on 31 March 2019.',
    'Children born after 1 September 2015 start school in that autumn.',
    'The grant came to £1,234,567,890 for the whole country.',
  ]);
}

const UNKNOWN: readonly string[] = [
  'Child A, who is now at school, has a settled home.',
  'One young person said that her social worker always rang back.',
  'Homes for up to four children are inspected twice a year.',
  'Children of that age live with foster carers where they can.',
  'Two social workers and three managers took part.',
  'The figure rose by three children, two children in every hundred.',
];
