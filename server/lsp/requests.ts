import type { Connection } from 'vscode-languageserver';
import type { Answers } from '../features/answers.ts';
import type { OpenDocument } from './document.ts';
import { toFolds, toSelection, toSymbol } from './toLsp.ts';

/** What answering takes besides the request. */
export interface Answering {
  /** An open document and what is found in it; undefined for a document that is not open. */
  readonly checked: (uri: string) => Promise<Checked | undefined>;
}

export interface Checked {
  readonly document: OpenDocument;
  readonly answers: Answers;
  /** Fails where the document has changed or was closed since: to be asked by whoever waited for something else. */
  readonly verify: () => void;
}

/** One passage a request: document, place, feature, and the result in the protocol's words. */
export function answerRequests(connection: Connection, { checked }: Answering): void {
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await checked(textDocument.uri);
    return open === undefined || !open.answers.ours
      ? []
      : open.answers.symbols().map((symbol) => toSymbol(symbol, open.document.positions));
  });
  // Nothing, not even an empty list, so that editors go on folding other documents in their own way.
  connection.onFoldingRanges(async ({ textDocument }) => {
    const open = await checked(textDocument.uri);
    return open?.answers.ours ? toFolds(open.answers.folding(), open.document.positions) : null;
  });
  connection.onSelectionRanges(async ({ textDocument, positions: places }) => {
    const open = await checked(textDocument.uri);
    if (!open?.answers.ours) return null;
    const { answers, document } = open;
    return places.map((place) =>
      toSelection(answers.selection(document.positions.offset(place)), document.positions),
    );
  });
}
