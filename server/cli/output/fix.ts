import type { AppliedFix } from '../../features/fixAll.ts';
import type { Io } from '../io.ts';
import type { FileResult, Output } from '../result.ts';
import { type Paint, painter } from './colours.ts';
import { visible } from './screen.ts';
import { type Counts, count, summarise } from './summary.ts';
import { uncheckedLines } from './text.ts';

/** What was mended, for people: file by file, with what is left. */
export class FixOutput implements Output {
  readonly #io: Io;
  readonly #say: (text: string) => void;
  readonly #dryRun: boolean;
  readonly #paint: Paint;
  readonly #applied = new Map<string, readonly AppliedFix[]>();

  constructor(io: Io, say: (text: string) => void, dryRun: boolean) {
    this.#io = io;
    this.#say = say;
    this.#dryRun = dryRun;
    this.#paint = painter('auto', io);
  }

  /** Notes what was done to a file before it is shown. */
  fixed(file: string, applied: readonly AppliedFix[]): void {
    this.#applied.set(file, applied);
  }

  readonly file = (result: FileResult): void => {
    if (!result.checked) {
      this.#io.err(uncheckedLines(result, this.#paint, 'not fixed'));
      return;
    }
    const applied = this.#applied.get(result.file) ?? [];
    if (applied.length === 0 && result.findings.length === 0) return;
    const done = this.#dryRun ? 'would fix:' : 'fixed:';
    const lines = [
      this.#paint('bold', visible(result.file)),
      ...tallied(applied).map((one) => `  ${this.#paint('dim', done)} ${visible(one)}`),
      ...(result.findings.length === 0 ? [] : [`  ${count(result.findings.length, 'finding')} left`]),
    ];
    this.#say(`${lines.join('\n')}\n\n`);
  };

  readonly end = (counts: Counts): void => {
    if (counts.files + counts.unchecked === 0) return;
    const all = [...this.#applied.values()];
    const fixes = count(
      all.reduce((sum, { length }) => sum + length, 0),
      'fix',
      'fixes',
    );
    const would = this.#dryRun ? ' to apply' : ' applied';
    const where = all.length === 0 ? '' : ` in ${count(all.length, 'file')}`;
    this.#say(`${fixes}${would}${where}. ${leftOver(counts)}\n`);
  };
}

/** Each fix once, with how many times it was applied. */
function tallied(applied: readonly AppliedFix[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { rule, title } of applied) {
    const words = `${title} (${rule})`;
    times.set(words, (times.get(words) ?? 0) + 1);
  }
  return [...times].map(([words, number]) => (number === 1 ? words : `${words}, ${number} times`));
}

function leftOver(counts: Counts): string {
  if (counts.filesWithFindings === 0) return summarise(counts).replace('nothing found', 'nothing left');
  return `Left: ${summarise(counts)}`;
}
