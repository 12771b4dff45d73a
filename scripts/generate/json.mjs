import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A value as JSON in the form that the project's formatter gives to the file. */
export function formattedJson(root, file, value) {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'format', `--stdin-file-path=${file}`],
    {
      cwd: root,
      input: JSON.stringify(value),
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${file} could not be formatted: ${stderr}`);
  return stdout;
}
