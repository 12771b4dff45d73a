// Writes the files that are made from others. With --check it writes nothing and fails when one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtinFrameworks } from './generate/builtin.mjs';
import { importTypeScript } from './generate/bundle.mjs';
import { configSchema } from './generate/configSchema.mjs';
import { readExamples } from './generate/examples.mjs';
import { frameworksPage } from './generate/frameworksPage.mjs';
import { grammars } from './generate/grammars.mjs';
import { formattedJson } from './generate/json.mjs';
import { judgedFindings, seededFaults } from './generate/judged.mjs';
import { loadRules, registry } from './generate/rules.mjs';
import { ruleLines, rulesPage } from './generate/rulesPage.mjs';
import { snippetFiles } from './generate/snippets.mjs';
import { textsFile } from './generate/texts.mjs';
import { validatorFiles } from './generate/validators.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Every generated file, by its path from the root of the project. */
async function generatedFiles() {
  const rules = await loadRules(root);
  const framework = readJson('schemas/framework.schema.json');
  const config = configSchema(rules, framework);
  const schemas = {
    framework,
    report: readJson('schemas/report.schema.json'),
    findings: readJson('schemas/findings.schema.json'),
    difference: readJson('schemas/difference.schema.json'),
    config,
  };
  const { KINDS } = await importTypeScript(root, 'server/framework', "export { KINDS } from './checks.ts';");
  const examples = await readExamples(root, rules);
  const page = rulesPage(rules, KINDS, examples, judgedFindings(root), seededFaults(root));
  return new Map([
    ['server/framework/builtin.generated.ts', builtinFrameworks(root)],
    ['server/rules/registry.generated.ts', registry(rules)],
    ['schemas/config.schema.json', formattedJson(root, 'schemas/config.schema.json', config)],
    ['RULES.md', page],
    ['FRAMEWORKS.md', frameworksPage(root)],
    ['server/lsp/ruleLines.generated.ts', ruleLines(page)],
    ...(await grammars(root)),
    ...(await validatorFiles(root, schemas, rules)),
    ...(await snippetFiles(root)),
    textsFile(root),
  ]);
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function stale([file, content]) {
  const full = path.join(root, file);
  return !existsSync(full) || readFileSync(full, 'utf8').replaceAll('\r\n', '\n') !== content;
}

function write(file, content) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
// The rules, which the other files are made from, cannot be loaded while this one is behind.
if (!values.check) write('server/framework/builtin.generated.ts', builtinFrameworks(root));
const changed = [...(await generatedFiles())].filter(stale);
if (!values.check) {
  for (const [file, content] of changed) write(file, content);
  console.log(changed.length === 0 ? 'Nothing to write.' : `Written:\n${list(changed)}`);
} else if (changed.length > 0) {
  console.error(`Out of date, please run "npm run generate":\n${list(changed)}`);
  process.exitCode = 1;
}

function list(files) {
  return files.map(([file]) => `  ${file}`).join('\n');
}
