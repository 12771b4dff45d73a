import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Server } from './client.ts';
import { withBatch } from './commandLine.ts';
import { type Comparison, quantile } from './figures.ts';
import type { DocumentKind } from './generate.ts';
import { type Extent, initialising, keystrokes, type Size } from './server.ts';

/** A server of others, with the kind of document that it checks and the one of ours that says the same. */
interface Peer extends Server {
  readonly kind: DocumentKind;
  readonly ours: 'markdown' | 'yaml';
}

const FOLDER = path.resolve('test/bench/peers');
const MODULES = path.join(FOLDER, 'node_modules');
const LARGE = 1_000_000;
/** In the largest documents some peers take a second for a key. */
const KEYS_WHEN_LARGE = 20;

/** Whether the peers are installed, all of them. */
export function havePeers(): boolean {
  return existsSync(path.join(MODULES, '.touchstone-setup'));
}

/** Measures each peer as ours is measured, in the same run and by the same driver. */
export async function comparePeers(extent: Extent, bundle: string): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  const own = await measured(extent, extent.server, ['markdown', 'yaml']);
  for (const peer of peers()) {
    try {
      const theirs = await measured(extent, peer, [peer.kind]);
      comparisons.push(...compared(peer, own, theirs, extent.sizes));
    } catch (error) {
      console.error(`${peer.name} could not be measured: ${error instanceof Error ? error.message : error}`);
    }
  }
  return [...comparisons, ...batches(bundle)];
}

interface Measured {
  readonly started: number;
  readonly typed: ReadonlyMap<
    string,
    { readonly p50: number; readonly p95: number; readonly memory?: number }
  >;
}

async function measured(extent: Extent, server: Server, kinds: readonly DocumentKind[]): Promise<Measured> {
  const typed: [string, { p50: number; p95: number; memory?: number }][] = [];
  for (const size of extent.sizes) {
    for (const kind of kinds) {
      const count = size.characters > LARGE ? KEYS_WHEN_LARGE : extent.keys;
      const { keys, memory } = await keystrokes(server, kind, size, count);
      const spread = { p50: quantile(keys, 0.5), p95: quantile(keys, 0.95) };
      typed.push([`${size.name} ${kind}`, memory === undefined ? spread : { ...spread, memory }]);
    }
  }
  return { started: await initialising(server, extent.starts), typed: new Map(typed) };
}

function compared(peer: Peer, own: Measured, theirs: Measured, sizes: readonly Size[]): Comparison[] {
  const { name } = peer;
  const one = (what: string, ours: number | undefined, their: number | undefined, unit: string) => {
    return { what, peer: name, ours, theirs: their, unit };
  };
  const bySize = sizes.flatMap((size) => {
    const [a, b] = [
      own.typed.get(`${size.name} ${peer.ours}`),
      theirs.typed.get(`${size.name} ${peer.kind}`),
    ];
    const memory = one(`memory, ${size.name}`, a?.memory, b?.memory, 'MB');
    return [
      one(`keystroke, ${size.name}, p50`, a?.p50, b?.p50, 'ms'),
      one(`keystroke, ${size.name}, p95`, a?.p95, b?.p95, 'ms'),
      ...(size.name === '250 KB' ? [memory] : []),
    ];
  });
  return [...bySize, one('spawn to initialised, median', own.started, theirs.started, 'ms')];
}

function peers(): readonly Peer[] {
  const node = (script: string): [string, ...string[]] => [process.execPath, script, '--stdio'];
  // No schemas from the network.
  const settings = { yaml: { schemaStore: { enable: false } } };
  return [
    { name: 'rumdl', kind: 'markdown', ours: 'markdown', command: [rumdl(), 'server'] },
    {
      name: 'VS Code Markdown',
      kind: 'markdown',
      ours: 'markdown',
      command: node(path.join(MODULES, 'vscode-markdown-languageserver/dist/node/workerMain.js')),
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: { markdown: { validate: { enabled: true } } },
      answer: markdownAnswers(),
    },
    {
      name: 'yaml-language-server',
      kind: 'yaml',
      ours: 'yaml',
      command: node(path.join(MODULES, 'yaml-language-server/bin/yaml-language-server')),
      settings,
    },
    {
      name: 'yaml-language-server, no delay',
      kind: 'yaml',
      ours: 'yaml',
      command: node(path.join(FOLDER, 'yamlWithoutDelay.mjs')),
      settings,
    },
    {
      name: 'VS Code JSON',
      kind: 'json',
      ours: 'yaml',
      command: node(path.join(MODULES, 'vscode-langservers-extracted/bin/vscode-json-language-server')),
    },
  ];
}

function rumdl(): string {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return path.join(MODULES, `@rumdl/cli-${process.platform}-${process.arch}/rumdl${ending}`);
}

type MarkdownIt = new (options: object) => { parse(text: string, environment: object): unknown };

/** The Markdown server leaves parsing and files to the editor: here as in VS Code markdown-it parses. */
function markdownAnswers(): NonNullable<Server['answer']> {
  const MarkdownIt: MarkdownIt = createRequire(path.join(FOLDER, 'package.json'))('markdown-it');
  const parser = new MarkdownIt({ html: true });
  const answers: Readonly<Record<string, (text: () => string) => unknown>> = {
    'markdown/parse': (text) => parser.parse(text(), {}),
    'markdown/findMarkdownFilesInWorkspace': () => [],
    'markdown/fs/stat': () => ({ isDirectory: false }),
    'markdown/fs/readFile': () => [],
    'markdown/fs/readDirectory': () => [],
  };
  return (method, text) => answers[method]?.(text);
}

/** Whole processes over 200 files: ours and the linters that have a command line. */
function batches(bundle: string): Comparison[] {
  return withBatch((folder, files) => {
    const speed = (command: string, args: readonly string[]): number | undefined => {
      const started = performance.now();
      const { error, status } = spawnSync(command, args, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      if (error !== undefined || status === null) return undefined;
      return (1000 * files) / (performance.now() - started);
    };
    const best = (command: string, args: readonly string[]) => {
      const speeds = [1, 2, 3]
        .map(() => speed(command, args) ?? Number.NaN)
        .filter((one) => !Number.isNaN(one));
      return speeds.length === 0 ? undefined : quantile(speeds, 0.5);
    };
    const ours = best(process.execPath, [path.resolve(bundle), 'check', folder]);
    const markdownlint = path.join(MODULES, 'markdownlint-cli2/markdownlint-cli2-bin.mjs');
    const theirs: readonly (readonly [string, number | undefined])[] = [
      ['markdownlint-cli2', best(process.execPath, [markdownlint, '*.md'])],
      ['rumdl', best(rumdl(), ['check', '--no-cache', '.'])],
    ];
    return theirs.map(([peer, speedOfPeer]) => {
      const what = `check of ${files} files of 30 KB`;
      return { what, peer, ours, theirs: speedOfPeer, unit: 'files/s', more: true };
    });
  });
}
