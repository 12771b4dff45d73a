import { existsSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { checking } from './commandLine.ts';
import { contentsOf } from './contents.ts';
import { comparisonTable, type Figure, met, ratio, table } from './figures.ts';
import { generate } from './generate.ts';
import { comparePdfs } from './pdfs.ts';
import { comparePeers, havePeers } from './peers.ts';
import { type Extent, manyDocuments, SIZES, starting, typing } from './server.ts';

/** Started as the extension starts it. */
const SERVER = {
  name: 'Touchstone',
  command: [
    process.execPath,
    '--max-semi-space-size=8',
    '--max-old-space-size=2000',
    'out/server.cjs',
    '--stdio',
  ],
} as const;
const COMMAND_LINE = 'out/cli.cjs';

async function measure(extent: Extent): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of extent.sizes) {
    for (const syntax of ['markdown', 'yaml'] as const) figures.push(...(await typing(extent, size, syntax)));
  }
  figures.push(...(await starting(extent)));
  figures.push(...(await manyDocuments(extent)));
  if (existsSync(COMMAND_LINE)) figures.push(...checking(COMMAND_LINE, extent.starts));
  return figures;
}

function documents(extent: Extent) {
  return extent.sizes.flatMap((size) =>
    (['markdown', 'yaml'] as const).map((syntax) => ({
      size: size.name,
      syntax,
      ...contentsOf(generate(size.characters, syntax), syntax),
    })),
  );
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    // The part on PDFs alone.
    pdfs: { type: 'boolean', default: false },
  },
});
const extent: Extent = values.quick
  ? { server: SERVER, keys: 30, starts: 3, sizes: SIZES.slice(0, 2) }
  : { server: SERVER, keys: 100, starts: 9, sizes: SIZES };
const counted = values.pdfs ? [] : documents(extent);
const figures = values.pdfs ? [] : await measure(extent);
const comparisons = [
  ...(havePeers() && !values.pdfs ? await comparePeers(extent, COMMAND_LINE) : []),
  ...(await comparePdfs(COMMAND_LINE)),
];
if (values.json) {
  console.log(
    JSON.stringify({
      documents: counted,
      figures: figures.map((one) => ({ ...one, met: met(one) })),
      comparisons: comparisons.map((one) => ({ ...one, ratio: ratio(one) })),
    }),
  );
} else {
  for (const { size, syntax, ties, tiesThatHold, acronyms, findings, blocks } of counted) {
    console.log(
      `${size} ${syntax}: ${blocks} blocks, ${ties} ties (${tiesThatHold} hold), ${acronyms} acronyms, ${findings} findings`,
    );
  }
  const load = os.loadavg()[0] ?? 0;
  console.log(
    `\nNode ${process.version}, ${os.cpus().length} processors, load ${load.toFixed(1)}: above 1 each, times are those of the crowd.`,
  );
  if (figures.length > 0) console.log(`\n${table(figures)}`);
  if (comparisons.length > 0) console.log(`\n${comparisonTable(comparisons)}`);
}
