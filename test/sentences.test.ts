import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sentenceAt, sentencesOf } from '../server/values/sentences.ts';
import { processorTime } from './harness/growth.ts';

/** Passages with `|` where a sentence ends. */
const PASSAGES: readonly string[] = [
  'Practice is improving.|Managers know it well.|12 plans were late.',
  'Was it safe?|It was!|The panel said so.',
  'The list is in No. 3 and in para. 14 of the plan.|See p. 7, vol. 2.',
  'The answer was no.|The board then met.',
  'Mr. Smith and Dr. Jones met Cllr. Brown at St. Mary’s.|They agreed.',
  'Some partners, e.g. Gloucester City Homes, i.e. The Landlord, came.|Others, etc., did not.',
  'Help is offered at home, in school, etc.|The offer is broad.',
  'The rules are S.I. 2013/706 and S.I. 2010 No. 959.|They apply.',
  'J. K. Rowling wrote to A. Patel.|The reply was late.',
  'This was so for Child A.|The family moved.|So did Child B.',
  'The rate is 3.2 now, and 14.5 in Jan. 2020.|It was 12.|In May it rises.',
  '3. The panel meets.|It decides.',
  'a. The panel meets.|The board meets.',
  'She said “I am listened to.”|Others agreed.|(This is rare.)|It counts.',
  'He asked "Who helps me?"|"My worker," said another.',
  'It went on … and on.|Then it stopped…|Nothing was said.',
  'Visits are www.example.org. or not, as in 10 a.m. today',
  '£3.2m was spent.|£400,000 is left.',
  'No stop at all',
  'Der Bericht ist fertig.|Übung macht den Meister.|Élan is needed.',
  'in lower case. so it is no end',
  '',
  '   ',
];

describe('sentences', () => {
  for (const passage of PASSAGES) {
    it(JSON.stringify(passage), () => {
      const expected = passage.split('|').filter((sentence) => sentence.trim() !== '');
      const text = passage.replaceAll('|', ' ');
      const found = sentencesOf(text).map(({ from, to }) => text.slice(from, to));
      assert.deepEqual(found, expected);
    });
  }

  it('are found around a place, within reach', () => {
    const text = 'The first is short. The second holds the place. The third does not.';
    const { from, to } = sentenceAt(text, text.indexOf('place'), 600);
    assert.equal(text.slice(from, to), 'The second holds the place.');
    const near = sentenceAt(text, text.indexOf('place'), 4);
    assert.equal(text.slice(near.from, near.to), 'the plac');
  });

  it('of hostile text are read in time', () => {
    for (const unit of [
      '. ',
      '.',
      'A. ',
      'e.g. ',
      '?!',
      '"',
      ') ',
      'No. 1 ',
      '… ',
      '. A',
      '.”)’ ',
      '     ',
    ]) {
      const text = unit.repeat(Math.ceil(400_000 / unit.length));
      assert.ok(processorTime(() => sentencesOf(text)) < 2_000, unit);
    }
  });
});
