import assert from 'node:assert/strict';
import { BUILTIN } from '../../server/framework/builtin.generated.ts';
import { writeFiles } from './cases.ts';
import { FRAMEWORK, PACK } from './pack.ts';
import { runIn, temporaryFolder } from './runIn.ts';

type Files = readonly (readonly [string, string | Uint8Array])[];

/** The rows of the list, as cells, that a folder of a pack gives, and the inspectorates above them. */
async function listIn(files: Files, below = '.') {
  const folder = temporaryFolder();
  try {
    writeFiles(folder.path, files);
    const { code, out, err } = await runIn(`${folder.path}/${below}`, ['frameworks']);
    const lines = out.trimEnd().split('\n');
    const cells = lines.filter((line) => line.startsWith('  ')).map((row) => row.trim().split(/ {2,}/));
    const heads = lines.filter((line) => /^\S/.test(line));
    return { heads, cells, code, err, folder: folder.path };
  } finally {
    folder.remove();
  }
}

export function testFrameworks(): void {
  it('lists those that are shipped below their inspectorates, those of none last', async () => {
    const { heads, cells, code } = await listIn([]);
    assert.deepEqual(cells.map(([id]) => id).sort(), [...BUILTIN.keys()].sort());
    assert.deepEqual(heads, [...heads.slice(0, -1).sort((a, b) => a.localeCompare(b)), 'Of no inspectorate']);
    assert.ok(heads.includes('Ofsted'));
    assert.equal(code, 0);
  });

  it('lists those of the pack that one stands in', async () => {
    const { cells, code } = await listIn(PACK);
    assert.deepEqual(
      cells.find(([id]) => id === 'visit-report'),
      ['visit-report', 'Report of a visit', 'visit.framework.yaml'],
    );
    assert.equal(cells.length, BUILTIN.size + 1);
    assert.equal(code, 0);
  });

  it('lists them for programs, too', async () => {
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, PACK);
      const { out, code } = await runIn(folder.path, ['frameworks', '--format', 'json']);
      const { version, frameworks } = JSON.parse(out);
      assert.equal(version, 1);
      assert.equal(frameworks.length, BUILTIN.size + 1);
      assert.deepEqual(
        frameworks.find(({ id }: { id: string }) => id === 'visit-report'),
        {
          id: 'visit-report',
          title: 'Report of a visit',
          inspectorate: null,
          kind: null,
          inForce: null,
          file: 'visit.framework.yaml',
        },
      );
      assert.equal(code, 0);
    } finally {
      folder.remove();
    }
  });

  it('finds the pack from a folder below', async () => {
    const { cells, folder } = await listIn([...PACK, ['below/a.txt', '']], 'below');
    const own = cells.find(([id]) => id === 'visit-report');
    assert.equal(own?.at(-1), `${folder}/visit.framework.yaml`);
  });

  it('says where a framework stands in place of a shipped one', async () => {
    const [shipped = ''] = BUILTIN.keys();
    const own = FRAMEWORK.replace('visit-report', shipped);
    const { cells } = await listIn([PACK[0] ?? ['', ''], ['own.framework.yaml', own]]);
    assert.equal(cells.find(([id]) => id === shipped)?.at(-1), 'own.framework.yaml');
    assert.equal(cells.length, BUILTIN.size);
  });

  it('says which framework has faults, or cannot be used', async () => {
    const bad: Files = [
      ['bad.framework.yaml', 'title: No id\n'],
      ['faulty.framework.yaml', 'id: faulty\ntitle: Faulty\nextends: none\n'],
      ['twin.framework.yaml', FRAMEWORK.replace('visit-report', 'faulty')],
    ];
    const { cells, err, code } = await listIn([...PACK, ...bad]);
    assert.deepEqual(err.trimEnd().split('\n'), [
      'The framework in bad.framework.yaml cannot be used. "touchstone check bad.framework.yaml" says why.',
      'The framework in faulty.framework.yaml has faults. "touchstone check faulty.framework.yaml" says why.',
      'The framework in twin.framework.yaml cannot be used. "touchstone check twin.framework.yaml" says why.',
    ]);
    assert.equal(cells.length, BUILTIN.size + 2);
    assert.equal(code, 2);
  });

  it('says that a touchstone.yaml cannot be read', async () => {
    const { cells, err, code } = await listIn([
      ...PACK,
      ['touchstone.yaml', Buffer.from([0xff, 0xfe, 0x41])],
    ]);
    assert.match(err, /^touchstone\.yaml was passed over, with all that lies beside it\. The file is/);
    assert.equal(cells.length, BUILTIN.size);
    assert.equal(code, 2);
  });
}
