import {
  countFigures,
  countTies,
  coverageLines,
  NO_CHECKS,
  type PlacedFigure,
  type PlacedTie,
} from '../../features/numberChecks.ts';
import { isOnNumbers, type ListedNumbers, type NumberGroup, numberList } from '../../features/numberList.ts';
import type { Io } from '../io.ts';
import type { FileText } from '../position.ts';
import type { Checked, FileResult, Output } from '../result.ts';
import type { Paint } from './colours.ts';
import { visible } from './screen.ts';
import { type Counts, count } from './summary.ts';
import { uncheckedLines } from './text.ts';

/**
 * Of each file how much could be checked, then what contradicts each other and what holds; the figures that nothing can be
 * held against are counted, and listed only where that is wanted.
 */
export class NumbersOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #all: boolean;
  readonly #ties: PlacedTie[] = [];
  readonly #figures: PlacedFigure[] = [];
  #besides = 0;
  #findings = 0;

  constructor(io: Io, paint: Paint, all: boolean) {
    this.#io = io;
    this.#paint = paint;
    this.#all = all;
  }

  readonly file = (result: FileResult): void => {
    if (!result.checked) {
      this.#io.err(uncheckedLines(result, this.#paint));
      return;
    }
    const lines = result.numbers === undefined ? this.#faultLines(result) : this.#checkLines(result);
    this.#io.out(`${[this.#paint('bold', visible(result.file)), ...lines].join('\n')}\n\n`);
  };

  readonly end = ({ files, unchecked, unknown }: Counts): void => {
    const ofAll = coverageLines(countFigures(this.#figures), countTies(this.#ties, this.#besides));
    if (files > 1) {
      this.#io.out(`${[this.#paint('bold', `All ${files} files`), ...ofAll].join('\n')}\n\n`);
    }
    const missing =
      unchecked + unknown === 0 ? '' : ` ${count(unchecked + unknown, 'file')} could not be checked.`;
    if (files > 0) this.#io.out(`${count(this.#findings, 'finding')} on numbers.${missing}\n`);
  };

  #checkLines({ findings, numbers, text }: Checked): readonly string[] {
    const checks = numbers?.() ?? NO_CHECKS;
    this.#ties.push(...checks.ties);
    this.#figures.push(...checks.figures);
    this.#findings += findings.filter(isOnNumbers).length;
    const list = numberList(checks, findings, (offset) => text.text.lineAt(offset).number);
    this.#besides += list.besides;
    const isCounted = ({ why }: NumberGroup) => why !== undefined && !this.#all;
    return [
      ...list.coverage,
      ...list.groups
        .filter((group) => !isCounted(group))
        .flatMap((group) => ['', this.#title(group), ...this.#rows(group.rows, text)]),
      ...this.#countLines(list.groups.filter(isCounted)),
    ];
  }

  /** Of a file that configures the check everything counts: with faults in it nothing is sure. */
  #faultLines({ findings, text }: Checked): readonly string[] {
    this.#findings += findings.length;
    return this.#rows(
      findings.map(({ span, severity, message }) => ({ span, text: `${severity}: ${message}` })),
      text,
    );
  }

  /** How many figures nothing could be held against, and why. */
  #countLines(groups: readonly NumberGroup[]): readonly string[] {
    if (groups.length === 0) return [];
    const total = groups.reduce((sum, { count: times }) => sum + times, 0);
    const width = Math.max(...groups.map(({ count: times }) => String(times).length));
    return [
      '',
      `${this.#paint('bold', 'Not checkable')} (${total}; listed with --all)`,
      ...groups.map(({ count: times, why }) => `  ${String(times).padStart(width)}  ${why}`),
    ];
  }

  #title({ title, count: times }: NumberGroup): string {
    return `${this.#paint('bold', title)} (${times})`;
  }

  #rows(rows: readonly ListedNumbers[], text: FileText): readonly string[] {
    const places = rows.map(({ span }) => placeOf(span.from, text));
    const width = Math.max(...places.map(({ length }) => length));
    return rows.map((row, index) => {
      const place = (places[index] ?? '').padEnd(width);
      return `  ${this.#paint('dim', place)}  ${visible(row.text)}`.trimEnd();
    });
  }
}

/** A place within a file, as its readers find it. */
function placeOf(offset: number, text: FileText): string {
  if (text.hasLines) return `line ${text.at(offset).line}`;
  const landmark = text.landmarkAt(offset);
  return landmark === undefined ? '' : `${landmark.unit} ${landmark.number}`;
}
