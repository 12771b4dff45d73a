import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Whether Chromium is here; says so where it is not, since then nothing is tested. */
export function hasChromium(): boolean {
  try {
    execFileSync('chromium', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    console.log('      Chromium is not installed, so this was not tested.');
    return false;
  }
}

/** Has Chromium print pages of HTML as PDFs, with and without tags; one process prints them all. By the pages' names. */
export async function pdfsByChromium(pages: ReadonlyMap<string, string>): Promise<{
  readonly tagged: ReadonlyMap<string, Uint8Array>;
  readonly untagged: ReadonlyMap<string, Uint8Array>;
}> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchstone-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe'];
  const child = spawn('chromium', [...flags, `--user-data-dir=${folder}/profile`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , to, from] = child.stdio;
  const browser = new Browser(to as Writable, from as Readable);
  const [tagged, untagged] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  try {
    await browser.open();
    for (const [name, html] of pages) {
      const file = path.join(folder, 'page.html');
      writeFileSync(file, html);
      await browser.show(`file://${file}`);
      tagged.set(name, await browser.print(true));
      untagged.set(name, await browser.print(false));
    }
    const ended = once(child, 'exit');
    await browser.ask('Browser.close', {}, false);
    await ended;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { tagged, untagged };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
  readonly result?: Readonly<Record<string, unknown>>;
}

/** Speaks the protocol of the developer tools: messages of JSON, each ended by a zero. */
class Browser {
  readonly #to: Writable;
  readonly #waiting = new Set<(message: Message) => void>();
  #session: string | undefined;
  #last = 0;

  constructor(to: Writable, from: Readable) {
    this.#to = to;
    let rest = '';
    from.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop() ?? '';
      for (const text of messages) {
        const message: Message = JSON.parse(text);
        for (const hear of [...this.#waiting]) hear(message);
      }
    });
  }

  async open(): Promise<void> {
    const { targetId } = await this.ask('Target.createTarget', { url: 'about:blank' }, false);
    const { sessionId } = await this.ask('Target.attachToTarget', { targetId, flatten: true }, false);
    this.#session = String(sessionId);
    await this.ask('Page.enable', {});
  }

  async show(url: string): Promise<void> {
    const loaded = this.#hear(({ method }) => method === 'Page.loadEventFired');
    await this.ask('Page.navigate', { url });
    await loaded;
  }

  async print(generateTaggedPDF: boolean): Promise<Uint8Array> {
    const { data } = await this.ask('Page.printToPDF', { generateTaggedPDF, preferCSSPageSize: true });
    return new Uint8Array(Buffer.from(String(data), 'base64'));
  }

  async ask(
    method: string,
    params: Readonly<Record<string, unknown>>,
    ofPage = true,
  ): Promise<Readonly<Record<string, unknown>>> {
    this.#last += 1;
    const id = this.#last;
    const answer = this.#hear((message) => message.id === id);
    const session = ofPage ? { sessionId: this.#session } : {};
    this.#to.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { error, result = {} } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  #hear(isMeant: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const hear = (message: Message): void => {
        if (!isMeant(message)) return;
        this.#waiting.delete(hear);
        resolve(message);
      };
      this.#waiting.add(hear);
    });
  }
}
