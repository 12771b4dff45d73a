import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { IsBeingWritten } from '../features/unfinished.ts';
import type { Finding } from '../text/problem.ts';
import type { OpenDocument } from './document.ts';

/** So long nothing is typed before what is being written counts as finished, in milliseconds. */
const PAUSE = 1000;

/** A document in which somebody is typing. */
interface Writing {
  /** Where the last character went. */
  readonly cursor: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Holds back what is found anew right where somebody is typing: a row or a section is not wrong before it is finished.
 * What was told before stays, what is mended goes at once, and the rest is told as soon as the author pauses, goes on
 * elsewhere or saves.
 */
export class Patience {
  readonly #again: (uri: string) => void;
  readonly #writing = new Map<string, Writing>();
  /** What has been told of each document. */
  readonly #told = new Map<string, ReadonlySet<string>>();

  /** @param again tells anew what is found in a document */
  constructor(again: (uri: string) => void) {
    this.#again = again;
  }

  /** A document has been changed, and its text is the new one already. */
  changed({ uri, positions }: OpenDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#finish(uri);
    const [change, ...others] = changes;
    // Whoever pastes, or takes what is offered, is not in the middle of a word.
    if (change === undefined || others.length > 0 || !isTyped(change)) return;
    const cursor = positions.offset(change.range.start) + change.text.replace(/\r\n/g, '\n').length;
    this.#writing.set(uri, { cursor });
  }

  /** The author has saved, so that what stands there is meant to. */
  saved(uri: string): void {
    const isHeld = this.#writing.get(uri)?.timer !== undefined;
    this.#finish(uri);
    if (isHeld) this.#again(uri);
  }

  /** A document has been closed. */
  closed(uri: string): void {
    this.#finish(uri);
    this.#told.delete(uri);
  }

  /** All ends. */
  stop(): void {
    for (const uri of [...this.#writing.keys()]) this.#finish(uri);
  }

  /** What is to be told now of what is found. */
  told(
    { uri, text }: OpenDocument,
    all: readonly Finding[],
    writing: (cursor: number) => IsBeingWritten,
  ): readonly Finding[] {
    // What an edit moves keeps its rule and its words; where it changes the words, the line stays.
    const keys = ({ rule, message, span }: Finding) => [
      `${rule} ${message}`,
      `${rule} ${text.lineAt(span.from).number}`,
    ];
    const before = this.#told.get(uri);
    const isKnown = (one: Finding) => before === undefined || keys(one).some((key) => before.has(key));
    const now = this.#ripe(uri, all, isKnown, writing);
    this.#told.set(uri, new Set(now.flatMap(keys)));
    return now;
  }

  #ripe(
    uri: string,
    all: readonly Finding[],
    isKnown: (one: Finding) => boolean,
    writing: (cursor: number) => IsBeingWritten,
  ): readonly Finding[] {
    const state = this.#writing.get(uri);
    if (state === undefined || all.every(isKnown)) return all;
    const isBeingWritten = writing(state.cursor);
    const now = all.filter((one) => isKnown(one) || !isBeingWritten(one.span));
    if (now.length < all.length) {
      state.timer ??= setTimeout(() => {
        this.#finish(uri);
        this.#again(uri);
      }, PAUSE);
    }
    return now;
  }

  #finish(uri: string): void {
    clearTimeout(this.#writing.get(uri)?.timer);
    this.#writing.delete(uri);
  }
}

/** A character or two, with the bracket that an editor adds; or a line end, with what an editor begins the next line with. */
const TYPED = /^(?:[^\r\n]{0,2}|\r?\n[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]) )?[ \t|]*)$/;

function isTyped(
  change: TextDocumentContentChangeEvent,
): change is Extract<TextDocumentContentChangeEvent, { range: unknown }> {
  if (!('range' in change)) return false;
  const { start, end } = change.range;
  return start.line === end.line && TYPED.test(change.text);
}
