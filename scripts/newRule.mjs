// Writes the two files of a new rule: `npm run new-rule structure/section-out-of-order`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const id = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id)) {
  console.error('Give the family and the name of the rule: npm run new-rule structure/section-out-of-order');
  process.exit(2);
}

const rule = `import { blockSpan } from '../../model/block.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'Say in one sentence what must hold.',
  why: 'Say what a reader of reports loses when it does not.',
  severity: 'warning',
  *check({ report }) {
    for (const section of report.sections) {
      if (section.heading === undefined || section.content.title !== 'Write the rule') continue;
      yield {
        at: blockSpan(section.heading),
        message: \`"\${section.content.title}" is what the template looks for. Say what is wrong and what to do.\`,
      };
    }
  },
});
`;

const fixture = `# ${id}

## The first case that fails is the example in RULES.md

\`\`\`md
## Write the rule
^^^^^^^^^^^^^^^^^ warning ${id} "what the template looks for"
\`\`\`

## And the first clean one its counterpart

\`\`\`md
## A section
\`\`\`
`;

for (const [file, text] of [
  [`server/rules/${id}.ts`, rule],
  [`test/rules/${id}.md`, fixture],
]) {
  if (existsSync(file)) {
    console.error(`${file} is there already and was left as it is.`);
    process.exitCode = 1;
    continue;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`Written: ${file}`);
}
console.log(
  'Write the cases, then the rule. "npm run generate" makes the rule known, "npm run unit -- rules" tests it.',
);
