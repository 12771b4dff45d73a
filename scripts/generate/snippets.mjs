import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './bundle.mjs';
import { formattedJson } from './json.mjs';

const SYNTAXES = ['markdown', 'yaml'];

/** The snippets that VS Code's commands offer: those that are written by hand, then those of the frameworks. */
export async function snippetFiles(root) {
  const { snippetsOf } = await importTypeScript(
    root,
    'scripts/generate',
    "export { snippetsOf } from './snippets.ts';",
  );
  return SYNTAXES.map((syntax) => {
    const source = path.join(root, `scripts/generate/snippets/${syntax}.json`);
    const written = JSON.parse(readFileSync(source, 'utf8'));
    const file = `snippets/${syntax}.json`;
    return [file, formattedJson(root, file, { ...written, ...snippetsOf(syntax) })];
  });
}
