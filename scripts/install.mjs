// Installs what a lock file names, once for each lock file and platform. Built-ins only: it runs before any dependency is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What must be the same for an installation to be still good: these files, the platform, and what else counts. */
export function stampOf(files, ...more) {
  const hash = createHash('sha256').update([process.platform, process.arch, ...more].join(' '));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

export function isCurrent(stampFile, stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

export function writeStamp(stampFile, stamp) {
  writeFileSync(stampFile, stamp);
}

/** Runs `npm ci`, which installs exactly what the lock file says and never changes it. */
export function npmCi(folder, ...options) {
  const npm = process.env.npm_execpath;
  if (!npm || !/^npm/.test(path.basename(npm))) {
    throw new Error('Please run this through npm, for example: npm run setup');
  }
  const args = [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isInherited(name)));
  const done = spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'inherit' });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`The installation in ${folder} failed. npm's own words are above.`);
}

/** The npm that runs us passes its place on to its children, and a second npm would take it for its own. */
function isInherited(name) {
  return /^npm_(config_local_prefix|package_|lifecycle_|config_omit|config_include)/i.test(name);
}
