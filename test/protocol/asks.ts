import * as protocol from '../../server/protocol.ts';
import { PRUNE_BASELINE_REQUEST, SET_ASIDE_REQUEST } from '../../server/protocolBaseline.ts';
import { DIFFERENCE_REQUEST } from '../../server/protocolDifference.ts';
import * as views from '../../server/protocolViews.ts';
import type { Subject } from './pack.ts';

type Place = views.Place;
type Kind = Subject['name'];

/** A document in which something is asked. */
export interface Asked {
  readonly uri: string;
  /** The folder of the pack, with a slash at its end. */
  readonly root: string;
  /** Its lines end in LF. */
  readonly text: string;
}

/** One request of the table. */
export interface Ask {
  readonly method: string;
  /** What tells two requests of one method apart. */
  readonly about?: string;
  /** The kinds of files in which it is answered with something, at one place at least. */
  readonly answered: readonly Kind[];
  /** With a place it is asked at each place of the file, without one once. */
  readonly params: (asked: Asked, at: Place) => object;
  readonly isPlaced: boolean;
}

const DOCUMENTS: readonly Kind[] = ['Markdown', 'YAML'];
const DATA: readonly Kind[] = ['framework', 'settings'];
const OURS: readonly Kind[] = [...DOCUMENTS, ...DATA];
const ALL: readonly Kind[] = [...OURS, 'other'];

const OPTIONS = { tabSize: 2, insertSpaces: true };
const CLIPBOARD = 'Month\tSeen\r\nApr 2020\t92%\r\n';
const PAGE = '<table><tr><td>Month</td><td>Seen</td></tr><tr><td>Apr 2020</td><td>92%</td></tr></table>';

const document = ({ uri }: Asked) => ({ textDocument: { uri } });
const point = (at: Place) => ({ start: at, end: at });
const whole = ({ text }: Asked) => ({
  start: { line: 0, character: 0 },
  end: { line: text.split('\n').length - 1, character: 0 },
});

