import { Parser } from 'htmlparser2';
import { MAX_CHARACTERS, tooLarge } from '../../text/size.ts';
import type { Opened } from '../source.ts';
import { decodeHtml } from './encoding.ts';
import { HtmlFlow } from './htmlFlow.ts';

/** Markup may take many times what its words take, and pictures stand in it too. */
const MOST_BYTES = 20 * MAX_CHARACTERS;

/** Browsers stop at 512; what goes deeper is made to stall its reader. */
const DEEPEST = 5_000;
const CHUNK = 100_000;

/** Reads a page of HTML, be it saved from the web, by Word or by another program. Nothing is fetched, and nothing run. */
export async function readHtml(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length > MOST_BYTES) {
    const megabytes = (count: number) => `${Math.round(count / 1e6)} MB`;
    const problem = `The page is too large to be read: it has ${megabytes(bytes.length)}, and up to ${megabytes(MOST_BYTES)} can be.`;
    return { ok: false, problem };
  }
  const source = decodeHtml(bytes);
  if (source.includes('\0'))
    return { ok: false, problem: 'This is no page of HTML: it holds bytes that are no text.' };
  const html = new HtmlFlow();
  const parser = new Parser(html, { decodeEntities: true });
  for (let from = 0; from < source.length; from += CHUNK) {
    parser.write(source.slice(from, from + CHUNK));
    if (html.deepest > DEEPEST) return { ok: false, problem: TOO_DEEP };
  }
  parser.end();
  const flow = html.finish();
  if (flow.text.trim() === '')
    return { ok: false, problem: 'The page has no words: there is nothing to read.' };
  const problem = tooLarge({ length: flow.text.length, lines: flow.blocks.length });
  return problem === undefined ? { ok: true, source: { format: 'html', flow } } : { ok: false, problem };
}

const TOO_DEEP =
  'The page cannot be read: its elements stand thousands deep in one another. Save it anew from the program it comes from.';
