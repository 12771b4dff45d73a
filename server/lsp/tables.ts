import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  MOVE_IN_TABLE_REQUEST,
  type MoveInTableParams,
  type MoveInTableResult,
  PASTE_TABLE_REQUEST,
  type PasteTableParams,
  type PasteTableResult,
  TABLE_PLACE_REQUEST,
  TABLE_VALUES_REQUEST,
  type TablePlaceParams,
  type TablePlaceResult,
  type TableValuesParams,
  type TableValuesResult,
} from '../protocolViews.ts';
import { cellMarkdown, clipboardRows, MOST_MARKUP, tooManyCells, trimmedRows } from './pastedCells.ts';
import type { PasteJob, PasteOutcome } from './pasteJob.ts';
import type { Checked } from './requests.ts';
import { toTextEdit } from './toLsp.ts';

type Rows = readonly (readonly string[])[];

interface Surroundings {
  readonly connection: Connection;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  /** Reads a page where it holds up nothing else. */
  readonly readPage: (job: PasteJob, token: CancellationToken) => Promise<PasteOutcome>;
}

/** Answers how one goes through the cells of tables, copies them and pastes into them. */
export function answerTables(around: Surroundings): void {
  const { connection, checked } = around;
  connection.onRequest(
    TABLE_PLACE_REQUEST,
    async ({ uri, position }: TablePlaceParams): Promise<TablePlaceResult> => {
      const open = await checked(uri);
      const place = open?.answers.tables?.place?.(open.document.positions.offset(position));
      return place === undefined ? null : { atEnd: place.atEnd };
    },
  );
  connection.onRequest(
    MOVE_IN_TABLE_REQUEST,
    async ({ uri, position, step }: MoveInTableParams): Promise<MoveInTableResult> => {
      const open = await checked(uri);
      const move = open?.answers.tables?.move?.(open.document.positions.offset(position), step);
      if (open === undefined || move === undefined) return null;
      const { document } = open;
      const selection = document.positionsAfter(move.edits).range(move.selection);
      const edits = move.edits.map((edit) => toTextEdit(edit, document.positions));
      return { version: document.version, edits, selection };
    },
  );
  connection.onRequest(
    TABLE_VALUES_REQUEST,
    async ({ uri, position }: TableValuesParams): Promise<TableValuesResult> => {
      const open = await checked(uri);
      return open?.answers.tables?.values(open.document.positions.offset(position)) ?? null;
    },
  );
  connection.onRequest(PASTE_TABLE_REQUEST, (params: PasteTableParams, token) =>
    paste(around, params, token),
  );
}

async function paste(
  around: Surroundings,
  params: PasteTableParams,
  token: CancellationToken,
): Promise<PasteTableResult> {
  const open = await around.checked(params.uri);
  // Of a document that is none of ours nothing on the clipboard is looked at.
  if (open?.answers.tables?.paste === undefined) return null;
  const rows = await copiedRows(around, params, token);
  const width = rows?.[0]?.length ?? 0;
  if (rows === undefined || rows.length * width < 2) return null;
  // It may have changed while the clipboard was read, and the place with it.
  open.verify();
  const { document, answers } = open;
  const span = document.positions.span(params.range);
  const many = tooManyCells(rows.length * width);
  const given = (many === undefined ? rows : rows.slice(0, 2)).map((cells) => cells.map(cellMarkdown));
  const pasted = answers.tables?.paste?.(span, given);
  if (pasted === undefined) return null;
  if (many !== undefined) return { problem: many };
  if (pasted.kind === 'problem') return { problem: pasted.problem };
  const edits = pasted.edits.map((edit) => toTextEdit(edit, document.positions));
  const title = pasted.kind === 'table' ? 'Paste as a table' : 'Paste into the cells of the table';
  return { version: document.version, edits, title };
}

/** The rows on the clipboard: as text where that is plain, since cells of several lines only HTML tells apart. */
async function copiedRows(
  { readPage }: Surroundings,
  { text, html }: PasteTableParams,
  token: CancellationToken,
): Promise<Rows | undefined> {
  const plain = text === undefined ? undefined : clipboardRows(text);
  if (plain !== undefined) return trimmedRows(plain);
  if (html === undefined || html.length > MOST_MARKUP || !/<table\b/i.test(html)) return undefined;
  const read = await readPage({ html }, token);
  return 'rows' in read && read.rows !== undefined ? trimmedRows(read.rows) : undefined;
}
