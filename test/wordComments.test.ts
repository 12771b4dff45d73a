import assert from 'node:assert/strict';
import { readBody } from '../server/convert/word/bodyRuns.ts';
import { withoutMarks } from '../server/convert/word/unmark.ts';
import { readCases } from './convert/fixtures.ts';
import { mainPart, marked, spanOf, wordsOf } from './convert/word/byHand.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const FIXTURES = 'test/convert/word/comments.md';

/** Marks as they are easy to read: «0 and 0». */
function shown(xml: string): string {
  return xml
    .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, '«$1')
    .replace(
      /<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:rPr><w:sz w:val="16"\/><w:szCs w:val="16"\/><\/w:rPr><w:commentReference w:id="\1"\/><\/w:r>/g,
      '$1»',
    );
}

function bodyOf(xml: string): string {
  return xml.slice(mainPart('').indexOf('</w:body>'), xml.indexOf('</w:body>'));
}

describe('word: marks of comments', () => {
  const changes: Parameters<typeof updateFences>[1][number][] = [];
  for (const { name, fences } of readCases(FIXTURES)) {
    const fence = (info: string) => {
      const found = fences.find((one) => one.info === info);
      assert.ok(found, `"${name}" has no ${info}.`);
      return found;
    };
    it(name, () => {
      const xml = mainPart(fence('xml').text);
      const { text } = wordsOf(readBody(xml));
      const lines = fence('words').text.split('\n');
      const after = marked(
        xml,
        lines.map((line) => spanOf(text, line)),
      );
      if (UPDATING) changes.push({ fence: fence('after'), text: shown(bodyOf(after)) });
      else assert.equal(shown(bodyOf(after)), fence('after').text);
      assert.equal(wordsOf(readBody(after)).text, text);
      assert.equal(withoutMarks(after, new Set(lines.keys())), xml);
    });
  }
  after(() => updateFences(FIXTURES, changes));
});
