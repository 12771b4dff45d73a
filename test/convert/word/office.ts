import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether LibreOffice is here; says so where it is not, since then nothing is tested. */
export function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    console.log('      LibreOffice is not installed, so this was not tested.');
    return false;
  }
}

/** Has LibreOffice make Word documents of files, by the files' names. */
export function docxByOffice(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): ReadonlyMap<string, Uint8Array> {
  return byOffice(files, 'docx:MS Word 2007 XML', ...more);
}

/** Has LibreOffice write files in another format, whose ending stands before the colon; by the files' names. */
export function byOffice(
  files: Readonly<Record<string, string | Uint8Array>>,
  format: string,
  ...more: readonly string[]
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchstone-word-'));
  const [ending] = format.split(':');
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(path.join(folder, name), files[name] ?? '');
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...more,
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...names.map((name) => path.join(folder, name)),
      ],
      { stdio: 'pipe' },
    );
    return new Map(
      names.map((name) => [
        name,
        new Uint8Array(readFileSync(path.join(folder, name.replace(/\.\w+$/, `.${ending}`)))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
