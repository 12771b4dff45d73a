import type { Connection } from 'vscode-languageserver';
import { linkedHover } from '../features/linkedHover.ts';
import { type FileSources, PackFiles } from './packFiles.ts';
import type { Checked } from './requests.ts';
import { toHover } from './toHover.ts';

interface Surroundings extends FileSources {
  readonly connection: Connection;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  /** The address of the page that describes every rule. */
  readonly rulesPage: string | undefined;
  /** Whether the client shows pictures. */
  readonly images: boolean;
}

/** Answers what is known of the thing under the pointer, also where that stands in another file. */
export function answerHovers(around: Surroundings): void {
  around.connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const open = await around.checked(uri);
    if (open === undefined) return null;
    const { document, answers } = open;
    const { text, version, positions } = document;
    const offset = positions.offset(position);
    const known = answers.hover(offset);
    if (known !== undefined) return toHover(known, { uri, positions, ...around });
    const own = { path: uri, text, names: answers.names, document, version };
    const files = new PackFiles(around, own, token);
    const found = await linkedHover(own, offset, files);
    if (found === undefined) return null;
    // What was found belongs to the text as it was when it was asked for.
    files.verify();
    return toHover(found, { uri, positions, ...around });
  });
}
