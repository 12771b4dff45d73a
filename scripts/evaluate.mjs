// Puts faults and harmless edits into real documents and counts what is found: `npm run evaluate -- --verbose`.
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/evaluate/main.ts', 'out/evaluate.mjs');
