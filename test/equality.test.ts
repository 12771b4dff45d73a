import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Position } from 'vscode-languageserver-protocol/node';
import { run } from '../server/cli/run.ts';
import { SEVERITIES } from '../server/text/problem.ts';
import { BASE, FRAMEWORK_FAULTS } from './framework.cases.ts';
import { unmarked } from './framework.marks.ts';
import { Editor } from './harness/editor.ts';
import { readFixtures } from './harness/fixture.ts';
import { readMarks } from './harness/markers.ts';
import { someOf } from './harness/thorough.ts';

/** What both mouths say of a finding: places count from 1. */
interface Said {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
  readonly related: readonly { readonly start: Place; readonly end: Place; readonly message: string }[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

describe('editor and command line', function () {
  // Every document goes through both, one after the other.
  this.timeout(120_000);
  let editor: Editor;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    editor = new Editor();
    await editor.initialize();
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => {
    await editor.leave();
    rmSync(folder, { recursive: true });
  });

  it('say the same of every example', async () => {
    const all = readdirSync('examples', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|yaml)$/.test(name))
      .map((name) => path.resolve('examples', name));
    const files = someOf(all);
    assert.ok(files.length > 2);
    await compare(path.resolve('examples'), files, files);
  });

  it('say the same of every document that the rules are tested on', async () => {
    const root = path.join(folder, 'rules');
    mkdirSync(root);
    const files = someOf(readFixtures('rules')).flatMap(({ frameworks, cases }, file) => {
      const inside = path.join(root, String(file));
      mkdirSync(inside);
      if (frameworks.length > 0) writeFileSync(path.join(inside, 'touchstone.yaml'), '');
      frameworks.forEach((text, index) => {
        writeFileSync(path.join(inside, `${index}.framework.yaml`), text);
      });
      return cases.flatMap(({ documents }, number) =>
        documents.map(({ fence, syntax }, index) => {
          const name = `${number}-${index}.report.${syntax === 'yaml' ? 'yaml' : 'md'}`;
          writeFileSync(path.join(inside, name), `${readMarks(fence.text).text}\n`);
          return path.join(inside, name);
        }),
      );
    });
    await compare(root, files);
  });

  it('say the same of every framework file with faults', async () => {
    const files = FRAMEWORK_FAULTS.map((marked, number) => {
      // Each has a pack of its own, because all of them may be found to have one id.
      const inside = path.join(folder, 'frameworks', String(number));
      mkdirSync(inside, { recursive: true });
      writeFileSync(path.join(inside, 'touchstone.yaml'), 'rules: { number/share-mismatch: of }\n');
      writeFileSync(path.join(inside, 'base.framework.yaml'), BASE);
      writeFileSync(path.join(inside, 'twin.framework.yaml'), BASE);
      const file = path.join(inside, 'case.framework.yaml');
      writeFileSync(file, unmarked(marked).text);
      return file;
    });
    const others = files.flatMap((file) =>
      ['base.framework.yaml', 'twin.framework.yaml', 'touchstone.yaml'].map((name) =>
        path.join(path.dirname(file), name),
      ),
    );
    const said = await compare(path.join(folder, 'frameworks'), [...files, ...others]);
    assert.ok(said > files.length, 'Hardly a fault was found.');
  });

  /** Answers how many findings there were. */
  async function compare(
    root: string,
    files: readonly string[],
    looked: readonly string[] = ['.'],
  ): Promise<number> {
    let count = 0;
    const onCommandLine = await checked(root, looked);
    for (const file of files) {
      const uri = pathToFileURL(file).toString();
      const text = readFileSync(file, 'utf8');
      const diagnostics = await editor.open(uri, text, file.endsWith('yaml') ? 'yaml' : 'markdown');
      const lines = text.split(/\r\n?|\n/);
      const said = diagnostics.map((one) => inEditor(one, lines));
      assert.deepEqual(said, onCommandLine.get(file) ?? [], file);
      count += diagnostics.length;
    }
    return count;
  }
});

/** What the command line finds in a folder, by file. */
async function checked(
  root: string,
  looked: readonly string[],
): Promise<ReadonlyMap<string, readonly Said[]>> {
  let printed = '';
  const io = {
    cwd: root,
    env: {},
    stdin: async () => new Uint8Array(),
    out: (text: string) => {
      printed += text;
    },
    err: () => undefined,
    columns: undefined,
  };
  await run(['check', '--format', 'json', ...looked], io);
  const { files } = JSON.parse(printed) as { files: { file: string; findings: Said[] }[] };
  return new Map(files.map(({ file, findings }) => [path.resolve(root, file), findings.map(withoutFiles)]));
}

function withoutFiles({ rule, severity, message, start, end, related }: Said): Said {
  const others = related.map((one) => ({ start: one.start, end: one.end, message: one.message }));
  return { rule, severity, message, start, end, related: others };
}

function inEditor(
  { code, severity, message, range, relatedInformation }: Diagnostic,
  lines: readonly string[],
): Said {
  const place = (position: Position) => inCodePoints(position, lines);
  return {
    rule: String(code),
    severity: SEVERITIES[(severity ?? 1) - 1] ?? '',
    message: typeof message === 'string' ? message : message.value,
    start: place(range.start),
    end: place(range.end),
    related: (relatedInformation ?? []).map(({ location, message: said }) => ({
      start: place(location.range.start),
      end: place(location.range.end),
      message: said,
    })),
  };
}

/** The editor counts UTF-16 code units from 0, the command line code points from 1. */
function inCodePoints({ line, character }: Position, lines: readonly string[]): Place {
  return { line: line + 1, column: [...(lines[line] ?? '').slice(0, character)].length + 1 };
}
