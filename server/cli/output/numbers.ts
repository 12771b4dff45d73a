import {
  type CoverageCounts,
  countFigures,
  countTies,
  coverageText,
  type PlacedFigure,
  type PlacedTie,
} from '../../features/numberChecks.ts';
import { isOnNumbers, isTold, looseFigures } from '../../features/numberList.ts';
import type { Io } from '../io.ts';
import type { Checked, FileResult, Output, Told } from '../result.ts';
import type { Paint, Style } from './colours.ts';
import { placeName } from './place.ts';
import { visible } from './screen.ts';
import { count } from './summary.ts';
import { uncheckedLines } from './text.ts';

const STYLES: Readonly<Record<PlacedTie['verdict'], Style>> = {
  holds: 'dim',
  unsure: 'hint',
  truncated: 'info',
  contradiction: 'error',
  impossible: 'error',
};

/**
 * Every tie between figures on a line of its own, those that hold too, then what else is found on numbers and the figures
 * that nothing is tied to; at the end how much could be checked.
 */
export class NumbersOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #ties: PlacedTie[] = [];
  readonly #figures: PlacedFigure[] = [];
  #findings = 0;

  constructor(io: Io, paint: Paint) {
    this.#io = io;
    this.#paint = paint;
  }

  readonly file = (result: FileResult): void => {
    if (!result.checked) {
      this.#io.err(uncheckedLines(result, this.#paint));
      return;
    }
    const checks = result.numbers?.();
    // Of a file that configures the check everything counts: with faults in it nothing is sure.
    const findings = checks === undefined ? result.findings : result.findings.filter(isOnNumbers);
    const lines = [
      ...(checks?.ties ?? []).map((tie) => this.#tieLine(tie, result)),
      ...findings
        .filter((one) => !isTold(one, checks?.ties ?? []))
        .map((one) => this.#findingLine(one, result)),
      ...looseFigures(checks?.figures ?? [], (offset) => result.text.text.lineAt(offset).number).map(
        ({ figures, why }) => this.#figureLine(figures, why, result),
      ),
    ];
    for (const line of lines) this.#io.out(`${line}\n`);
    this.#findings += findings.length;
    this.#ties.push(...(checks?.ties ?? []));
    this.#figures.push(...(checks?.figures ?? []));
  };

  readonly end = (): void => {
    const { found, holding, wrong, unsure } = countTies(this.#ties);
    const open = unsure === 0 ? '' : `, ${unsure} unsure`;
    const parts =
      found === 0
        ? ''
        : `: ${holding} ${holding === 1 ? 'holds' : 'hold'}, ${wrong} ${wrong === 1 ? 'does' : 'do'} not${open}`;
    const counts: CoverageCounts = countFigures(this.#figures);
    this.#io.out(
      `${count(found, 'tie')} between figures${parts}. ${count(this.#findings, 'finding')} on numbers.\n${coverageText(counts)}\n`,
    );
  };

  #tieLine({ kind, form, verdict, message, span }: PlacedTie, { file, text }: Checked): string {
    const place = this.#paint('bold', placeName(file, text, span));
    const judged = this.#paint(STYLES[verdict], verdict);
    return `${place}  ${judged}  ${kind}  ${visible(message)}  ${this.#paint('dim', `[${form}]`)}`;
  }

  #findingLine({ rule, severity, message, span }: Told, { file, text }: Checked): string {
    const place = this.#paint('bold', placeName(file, text, span));
    return `${place}  ${this.#paint(severity, severity)}  ${rule}  ${visible(message)}`;
  }

  #figureLine(figures: readonly PlacedFigure[], why: string, { file, text }: Checked): string {
    const [first] = figures;
    const place = this.#paint('bold', placeName(file, text, first?.span ?? { from: 0, to: 0 }));
    const words = figures.map((one) => visible(one.text)).join(' · ');
    return `${place}  ${this.#paint('dim', 'not checkable')}  ${words}  ${this.#paint('dim', `[${why}]`)}`;
  }
}
