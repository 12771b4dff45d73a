import type { ExampleFailure, ExampleResult } from '../../features/examples.ts';
import type { Io } from '../io.ts';
import type { FileText } from '../position.ts';
import type { TestedFramework, TestOutput, TestTotals, UnreadExample } from '../tested.ts';
import type { Paint } from './colours.ts';
import { visible } from './screen.ts';
import { count } from './summary.ts';
import { hanging, widthFor } from './wrap.ts';

/** What comes of the tests, for people. */
export class TextTests implements TestOutput {
  readonly #io: Io;
  readonly #paint: Paint;
  readonly #quiet: boolean;

  constructor(io: Io, paint: Paint, quiet: boolean) {
    this.#io = io;
    this.#paint = paint;
    this.#quiet = quiet;
  }

  readonly framework = (tested: TestedFramework): void => {
    const { id, file, faults, results } = tested;
    const lines = results.flatMap((result) => this.#example(result, tested));
    if (faults > 0) lines.unshift(`  ${this.#paint('error', '✗')} ${faultSentence(file, faults)}`);
    if (lines.length === 0 && this.#quiet) return;
    if (results.length === 0) lines.push(this.#paint('dim', '  It has no examples.'));
    const origin = this.#paint('dim', `(${file ?? 'shipped'})`);
    this.#io.out(`${[`${this.#paint('bold', visible(id))} ${origin}`, ...lines].join('\n')}\n\n`);
  };

  readonly end = ({ frameworks, held, failed, unread }: TestTotals): void => {
    const parts = [
      `${count(held, 'example holds', 'examples hold')}`,
      ...(failed > 0 ? [`${failed} ${failed === 1 ? 'fails' : 'fail'}`] : []),
      ...(unread > 0 ? [`${unread} could not be read`] : []),
    ];
    this.#io.out(`${count(frameworks, 'framework')} tested: ${parts.join(', ')}.\n`);
  };

  #example(result: ExampleResult | UnreadExample, { text, file }: TestedFramework): string[] {
    const name = visible(result.example.name);
    if ('problem' in result) {
      return [`  ${this.#paint('error', '✗')} ${name}`, `      ${visible(result.problem)}`];
    }
    if (result.failures.length === 0) return this.#quiet ? [] : [`  ${this.#paint('hint', '✓')} ${name}`];
    return [
      `  ${this.#paint('error', '✗')} ${name}`,
      ...result.failures.flatMap((failure) => this.#failure(failure, result, text, file)),
    ];
  }

  #failure(
    { at, line, message }: ExampleFailure,
    { example }: ExampleResult,
    text: FileText,
    file: string | undefined,
  ): readonly string[] {
    const place = text.at(at.from);
    const inFile = example.text === undefined && line !== undefined ? ` (${example.file?.path}:${line})` : '';
    const where = `${visible(file ?? 'line ')}${file === undefined ? '' : ':'}${place.line}:${place.column}`;
    return [
      `      ${this.#paint('bold', where)}${visible(inFile)}`,
      ...hanging('        ', visible(message), widthFor(this.#io)),
    ];
  }
}

function faultSentence(file: string | undefined, faults: number): string {
  const check = file === undefined ? '' : ` "touchstone check ${visible(file)}" lists them.`;
  return `The framework file has ${count(faults, 'fault')}.${check}`;
}

/** What comes of the tests, for programs. */
export class JsonTests implements TestOutput {
  readonly #io: Io;
  readonly #frameworks: object[] = [];

  constructor(io: Io) {
    this.#io = io;
  }

  readonly framework = ({ id, file, text, faults, results }: TestedFramework): void => {
    this.#frameworks.push({
      id,
      file: file ?? null,
      faults,
      examples: results.map((result) => ({
        name: result.example.name,
        start: text.at(result.example.at.from),
        holds: !('problem' in result) && result.failures.length === 0,
        ...('problem' in result ? { problem: result.problem } : {}),
        failures: 'problem' in result ? [] : result.failures.map((failure) => entry(failure, text)),
      })),
    });
  };

  readonly end = ({ frameworks, held, failed, unread }: TestTotals): void => {
    const summary = { frameworks, held, failed, unread };
    const value = { version: 1, frameworks: this.#frameworks, summary };
    this.#io.out(`${JSON.stringify(value, undefined, 2)}\n`);
  };
}

function entry({ kind, rule, at, line, message }: ExampleFailure, text: FileText): object {
  return { kind, rule, start: text.at(at.from), end: text.at(at.to), line: line ?? null, message };
}
