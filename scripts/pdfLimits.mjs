// Gives the library that reads PDFs a bound: a small file may hold streams that unpack to gigabytes, and the library
// unpacks a stream whole. Before it takes more memory it asks `globalThis.roomForPdf`, which throws when there is none.
import { readFile } from 'node:fs/promises';

// A form may hold forms that hold forms, and cost nothing but time: each time that one is read counts as so much.
const FORM = 'globalThis.roomForPdf?.(32768, 0);';

const PLACES = [
  [
    /ensureBuffer\(requested\) \{\s*const buffer = this\.buffer;\s*if \(requested <= buffer\.byteLength\) \{\s*return buffer;\s*\}/,
    'globalThis.roomForPdf?.(requested - buffer.byteLength, requested);',
  ],
  [
    /for await \(const chunk of readable\) \{/,
    'globalThis.roomForPdf?.(chunk.byteLength, totalLength + chunk.byteLength);',
  ],
  [/async getTextContent\(\{\s*stream,[^}]*\}\) \{/, FORM],
  [/getOperatorList\(\{\s*stream,\s*task,[^}]*\}\) \{/, FORM],
];

export const pdfLimits = {
  name: 'limits for the library that reads PDFs',
  setup({ onLoad }) {
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [place, check] of PLACES) {
        const before = contents;
        contents = contents.replace(place, (found) => `${found} ${check}`);
        if (contents === before) throw new Error(`${path} has changed: where it takes memory was not found.`);
      }
      return { contents, loader: 'js' };
    });
  },
};
