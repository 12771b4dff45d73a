import type { Syntax } from '../../server/model/model.ts';
import { LspClient, type Server } from './client.ts';
import { type Figure, quantile, spread } from './figures.ts';
import { type DocumentKind, generate } from './generate.ts';
import { Typist } from './typist.ts';

/** How much is measured. */
export interface Extent {
  readonly server: Server;
  readonly keys: number;
  readonly starts: number;
  readonly sizes: readonly Size[];
}

export interface Size {
  readonly name: string;
  readonly characters: number;
  /** What a keystroke may take, by syntax: first and then. */
  readonly targets: Readonly<Partial<Record<Syntax, readonly [number, number]>>>;
}

export const SIZES: readonly Size[] = [
  { name: '30 KB', characters: 30_000, targets: {} },
  { name: '250 KB', characters: 250_000, targets: { markdown: [25, 5], yaml: [60, 8] } },
  { name: '2.5 MB', characters: 2_500_000, targets: { markdown: [200, 15], yaml: [200, 15] } },
];

const NAMES: Readonly<Record<Syntax, string>> = { markdown: 'Markdown', yaml: 'YAML' };

/** What the peers are measured by: one document of a server of its own. */
export interface Compared {
  readonly keys: readonly number[];
  readonly memory: number | undefined;
}

/** Keystrokes in one document of a server. */
export async function keystrokes(
  server: Server,
  kind: DocumentKind,
  { characters }: Size,
  count: number,
): Promise<Compared> {
  const client = new LspClient(server);
  await client.initialize();
  const typist = new Typist(client, 'typing', kind, generate(characters, kind));
  await typist.open();
  // Some look at a new document twice, and must not be taken to have answered the first key.
  await pause(1000);
  const times = await keys(typist, Math.ceil(count / 3), count);
  const memory = client.memory();
  await client.stop();
  return { keys: times, memory };
}

/** Milliseconds from the start of a process to its answer to `initialize`. */
export async function initialising(server: Server, starts: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    const started = performance.now();
    const client = new LspClient(server);
    await client.initialize();
    times.push(performance.now() - started);
    await client.stop();
  }
  return quantile(times, 0.5);
}

/** Keystrokes, requests and large edits in one document of a server of its own. */
export async function typing(extent: Extent, size: Size, syntax: Syntax): Promise<Figure[]> {
  const client = new LspClient(extent.server);
  await client.initialize();
  const typist = new Typist(client, 'typing', syntax, generate(size.characters, syntax));
  await typist.open();
  const times = await keys(typist, extent.keys, extent.keys);
  const what = `keystroke, ${size.name} ${NAMES[syntax]}`;
  const figures = spread(what, times, ...(size.targets[syntax] ?? []));
  const memory = { what: `memory, ${size.name} ${NAMES[syntax]}`, unit: 'MB' } as const;
  const targets = size.name === '250 KB' ? { first: 200, later: 130 } : {};
  figures.push({ ...memory, measured: client.memory(), ...targets });
  if (size.name === '250 KB') {
    figures.push(...(await requests(client, typist, syntax, extent.keys)));
    figures.push(...(await worstEdits(typist, syntax, Math.max(4, extent.keys / 10))));
    figures.push(...(await burst(client, typist, NAMES[syntax])));
    figures.push({ ...memory, what: `${memory.what}, after all that`, measured: client.memory() });
  }
  await client.stop();
  return figures;
}

/** Types at the rhythm of a fast typist's bursts, so that the server may tidy up between keys as it would. */
async function keys(typist: Typist, warmUp: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let key = 0; key < warmUp + count; key += 1) {
    const time = await typist.key();
    if (key >= warmUp) times.push(time);
    await pause(20);
  }
  return times;
}

async function requests(client: LspClient, typist: Typist, syntax: Syntax, count: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const method of ['completion', 'hover', 'documentSymbol']) {
    const times: number[] = [];
    for (let index = 0; index < count + 10; index += 1) {
      const params = { textDocument: { uri: typist.uri }, position: typist.place() };
      const started = performance.now();
      await client.request(`textDocument/${method}`, params);
      if (index >= 10) times.push(performance.now() - started);
    }
    const measured = quantile(times, 0.95);
    figures.push({
      what: `${method}, 250 KB ${NAMES[syntax]}, p95`,
      measured,
      unit: 'ms',
      first: 50,
      later: 5,
    });
  }
  return figures;
}

/** Edits that change how much of the document is read, each made and taken back. */
async function worstEdits(typist: Typist, syntax: Syntax, count: number): Promise<Figure[]> {
  const edits: readonly (readonly [string, string, string])[] = [
    ['opens a fence', syntax === 'yaml' ? 'body: |' : '## ', '\n```'],
    ['edits the title', 'title:', 'e'],
    ['changes framework:', 'framework:', '-next'],
  ];
  const figures: Figure[] = [];
  for (const [what, words, text] of edits) {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const at = typist.find(words, what === 'opens a fence' ? typist.lines >> 1 : 0);
      times.push(await typist.replace(at, at, text));
      const newLine = text.startsWith('\n');
      const end = {
        line: at.line + (newLine ? 1 : 0),
        character: newLine ? text.length - 1 : at.character + text.length,
      };
      times.push(await typist.replace(at, end, ''));
      await pause(20);
    }
    figures.push({
      what: `${what}, 250 KB ${NAMES[syntax]}, p95`,
      measured: quantile(times, 0.95),
      unit: 'ms',
      first: 250,
      later: 60,
    });
  }
  return figures;
}

/** Thirty keys at a typist's speed, none of which waits for the one before. */
async function burst(client: LspClient, typist: Typist, name: string): Promise<Figure[]> {
  const before = client.versions.length;
  const results: Promise<number>[] = [];
  for (let key = 0; key < 30; key += 1) {
    results.push(typist.key());
    await pause(60);
  }
  const last = (await Promise.race([results.at(-1), pause(5000)])) ?? Number.NaN;
  return [
    { what: `burst of 30 keys, 250 KB ${name}, last key`, measured: last, unit: 'ms' },
    {
      what: `burst of 30 keys, 250 KB ${name}, results`,
      measured: client.versions.length - before,
      unit: '',
      first: 1,
      later: 30,
      more: true,
    },
  ];
}

/** From the start of the process to its first answers, each time in a new process. */
export async function starting({ server, starts }: Extent): Promise<Figure[]> {
  const text = generate(250_000, 'markdown');
  const initialised: number[] = [];
  const diagnosed: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    const started = performance.now();
    const client = new LspClient(server);
    await client.initialize();
    initialised.push(performance.now() - started);
    await new Typist(client, 'starting', 'markdown', text).open();
    diagnosed.push(performance.now() - started);
    await client.stop();
  }
  return [
    {
      what: 'spawn to initialised, median',
      measured: quantile(initialised, 0.5),
      unit: 'ms',
      first: 150,
      later: 90,
    },
    {
      what: 'spawn to first diagnostics of 250 KB, median',
      measured: quantile(diagnosed, 0.5),
      unit: 'ms',
      first: 500,
      later: 200,
    },
  ];
}

export async function manyDocuments({ server }: Extent): Promise<Figure[]> {
  const client = new LspClient(server);
  await client.initialize();
  for (let index = 0; index < 50; index += 1) {
    await new Typist(client, `many-${index}`, 'markdown', generate(30_000, 'markdown', index)).open();
  }
  const measured = client.memory();
  await client.stop();
  return [{ what: 'memory, 50 documents of 30 KB', measured, unit: 'MB', first: 400, later: 250 }];
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
