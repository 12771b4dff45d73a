import { countTies, type PlacedTie } from '../../features/ties.ts';
import type { Io } from '../io.ts';
import type { Checked, FileResult, Output } from '../result.ts';
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

/** Every tie between figures on a line of its own, those that hold too, and how many there are of each. */
export class NumbersOutput implements Output {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #ties: PlacedTie[] = [];
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
    const ties = result.ties?.() ?? [];
    for (const tie of ties) {
      this.#ties.push(tie);
      this.#io.out(`${this.#line(tie, result)}\n`);
    }
    this.#findings += result.findings.filter(({ rule }) => rule.startsWith('number/')).length;
  };

  readonly end = (): void => {
    const { found, holding, wrong, unsure } = countTies(this.#ties);
    const open = unsure === 0 ? '' : `, ${unsure} unsure`;
    const parts =
      found === 0
        ? ''
        : `: ${holding} ${holding === 1 ? 'holds' : 'hold'}, ${wrong} ${wrong === 1 ? 'does' : 'do'} not${open}`;
    this.#io.out(
      `${count(found, 'tie')} between figures${parts}. ${count(this.#findings, 'finding')} on numbers.\n`,
    );
  };

  #line({ kind, form, verdict, message, span }: PlacedTie, { file, text }: Checked): string {
    const place = this.#paint('bold', placeName(file, text, span));
    const judged = this.#paint(STYLES[verdict], verdict);
    return `${place}  ${judged}  ${kind}  ${visible(message)}  ${this.#paint('dim', `[${form}]`)}`;
  }
}