/** The line behind the one with the words. */
function lineBelow(text: string, words: string): number {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

/** Asked of a document as a whole. */
function ofAll(
  method: string,
  answered: readonly Kind[],
  params: (asked: Asked) => object = document,
  about?: string,
): Ask {
  return { method, answered, params, isPlaced: false, ...(about === undefined ? {} : { about }) };
}

/** Asked at a place of a document. */
function atPlace(
  method: string,
  answered: readonly Kind[],
  params: (asked: Asked, at: Place) => object = () => ({}),
  about?: string,
): Ask {
  return {
    method,
    answered,
    params: (asked, at) => ({ ...document(asked), position: at, ...params(asked, at) }),
    isPlaced: true,
    ...(about === undefined ? {} : { about }),
  };
}

/** One of the requests that only we have. */
function own(
  method: string,
  answered: readonly Kind[],
  params: (asked: Asked, at: Place) => object = () => ({}),
  about?: string,
): Ask {
  const withUri = (asked: Asked, at: Place) => ({ uri: asked.uri, position: at, ...params(asked, at) });
  const isPlaced = params.length > 1;
  return { method, answered, params: withUri, isPlaced, ...(about === undefined ? {} : { about }) };
}

/** Everything that the server answers: the tests fail when one that it has is not here. */
export const ASKS: readonly Ask[] = [
  ofAll('textDocument/documentSymbol', OURS),
  ofAll('textDocument/foldingRange', OURS),
  ofAll('textDocument/documentLink', DOCUMENTS),
  ofAll('textDocument/codeLens', DOCUMENTS),
  ofAll('textDocument/semanticTokens/full', DOCUMENTS),
  ofAll('textDocument/semanticTokens/range', DOCUMENTS, (one) => ({ ...document(one), range: whole(one) })),
  ofAll('textDocument/inlayHint', DOCUMENTS, (one) => ({ ...document(one), range: whole(one) })),
  ofAll('textDocument/formatting', DOCUMENTS, (one) => ({ ...document(one), options: OPTIONS })),
  ofAll('textDocument/rangeFormatting', DOCUMENTS, (one) => ({
    ...document(one),
    range: whole(one),
    options: OPTIONS,
  })),
  ofAll(
    'textDocument/codeAction',
    DOCUMENTS,
    (one) => ({ ...document(one), range: whole(one), context: { diagnostics: [], only: ['source.fixAll'] } }),
    'all that is safe',
  ),
  atPlace('textDocument/codeAction', OURS, (_, at) => ({
    range: point(at),
    context: { diagnostics: [] },
  })),
  atPlace('textDocument/hover', OURS),
  atPlace('textDocument/completion', OURS),
  atPlace(
    'textDocument/completion',
    OURS,
    () => ({ context: { triggerKind: 2, triggerCharacter: '#' } }),
    'typed',
  ),
  atPlace('textDocument/definition', OURS),
  atPlace('textDocument/references', OURS, () => ({ context: { includeDeclaration: true } })),
  atPlace('textDocument/documentHighlight', OURS),
  atPlace('textDocument/linkedEditingRange', DOCUMENTS),
  atPlace('textDocument/prepareRename', OURS),
  atPlace('textDocument/rename', OURS, () => ({ newName: 'FRONT' })),
  atPlace('textDocument/rename', OURS, () => ({ newName: 'front' }), 'to small letters'),
  atPlace('textDocument/onTypeFormatting', DOCUMENTS, () => ({ ch: '|', options: OPTIONS })),
  atPlace('textDocument/selectionRange', OURS, (_, at) => ({ positions: [at] })),
  ofAll('documentLink/resolve', ALL, ({ root }) => ({
    range: point({ line: 1, character: 0 }),
    data: { file: `${root}letters/may.report.md`, fragment: 'what-we-saw' },
  })),
  ofAll('workspace/symbol', ALL, () => ({ query: 'sta' })),
  ofAll('workspace/willRenameFiles', ALL, ({ root }) => ({
    files: [{ oldUri: `${root}letters`, newUri: `${root}old` }],
  })),
  own(protocol.NUMBER_CHECKS_REQUEST, DOCUMENTS),
  own(DIFFERENCE_REQUEST, DOCUMENTS, ({ uri, text }) => ({
    before: { uri, text: text.replace(/\d+%/, '1%') },
    after: { uri },
  })),
  own(SET_ASIDE_REQUEST, ALL, ({ root }) => ({
    folder: root.slice(0, -1),
    file: `${root}old/baseline.json`,
  })),
  own(PRUNE_BASELINE_REQUEST, ALL, ({ root }) => ({ folder: root.slice(0, -1) })),
  own(views.BESIDE_REQUEST, DOCUMENTS),
  own(views.COVERAGE_REQUEST, DOCUMENTS),
  own(views.LENS_REQUEST, DOCUMENTS, () => ({ kind: 'judgement', section: 'staff 1' })),
  own(views.REPORT_REQUEST, DOCUMENTS),
  own(views.REPORTS_REQUEST, ALL),
  own(views.TABLE_PLACE_REQUEST, DOCUMENTS, (_, position) => ({ position })),
  own(views.TABLE_VALUES_REQUEST, DOCUMENTS, (_, position) => ({ position })),
  own(views.MOVE_IN_TABLE_REQUEST, DOCUMENTS, (_, position) => ({ position, step: 'row' })),
  own(views.PASTE_TABLE_REQUEST, DOCUMENTS, (_, at) => ({ range: point(at), text: CLIPBOARD })),
  own(
    views.PASTE_TABLE_REQUEST,
    DOCUMENTS,
    ({ text }) => ({ range: point({ line: lineBelow(text, '304 (63%)'), character: 0 }), html: PAGE }),
    'a page',
  ),
  own(protocol.FRAMEWORKS_REQUEST, ALL, ({ root }) => ({ folders: [root.slice(0, -1)] })),
  own(protocol.ANSWER_FAULT_REQUEST, ALL, ({ root }) => ({
    framework: 'mine',
    folder: root.slice(0, -1),
    key: 'date',
    answer: '31 February 2020',
  })),
  own(protocol.NEW_DOCUMENT_REQUEST, ALL, ({ root }) => ({
    framework: 'mine',
    folder: root.slice(0, -1),
    language: 'markdown',
    answers: {},
  })),
  own(protocol.READ_DOCUMENT_REQUEST, ALL, ({ root }) => ({ uri: `${root}gone.pdf` })),
  own(protocol.COMMENT_DOCUMENT_REQUEST, ALL, ({ root }) => ({ uri: `${root}gone.docx` })),
];

/** What the server asks of the client, and not the other way round. */
const ASKED_BY_SERVER = [protocol.READ_FILE_REQUEST, protocol.LIST_FILES_REQUEST];

/** The methods of all requests that only we have. */
export const OWN_METHODS = Object.entries({ ...protocol, ...views })
  .filter(([name, method]) => name.endsWith('_REQUEST') && !ASKED_BY_SERVER.some((one) => one === method))
  .map(([, method]) => method);
