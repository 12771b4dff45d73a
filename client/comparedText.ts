import * as vscode from 'vscode';
import type { DocumentDifference, TwoPlaces } from '../server/protocolDifference.ts';
import type { PlaceRange } from '../server/protocolViews.ts';
import { nameOf } from './foreignFiles.ts';
import { GO_TO } from './goTo.ts';
import type { LinkedText } from './linkedTexts.ts';

/** Shows two texts as VS Code compares them. */
export const SIDE_BY_SIDE = 'touchstone.sideBySide';

/** Two versions and where each is shown. */
export interface ComparedVersions {
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;
  /** What the earlier version is called. */
  readonly name: string;
}

/** Section by section what has changed, a line each, behind the lines of both versions, which lead there. */
export function comparedText(versions: ComparedVersions, difference: DocumentDifference): LinkedText {
  const writer = new Writer(versions);
  writer.line(vscode.l10n.t('Changes from {0} to "{1}"', versions.name, nameOf(versions.after)));
  writer.line(sumOf(difference));
  writer.sideBySide();
  writer.line(vscode.l10n.t('The numbers below are lines, before → after, and lead there.'));
  const { sections, passages, mended, found } = difference;
  for (const { section, changes } of sections)
    writer.group(section ?? vscode.l10n.t('The document'), changes);
  writer.group(
    vscode.l10n.t('Sentences in other words'),
    passages.map((passage) => ({ ...passage, text: passageText(passage) })),
  );
  writer.group(
    vscode.l10n.t('No longer found'),
    mended.map(({ message, range }) => ({ text: message, before: { text: message, range } })),
  );
  writer.group(
    vscode.l10n.t('Newly found'),
    found.map(({ message, range }) => ({ text: message, after: { text: message, range } })),
  );
  return writer.done();
}

/** Such as `4 changes; 1 sentence in other words; 3 findings mended; 2 new findings`. */
function sumOf({ sections, passages, mended, found }: DocumentDifference): string {
  const changes = sections.reduce((sum, section) => sum + section.changes.length, 0);
  const counted = (count: number, one: string, several: string) =>
    count === 0 ? [] : [count === 1 ? one : several];
  const parts = [
    ...counted(changes, vscode.l10n.t('1 change'), vscode.l10n.t('{0} changes', changes)),
    ...counted(
      passages.length,
      vscode.l10n.t('1 sentence in other words'),
      vscode.l10n.t('{0} sentences in other words', passages.length),
    ),
    ...counted(
      mended.length,
      vscode.l10n.t('1 finding mended'),
      vscode.l10n.t('{0} findings mended', mended.length),
    ),
    ...counted(found.length, vscode.l10n.t('1 new finding'), vscode.l10n.t('{0} new findings', found.length)),
  ];
  if (changes + passages.length > 0) return parts.join('; ');
  return [vscode.l10n.t('Both versions say the same'), ...parts].join('; ');
}

function passageText({ before, after }: TwoPlaces): string {
  if (before === undefined) return vscode.l10n.t('New: "{0}"', after?.text ?? '');
  if (after === undefined) return vscode.l10n.t('Gone: "{0}"', before.text);
  return `"${before.text}" → "${after.text}"`;
}

interface Row extends TwoPlaces {
  readonly text: string;
}

const INDENT = '  ';
/** Stands where a version does not say it. */
const NOWHERE = '–';

class Writer {
  readonly #versions: ComparedVersions;
  readonly #lines: string[] = [];
  readonly #links: vscode.DocumentLink[] = [];

  constructor(versions: ComparedVersions) {
    this.#versions = versions;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A line that shows both texts as VS Code compares them. */
  sideBySide(): void {
    const { before, after, name } = this.#versions;
    const words = vscode.l10n.t('Show both texts side by side');
    const title = `${name} ↔ ${nameOf(after)}`;
    this.#link(0, words.length, SIDE_BY_SIDE, [before.toString(), after.toString(), title], words);
    this.line(words);
  }

  group(title: string, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.#lines.push('', title);
    const places = rows.map(({ before, after }) => [lineOf(before?.range), lineOf(after?.range)] as const);
    const widths = [0, 1].map((side) => Math.max(0, ...places.map((place) => place[side]?.length ?? 0)));
    rows.forEach(({ text, before, after }, index) => {
      const [was = '', is = ''] = places[index] ?? [];
      const from = INDENT.length + (widths[0] ?? 0) - was.length;
      const to = INDENT.length + (widths[0] ?? 0) + ' → '.length;
      const { before: old, after: now } = this.#versions;
      if (before !== undefined) this.#place(from, was.length, old, before.range);
      if (after !== undefined) this.#place(to, is.length, now, after.range);
      this.line(`${INDENT}${was.padStart(widths[0] ?? 0)} → ${is.padEnd(widths[1] ?? 0)}  ${oneLine(text)}`);
    });
  }

  done(): LinkedText {
    return { text: `${this.#lines.join('\n')}\n`, links: this.#links };
  }

  #place(from: number, length: number, uri: vscode.Uri, { start }: PlaceRange): void {
    const tooltip = vscode.l10n.t('Go to the place');
    this.#link(from, length, GO_TO, [uri.toString(), start.line, start.character], tooltip);
  }

  #link(from: number, length: number, command: string, args: readonly unknown[], tooltip: string): void {
    const line = this.#lines.length;
    const target = vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
    const link = new vscode.DocumentLink(new vscode.Range(line, from, line, from + length), target);
    link.tooltip = tooltip;
    this.#links.push(link);
  }
}

function lineOf(range: PlaceRange | undefined): string {
  return range === undefined ? NOWHERE : `${range.start.line + 1}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
