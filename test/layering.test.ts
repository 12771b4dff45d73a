import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Each folder below `server` with the folders that it may import from, besides itself (ARCHITECTURE.md). */
const LEFT_TO_RIGHT = [
  'text',
  'values',
  'syntax',
  'model',
  'framework',
  'report',
  'numbers',
  'rules',
  'features',
];
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ...LEFT_TO_RIGHT.map((folder, index) => [folder, LEFT_TO_RIGHT.slice(0, index)] as const),
  ['convert', ['text', 'values', 'syntax', 'framework']],
  ['lsp', [...LEFT_TO_RIGHT, 'convert', '']],
  ['cli', [...LEFT_TO_RIGHT, 'convert', '']],
  // The files that lie directly in `server` are the client's as well, and import nothing but each other.
  ['', []],
]);

/** The folders of `server/numbers`, one for each kind of tie, with those that each may import from, besides itself. */
const KINDS_OF_TIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['share', []],
  ['sum', ['share']],
  ['change', ['share', 'sum']],
  ['direction', ['share', 'sum', 'change']],
  ['mention', ['share', 'sum', 'change', 'direction']],
  ['word', ['share']],
]);

/** Who may import a package: a pattern for files below the root. */
const FENCES: readonly { readonly name: RegExp; readonly files: RegExp }[] = [
  { name: /^@codemirror\/state$/, files: /^server\/text\// },
  { name: /^(?:@lezer\/.*|yaml)$/, files: /^server\/syntax\// },
  { name: /^vscode-languageserver(?:\/.*)?$/, files: /^server\/lsp\// },
  { name: /^vscode-languageclient(?:\/.*)?$/, files: /^client\// },
  { name: /^vscode$/, files: /^client\// },
  { name: /^node:.*$/, files: /^server\/(?:cli\/|lsp\/node)/ },
  { name: /^(?:package\.json|RULES\.md)$/, files: /^server\/cli\// },
  { name: /^re2js$/, files: /^server\/values\/re2\.cjs$/ },
  { name: /^diff$/, files: /^server\/cli\// },
  { name: /^(?:numfmt|papaparse)$/, files: /^server\/convert\/sheet\// },
  { name: /^(?:pdfjs-dist(?:\/.*)?|htmlparser2|@zip\.js\/zip\.js(?:\/.*)?)$/, files: /^server\/convert\// },
  { name: /^picomatch(?:\/.*)?$/, files: /^server\/features\/exclude\.ts$/ },
];

interface Import {
  readonly file: string;
  /** A file below the root, or the name of a package. */
  readonly target: string;
}

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'\s*\)|^import\s*'([^']+)'/gm;

const files = ['server', 'client'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);
const imports = files.flatMap(readImports);

function readImports(file: string): readonly Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const inside = target.startsWith('.');
    return { file, target: inside ? path.posix.join(path.posix.dirname(file), target) : target };
  });
}

function layerOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function listed(wrong: readonly Import[]): readonly string[] {
  return wrong.map(({ file, target }) => `${file} imports ${target}`);
}

/** The kind of tie whose folder a file stands in; undefined for what all kinds share, and for other files. */
function kindOf(file: string): string | undefined {
  return /^server\/numbers\/([^/]+)\//.exec(file)?.[1];
}

describe('layering', () => {
  it('keeps the kinds of ties apart', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [kindOf(file), kindOf(target)];
      return from !== undefined && to !== undefined && from !== to && !KINDS_OF_TIES.get(from)?.includes(to);
    });
    assert.deepEqual(listed(wrong), []);
    assert.ok(files.some((file) => kindOf(file) === 'mention'));
  });

  it('knows every folder of the server', () => {
    const folders = new Set(files.filter((file) => file.startsWith('server/')).map(layerOf));
    assert.deepEqual(
      [...folders].filter((folder) => !MAY_IMPORT.has(folder)),
      [],
    );
    assert.ok(imports.length > 100, 'The imports were not read.');
  });

  it('imports only from the left', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!file.startsWith('server/') || !target.startsWith('server/')) return false;
      const [from, to] = [layerOf(file), layerOf(target)];
      return from !== to && MAY_IMPORT.get(from)?.includes(to) !== true;
    });
    assert.deepEqual(listed(wrong), []);
  });

  it('keeps the client to the files that it shares', () => {
    const shared = [
      'server/protocol.ts',
      'server/protocolViews.ts',
      'server/protocolBaseline.ts',
      'server/protocolDifference.ts',
      'server/detect.ts',
    ];
    const wrong = imports.filter(
      ({ file, target }) =>
        file.startsWith('client/') && target.startsWith('server/') && !shared.includes(target),
    );
    assert.deepEqual(listed(wrong), []);
  });

  it('keeps packages behind their fences', () => {
    const outside = imports.filter(
      ({ target }) =>
        !target.startsWith('server/') && !target.startsWith('client/') && !target.startsWith('schemas/'),
    );
    const wrong = outside.filter(({ file, target }) => {
      const allowed = FENCES.filter(({ name }) => name.test(target));
      return !allowed.some((fence) => fence.files.test(file));
    });
    assert.deepEqual(listed(wrong), []);
    const validators = imports.filter(({ target }) => target.includes('validators.generated'));
    assert.deepEqual([...new Set(validators.map(({ file }) => file))], ['server/framework/schema.ts']);
  });

  it('has no cycle', () => {
    const targets = new Map(
      files.map((file) => [file, imports.filter((one) => one.file === file).map((one) => one.target)]),
    );
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(file), `A cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it('has no code that makes code, and no clock, left of the mouths', () => {
    const wrong = files
      .filter((file) => file.startsWith('server/') && !/^server\/(?:cli|lsp)\//.test(file))
      .filter((file) =>
        /\beval\(|\bnew Function\b|\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bfetch\(/.test(
          readFileSync(file, 'utf8'),
        ),
      );
    assert.deepEqual(wrong, []);
  });

  it('names no framework in code', () => {
    const ids = readdirSync('schemas/frameworks').map((name) => name.replace(/\.yaml$/, ''));
    const wrong = files
      .filter((file) => !file.endsWith('.generated.ts'))
      .filter((file) => ids.some((id) => readFileSync(file, 'utf8').includes(id)));
    assert.deepEqual(wrong, []);
  });
});
