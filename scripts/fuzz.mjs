// Looks for texts that crash, hang or confuse: `npm run fuzz -- --minutes 60`, with --seed N to begin there and
// --once for the case of that seed alone.
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/fuzz/main.ts', 'out/fuzz/main.mjs');
