import assert from 'node:assert/strict';
import { analyse } from '../../server/features/analysis.ts';
import { applyEdits } from '../../server/text/edit.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import { editedAnalysis, fullAnalysis } from '../incremental/state.ts';

const START = '---\nframework: ofsted-safeguarding-2012\ntitle: T\n---\n\n# T\n\n';

/** Words, what the message calls their characters, and what the fix leaves; undefined where there is none. */
const ODD: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ['Inade\u200Bquate', ['zero width space, U+200B'], 'Inadequate'],
  ['a\u200Bb\u200Bc', ['zero width space, U+200B, and 1 more on this line'], 'abc'],
  ['12\u200D5 cases', ['zero width joiner, U+200D'], '125 cases'],
  ['Go\u2060od', ['word joiner, U+2060'], 'Good'],
  ['Go\uFEFFod', ['byte-order mark, U+FEFF'], 'Good'],
  ['is \u202Edoog\u202C now', ['right-to-left override, U+202E, and 1 more on this line'], 'is doog now'],
  ['is \u2067good\u2069', ['right-to-left isolate, U+2067, and 1 more on this line'], 'is good'],
  ['It\u0092s', ['U+0092'], 'Its'],
  ['a\u0000b', ['U+0000'], 'ab'],
  ['a\u001B[31mb', ['U+001B'], 'a[31mb'],
  ['a\u2028b', ['line separator, U+2028'], 'a b'],
  ['caf\uFFFD', ['U+FFFD'], undefined],
  ['a\uD800b', ['U+D800'], undefined],
  ['a\u{E0041}b', ['U+E0041'], 'ab'],
];

/** What scripts, emoji and typography need. */
const RIGHT: readonly string[] = [
  '\u{1F469}\u200D\u{1F467} and \u{1F3F3}\uFE0F\u200D\u{1F308} and \u{1F468}\u{1F3FD}\u200D\u{1F4BB}',
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  'super\u00ADvision on 12\u00A0May and 55.8\u2009per\u202F10,000',
  'السلام\u200F (hello)\u200E and \u2067سلام\u2069',
  'می\u200Cخواهم',
  'क्\u200Dष',
  'ភាសា\u200Bខ្មែរ',
  'a\tb\fc',
];

function found(text: string, syntax: 'markdown' | 'yaml') {
  return fullAnalysis(SourceText.of(text), syntax).findings.filter(
    ({ rule }) => rule === 'syntax/characters',
  );
}

export function testCharacters(): void {
  for (const [words, names, mended] of ODD) {
    it(`are found, and taken out where that is all there is to do: ${JSON.stringify(words)}`, () => {
      const text = `${START}${words}\n`;
      const findings = found(text, 'markdown');
      assert.deepEqual(
        findings.map(({ message, severity }) => [severity, /\((.*?)\)/.exec(message)?.[1]]),
        names.map((name) => ['warning', name]),
      );
      const fix = findings[0]?.fixes[0];
      assert.equal(fix && applyEdits(text, fix.edits()), mended && `${START}${mended}\n`);
      assert.equal(
        found(`framework: ofsted-safeguarding-2012\ntitle: '${words}'\n`, 'yaml').length,
        names.length,
      );
      assert.equal(found(`---\ntitle: '${words}'\n---\n\n# T\n`, 'markdown').length, names.length);
    });
  }

  for (const words of RIGHT) {
    it(`are left alone where they are needed: ${JSON.stringify(words)}`, () => {
      assert.deepEqual(found(`${START}${words}\n`, 'markdown'), []);
    });
  }

  it('are found again only where the text changed, and stay with their words', () => {
    const text = SourceText.of(`${START}a\u200Bb\n\nc\u200Bd\n\ne\u200Bf\n`);
    const first = fullAnalysis(text, 'markdown');
    const at = text.toString().indexOf('c');
    for (const edit of [
      { span: { from: at, to: at + 2 }, insert: 'longer' },
      { span: { from: at - 1, to: at }, insert: '' },
      { span: { from: at - 2, to: at + 5 }, insert: '\u200B\n' },
    ]) {
      const edited = editedAnalysis(first, [edit]);
      const anew = analyse({ ...first.input, text: SourceText.of(edited.input.text.toString()) });
      assert.deepEqual(edited.characters, anew.characters);
    }
  });
}
