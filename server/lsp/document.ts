import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Analysis, analyse } from '../features/analysis.ts';
import { type Answers, dataAnswers, documentAnswers } from '../features/answers.ts';
import { type DataFile, readDataFile } from '../features/dataFile.ts';
import { isPackFile, type Pack } from '../features/pack.ts';
import type { Syntax } from '../model/model.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { RuleEntry } from '../rules/rule.ts';
import { type Change, followedBy } from '../text/change.ts';
import { sortEdits, type TextEdit } from '../text/edit.ts';
import { normalise } from '../text/normalise.ts';
import { SourceText } from '../text/sourceText.ts';
import { Positions } from './positions.ts';

/** An open document: its text now, and what was found in it. */
export class OpenDocument {
  readonly uri: string;
  readonly syntax: Syntax;
  version: number;
  #text: SourceText;
  #byteOrderMark: boolean;
  /** What changed since the analysis was made; undefined when nothing did. */
  #change: Change | undefined;
  #analysis: Analysis | undefined;
  #dataFile: DataFile | undefined;

  constructor(uri: string, languageId: string, version: number, original: string) {
    this.uri = uri;
    this.syntax = languageId === 'yaml' ? 'yaml' : 'markdown';
    this.version = version;
    const { text, byteOrderMark } = normalise(original);
    this.#text = SourceText.of(text);
    this.#byteOrderMark = byteOrderMark;
  }

  get text(): SourceText {
    return this.#text;
  }

  get positions(): Positions {
    return new Positions(this.#text, this.#byteOrderMark);
  }

  /** The same of the text as edits would make it. */
  positionsAfter(edits: readonly TextEdit[]): Positions {
    const after = [...sortEdits(edits)]
      .reverse()
      .reduce((text, { span, insert }) => text.replace(span, insert), this.#text);
    return new Positions(after, this.#byteOrderMark);
  }

  get analysis(): Analysis | undefined {
    return this.#analysis;
  }

  /** Applies what the editor says has changed, in its order. */
  apply(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version;
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text);
      else this.#reset(change.text);
    }
  }

  /** Checks the document as it is now, going by what was found before where that holds. */
  check(pack: Pack, rules: readonly RuleEntry[]): Analysis {
    const before = this.#analysis;
    const sameWorld = before?.input.library === pack.library && before.input.config === pack.config;
    if (before !== undefined && sameWorld && this.#change === undefined && before.input.text === this.#text) {
      return before;
    }
    const input = {
      path: this.uri,
      syntax: this.syntax,
      text: this.#text,
      library: pack.library,
      config: pack.config,
      inPack: pack.folder !== undefined,
      rules,
      sources: pack.sourcesOf(this.uri),
      accepted: pack.acceptedIn(this.uri),
    };
    const nothing = { old: { from: 0, to: 0 }, now: { from: 0, to: 0 } };
    const previous = before === undefined ? undefined : { analysis: before, change: this.#change ?? nothing };
    this.#analysis = analyse(input, previous);
    this.#change = undefined;
    return this.#analysis;
  }

  /** Checks a file of a pack as it is now. */
  dataFile({ library, workbooks, baseline }: Pack): DataFile {
    const before = this.#dataFile;
    const input = { path: this.uri, text: this.#text, library, workbooks, baseline };
    const keys = ['text', 'library', 'workbooks', 'baseline'] as const;
    if (before !== undefined && keys.every((key) => before.input[key] === input[key])) return before;
    this.#dataFile = readDataFile(input, before);
    return this.#dataFile;
  }

  #replace(range: Parameters<Positions['span']>[0], text: string): void {
    const span = this.positions.span(range);
    const insert = text.replace(/\r\n?/g, '\n');
    this.#text = this.#text.replace(span, insert);
    this.#change = followedBy(this.#change, span, insert.length);
  }

  #reset(original: string): void {
    const { text, byteOrderMark } = normalise(original);
    const length = this.#text.length;
    this.#text = SourceText.of(text);
    this.#byteOrderMark = byteOrderMark;
    this.#change = followedBy(this.#change, { from: 0, to: length }, text.length);
  }
}

/** What the features have to say of a file as it is now. @param rules none, where only what it says counts */
export function answersOf(document: OpenDocument, pack: Pack, rules: readonly RuleEntry[] = RULES): Answers {
  return isPackFile(document.uri)
    ? dataAnswers(document.dataFile(pack))
    : documentAnswers(document.check(pack, rules));
}
