// npm test: types, style and the tests, one after the other said, two at a time done.
import { spawn } from 'node:child_process';

const bin = (file) => [process.execPath, `node_modules/${file}`];
const steps = [
  { name: 'Types', command: [...bin('typescript/bin/tsc'), '--pretty', 'false'] },
  { name: 'Style', command: [...bin('@biomejs/biome/bin/biome'), 'check', '.', '--diagnostic-level=warn'] },
  { name: 'Tests', command: [process.execPath, 'scripts/unit.mjs', ...process.argv.slice(2)] },
];

/** Runs a step and keeps what it says, so that the steps' words do not mix. */
function run({ name, command: [program, ...args] }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(`${error}\n`)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ name, ok: code === 0, seconds, said: Buffer.concat(said).toString().trimEnd() });
    });
  });
}

const results = await Promise.all(steps.map(run));
for (const { name, ok, seconds, said } of results) {
  console.log(`${name}: ${ok ? 'good' : 'FAILED'} (${seconds} s)`);
  if (said && (!ok || name === 'Tests')) console.log(said);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
