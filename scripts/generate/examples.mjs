import { existsSync } from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './bundle.mjs';

const READERS = `
export { readFixture } from './fixture.ts';
export { readMarks } from './markers.ts';
`;

/**
 * The examples of each rule, by its id, taken from its tests: `bad` from the first case that fails, `good`
 * from how that case looks when it is mended, where one change mends all of it and nothing is left to be written, or else
 * from the first case without a finding; `fixed` when some case is mended.
 */
export async function readExamples(root, rules) {
  const readers = await importTypeScript(root, 'test/harness', READERS);
  return new Map(rules.map(({ id }) => [id, examplesOf(root, id, readers)]));
}

function examplesOf(root, id, { readFixture, readMarks }) {
  const file = path.join(root, `test/rules/${id}.md`);
  if (!existsSync(file)) return {};
  const documents = readFixture(file).cases.flatMap(({ config, documents: all }) =>
    all.map(({ syntax, fence, fixed }) => {
      const { text, marks } = readMarks(fence.text);
      const language = syntax === 'yaml' ? 'yaml' : 'md';
      const [first] = fixed;
      const isOpen = TO_BE_WRITTEN.test(`${first?.title}\n${first?.fence.text}`);
      return { language, text, marks, mended: first?.fence.text, isOpen, configured: config !== undefined };
    }),
  );
  const bad = documents.find(({ marks }) => marks.some((mark) => mark.rule === id));
  // What passes only because of a setting is no example of how to write.
  const clean = documents.find(({ marks, configured }) => marks.length === 0 && !configured);
  const mended = bad?.mended === undefined ? undefined : { ...bad, text: bad.mended };
  const good = mended !== undefined && isWhole(bad) ? mended : (clean ?? mended);
  return { bad, good, fixed: documents.some((one) => one.mended !== undefined) };
}

/** A place where something is still to be written, or the title of a change that makes one. */
const TO_BE_WRITTEN = /\$(?:\d|\{\d)|to be filled in/;

/** Whether a change mends all that was found, as far as can be seen: no line of several stays as it was; and leaves nothing to be written. */
function isWhole({ text, marks, mended, isOpen }) {
  if (isOpen) return false;
  const lines = new Set(mended.split('\n'));
  const found = marks.map(({ span: { from } }) => {
    const end = text.indexOf('\n', from);
    return text.slice(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end);
  });
  return marks.length === 1 || found.every((line) => !lines.has(line));
}
