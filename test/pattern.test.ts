import assert from 'node:assert/strict';
import { phrasePattern, readPattern } from '../server/values/pattern.ts';

/** The stretches of a text that a pattern finds. */
function found(source: string, text: string): readonly string[] {
  const reading = readPattern(source);
  assert.ok('pattern' in reading, `"${source}" cannot be read.`);
  return reading.pattern.find(text).map(({ from, to }) => text.slice(from, to));
}

function faultOf(source: string): string | undefined {
  const reading = readPattern(source);
  return 'fault' in reading ? reading.fault : undefined;
}

function matches(source: string): string {
  const reading = readPattern(source);
  return 'fault' in reading ? reading.fault : reading.matches;
}

describe('A pattern of a framework', () => {
  it('finds every place, in UTF-16 code units', () => {
    assert.deepEqual(found(String.raw`\b(?:Mr|Ms) \p{Lu}\w+`, '🟢 Mr Jones saw Ms Ølsen, then Mr Smith.'), [
      'Mr Jones',
      'Ms Ølsen',
      'Mr Smith',
    ]);
    assert.deepEqual(found(String.raw`(?i)ref\. [a-z]{2}\d`, '🟢🟢 REF. ab1'), ['REF. ab1']);
    assert.deepEqual(found('x*y?x', 'xx'), ['xx']);
  });

  it('is the whole of a value where it has to be', () => {
    const reading = readPattern('[A-Z]{2}[0-9]+');
    assert.ok('pattern' in reading);
    assert.deepEqual(
      ['AB12', 'AB12 ', 'ab12', 'see AB12', 'AB'].map((text) => reading.pattern.isAll(text)),
      [true, false, false, false, false],
    );
  });

  it('says why it is none', () => {
    assert.equal(faultOf('(a'), 'missing closing ): "(a"');
    assert.equal(faultOf('[z-a]'), 'invalid character class range: "z-a"');
    for (const look of ['a(?=b)', 'a(?!b)', '(?<=a)b', '(?<!a)b']) {
      assert.equal(faultOf(look), 'look-ahead and look-behind are not possible here', look);
    }
    assert.equal(faultOf(String.raw`(a)\1`), 'back-references are not possible here');
    assert.equal(faultOf('a'.repeat(1001)), 'it is longer than 1,000 characters');
    for (const large of ['(?:a?){400}a{400}', '((a{10}){10}){10}', '[a-z ]{1,900}Q']) {
      assert.equal(faultOf(large), 'it repeats too much; words can be listed as "text" instead', large);
    }
  });

  it('tells what matches everything, or nothing', () => {
    for (const source of ['', 'a*', '(?:)', '.*', 'a|', '^', '$', '(?i)x?']) {
      assert.equal(matches(source), 'everything', source);
    }
    for (const source of ['a$b', 'a^b', String.raw`[^\s\S]`, String.raw`a\Ab`, 'x$y|z^w']) {
      assert.equal(matches(source), 'nothing', source);
    }
    for (const source of ['^a$', 'a$|b', '(?m)a$', String.raw`\bTBC\b`, 'a|b^c']) {
      assert.equal(matches(source), 'some', source);
    }
  });

  it('takes time that grows with the text alone, whatever it is', () => {
    // Engines that go back and try again need longer than the world has stood for these.
    const text = 'a'.repeat(50_000);
    for (const source of ['(a+)+b', '(a|aa)+b', '(a|a?)+b', '(?:a?){20}a{20}b']) {
      assert.deepEqual(found(source, text), [], source);
    }
  });
});

describe('A phrase of a framework', () => {
  const places = (phrase: string, text: string) =>
    phrasePattern(phrase)
      .find(text)
      .map(({ from, to }) => text.slice(from, to));

  it('is found whatever its case and the blanks in it, as whole words', () => {
    assert.deepEqual(places('social services', 'Social\nServices, social  services; antisocial services'), [
      'Social\nServices',
      'social  services',
    ]);
    assert.deepEqual(places('élan', 'Élan, élans'), ['Élan']);
    assert.deepEqual(places('co-operate (fully)', 'They co-operate (fully), Coco-operate (fully).'), [
      'co-operate (fully)',
    ]);
    assert.deepEqual(places('a.b', 'a.b axb'), ['a.b']);
  });
});
