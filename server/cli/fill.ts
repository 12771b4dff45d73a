import { type Filled, type Filling, fillTables, type LeftEmpty } from '../features/fill.ts';
import { denormalise, editNormalised } from '../text/lineEnds.ts';
import { SourceText } from '../text/sourceText.ts';
import type { FillArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { eachDocument, type ReadDocument } from './eachDocument.ts';
import { shownFrom } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { unifiedDiff } from './output/diff.ts';
import { visible, visibleLines } from './output/screen.ts';
import { count } from './output/summary.ts';
import { replaceFile } from './write.ts';

/** `touchstone fill`: puts the figures of spreadsheets into tables of measures, and says which, and which there are none for. */
export async function fill(args: FillArgs, io: Io): Promise<number> {
  const filler = new Filler(args, io);
  const { paths, framework } = args;
  const isWhole = await eachDocument({ paths, framework, foreign: 'none' }, io, (document) =>
    filler.fill(document),
  );
  filler.end();
  return isWhole && !filler.hasFailed ? EXIT.clean : EXIT.notRun;
}

class Filler {
  hasFailed = false;
  readonly #args: FillArgs;
  readonly #io: Io;
  /** Where the output is a diff, what is said of it must stay out of it. */
  readonly #say: (text: string) => void;
  readonly #told = new Set<string>();
  #files = 0;
  #filled = 0;
  #left = 0;

  constructor(args: FillArgs, io: Io) {
    this.#args = args;
    this.#io = io;
    this.#say = args.dryRun ? io.err : io.out;
  }

  async fill({ target, loaded, packs }: ReadDocument): Promise<void> {
    await this.#sourceFaults(await packs.of(target.path));
    if (loaded.source === undefined) {
      this.#fail(target.shown, 'Only Markdown and YAML documents can be filled.');
      return;
    }
    if ((loaded.analysis.input.sources ?? []).length === 0) {
      this.#fail(
        target.shown,
        'Its touchstone.yaml names no source for its figures: say where they come from under "sources".',
      );
      return;
    }
    const filling = fillTables(loaded.analysis, this.#args.isUpdate);
    const edits = filling.filled.flatMap((one) => one.edits);
    const [from, to] = [loaded.source, editNormalised(loaded.source, edits)].map(denormalise);
    if (from === undefined || to === undefined) return;
    if (this.#args.dryRun) this.#io.out(visibleLines(unifiedDiff(target.shown, from, to), this.#io));
    else if (edits.length > 0) {
      const written = await replaceFile(target.path, to, from);
      if (!written.ok) {
        this.#fail(target.shown, written.problem);
        return;
      }
    }
    this.#tell(target.shown, filling);
  }

  #fail(shown: string, sentence: string): void {
    this.hasFailed = true;
    this.#io.err(`${visible(shown)}: ${visible(sentence)}\n`);
  }

  /** What is wrong with the sources is why figures are missing, so it is told with its line, once. */
  async #sourceFaults({ pack, file }: Awaited<ReturnType<ReadDocument['packs']['of']>>): Promise<void> {
    if (file === undefined || this.#told.has(file)) return;
    this.#told.add(file);
    const read = await readFileText(file);
    const text = SourceText.of(read.ok ? read.text : '');
    for (const { span, message } of pack.problems.get(file) ?? []) {
      const line = text.lineAt(Math.min(span.from, text.length)).number;
      this.#fail(`${shownFrom(this.#io.cwd, file)}:${line}`, message);
    }
  }

  #tell(shown: string, { filled, left }: Filling): void {
    if (filled.length > 0) this.#files += 1;
    this.#filled += filled.length;
    this.#left += left.length;
    if (filled.length === 0 && left.length === 0) return;
    const lines = [
      shown,
      ...filled.map((one) => `  ${this.#args.dryRun ? 'would fill' : 'filled'}: ${filledWords(one)}`),
      ...leftWords(left).map((words) => `  left empty: ${words}`),
    ];
    this.#say(`${lines.map(visible).join('\n')}\n\n`);
  }

  end(): void {
    const would = this.#args.dryRun ? 'to fill' : 'filled';
    const where = this.#files === 0 ? '' : ` in ${count(this.#files, 'file')}`;
    const left = this.#left === 0 ? '' : ` ${count(this.#left, 'cell has', 'cells have')} no figure.`;
    this.#say(`${count(this.#filled, 'cell')} ${would}${where}.${left}\n`);
  }
}

function filledWords({ measure, when, role, before, figure, place }: Filled): string {
  const instead = before === '' ? '' : ` in place of ${before}`;
  return `${named(measure, when)}, ${role}: ${figure}${instead}, from ${place}`;
}

/** Cells of one measure that stay empty for one reason are told together. */
function leftWords(left: readonly LeftEmpty[]): readonly string[] {
  const groups = new Map<string, LeftEmpty[]>();
  for (const one of left) {
    const key = `${one.measure}\n${one.reason}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map(([first, ...rest]) => {
    if (first === undefined) return '';
    const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
    return `${named(first.measure, first.when)}${more}. ${first.reason}`;
  });
}

function named(measure: string, when: string): string {
  return when === '' ? `"${measure}"` : `"${measure}", ${when}`;
}
