import { existsSync } from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './bundle.mjs';

const READERS = `
export { readFixture } from './fixture.ts';
export { readMarks } from './markers.ts';
`;

/**
 * The examples of each rule, by its id, taken from its tests: `bad` from the first case that fails, `good`
 * from how that case looks when it is mended, or else from the first case without a finding; `fixed` when
 * some case is mended.
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
      return { language, text, marks, mended: fixed[0]?.fence.text, configured: config !== undefined };
    }),
  );
  const bad = documents.find(({ marks }) => marks.some((mark) => mark.rule === id));
  // What passes only because of a setting is no example of how to write.
  const clean = documents.find(({ marks, configured }) => marks.length === 0 && !configured);
  const mended = bad?.mended === undefined ? undefined : { ...bad, text: bad.mended };
  return { bad, good: mended ?? clean, fixed: documents.some((one) => one.mended !== undefined) };
}
