import { Tokenizer } from 'htmlparser2';
import { MAX_CHARACTERS, tooLarge } from '../../text/size.ts';
import type { Opened } from '../source.ts';
import { decodeHtml } from './encoding.ts';
import { HtmlFlow } from './htmlFlow.ts';
import { HtmlTags } from './htmlTags.ts';

/** Markup may take many times what its words take, and pictures stand in it too. */
const MOST_BYTES = 20 * MAX_CHARACTERS;

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
  const tokenizer = new Tokenizer({ decodeEntities: true }, new HtmlTags(source, html));
  tokenizer.write(source);
  tokenizer.end();
  const flow = html.finish();
  if (flow.text.trim() === '')
    return { ok: false, problem: 'The page has no words: there is nothing to read.' };
  const problem = tooLarge({ length: flow.text.length, lines: flow.blocks.length });
  return problem === undefined ? { ok: true, source: { format: 'html', flow } } : { ok: false, problem };
}
