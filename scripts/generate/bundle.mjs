import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shippedData } from '../shippedData.mjs';

/**
 * Imports a module written in TypeScript, which Node cannot do by itself: it is bundled to a file that is
 * imported and removed again.
 * @param contents the module, with imports relative to `folder`
 */
export async function importTypeScript(root, folder, contents) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'touchstone-generate-'));
  const outfile = path.join(temporary, 'module.cjs');
  try {
    await build({
      stdin: { contents, resolveDir: path.join(root, folder), loader: 'ts' },
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      plugins: [shippedData],
      logLevel: 'warning',
      outfile,
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
