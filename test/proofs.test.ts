import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isConfigFile, isFrameworkFile } from '../server/features/pack.ts';
import { readFixture, readParts } from './harness/fixture.ts';

type Syntax = 'markdown' | 'yaml';

/** Something that can be done, with the cases that show it in either syntax. */
interface Row {
  readonly what: string;
  readonly proofs: Readonly<Record<Syntax, readonly Proof[]>>;
  readonly remark: string;
}

interface Proof {
  /** From the folder of the tests, without its ending. */
  readonly file: string;
  readonly name: string;
}

function readRows(text: string): readonly Row[] {
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:what|---) /.test(line));
  return lines.map((line) => {
    const [what = '', markdown = '', yaml = '', remark = ''] = line
      .split('|')
      .slice(1)
      .map((one) => one.trim());
    return { what, proofs: { markdown: readProofs(markdown), yaml: readProofs(yaml) }, remark };
  });
}

/** `file: case; case; file: case`, or a dash. */
function readProofs(cell: string): readonly Proof[] {
  if (cell === '-') return [];
  let file = '';
  return cell.split('; ').map((part) => {
    const named = /^([a-z][\w./-]*): (.+)$/i.exec(part);
    file = named?.[1] ?? file;
    return { file, name: named?.[2] ?? part };
  });
}

/** Whether there is such a case, with a document of that kind where cases have documents. */
function isThere({ file, name }: Proof, syntax: Syntax): boolean {
  const fixture = `test/${file}.md`;
  if (!existsSync(fixture)) return hasTest(`test/${file}.ts`, name);
  if (file.startsWith('cli/')) {
    const parts = readParts(readFileSync(fixture, 'utf8').split('\n'));
    return parts.some((part) => part.name === name && part.fences.length > 0);
  }
  const documents = readFixture(fixture).cases.find((one) => one.name === name)?.documents ?? [];
  const isShown = file.startsWith('rules/') || documents.some(({ expected }) => expected !== undefined);
  return (
    isShown &&
    documents.some((one) => one.syntax === syntax && !isConfigFile(one.path) && !isFrameworkFile(one.path))
  );
}

function hasTest(file: string, name: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return [`it('${name}'`, `it(\`${name}\``].some((title) => text.includes(title));
}

const rows = readRows(readFileSync('test/proofs.md', 'utf8'));

describe('what the editor does', () => {
  for (const { what, proofs, remark } of rows) {
    for (const syntax of ['markdown', 'yaml'] as const) {
      it(`is shown in ${syntax}: ${what}`, () => {
        assert.ok(proofs[syntax].length > 0 || remark !== '', 'A row without a case says why.');
        const missing = proofs[syntax].filter((proof) => !isThere(proof, syntax));
        assert.deepEqual(missing, []);
      });
    }
  }

  it('is all in the table', () => {
    assert.ok(rows.length > 50);
    assert.ok(!isThere({ file: 'features/hover', name: 'No such case' }, 'markdown'));
    assert.ok(!isThere({ file: 'features/hover', name: 'A judgement' }, 'yaml'));
    assert.ok(!isThere({ file: 'lspHover.test', name: 'no such test' }, 'markdown'));
  });
});
