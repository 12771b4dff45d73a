import {
  type ClientCapabilities,
  CompletionItemKind,
  type InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as LspCompletionItem,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { CompletionItem } from '../features/completion.ts';
import { withoutTabStops } from '../model/editing.ts';
import type { Positions } from './positions.ts';

/** What a client can do with what is offered. */
export interface CompletionCapabilities {
  readonly tabStops: boolean;
  readonly insertReplace: boolean;
  readonly preselect: boolean;
  readonly commit: boolean;
}

export function completionCapabilities({ textDocument }: ClientCapabilities): CompletionCapabilities {
  const can = textDocument?.completion?.completionItem;
  return {
    tabStops: can?.snippetSupport === true,
    insertReplace: can?.insertReplaceSupport === true,
    preselect: can?.preselectSupport === true,
    commit: can?.commitCharactersSupport === true,
  };
}

const ITEM_KIND: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  section: CompletionItemKind.Struct,
  reference: CompletionItemKind.Reference,
  word: CompletionItemKind.Text,
  table: CompletionItemKind.Snippet,
};

/** @param offset where the cursor is */
export function toCompletionItem(
  item: CompletionItem,
  offset: number,
  positions: Positions,
  can: CompletionCapabilities,
): LspCompletionItem {
  const snippet = item.snippet && can.tabStops;
  return {
    label: item.label,
    kind: ITEM_KIND[item.kind],
    // Beside the label there is no room: a meaning there cuts both short.
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
    ...(item.preselect && can.preselect ? { preselect: true } : {}),
    ...(item.commit !== undefined && can.commit ? { commitCharacters: [...item.commit] } : {}),
    textEdit: textEdit(item, item.snippet && !snippet ? bare(item.insert) : item.insert),
    // What is typed is compared with this: a heading's marks and a line's indentation are part of the text replaced.
    filterText: item.filter ?? item.label,
    sortText: String(item.order).padStart(4, '0'),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };

  /** Of words in running text the author may want to keep what stands behind the cursor. */
  function textEdit({ kind, span }: CompletionItem, newText: string): TextEdit | InsertReplaceEdit {
    const replace = positions.range(span);
    const inText = kind === 'word' || kind === 'reference';
    if (!can.insertReplace || !inText) return { range: replace, newText };
    return { newText, insert: { start: replace.start, end: positions.position(offset) }, replace };
  }
}

/** A snippet for a client that knows of no tab stops. Of values to choose from it takes none: none has been chosen. */
function bare(snippet: string): string {
  const open = snippet.replace(/\$\{\d+\|(?:[^|\\]|\\.)*\|\}/g, '');
  return withoutTabStops(open).replace(/\\([\\$}])/g, '$1');
}
