import assert from 'node:assert/strict';
import { CommandLine, checkInProcess, type Outcome } from './process.ts';

export const FIELDS = 'framework: ofsted-safeguarding-2012\ntitle: A report\n';

/** What a file may take, on a machine on which a short report takes a quarter of a second. */
const SECONDS = 2;
const START = 0.25;

/** Checks files with what is shipped, and asserts what holds of all files, whatever is in them. */
export class Trial {
  #slow = 1;
  #commandLine: CommandLine | undefined;

  /** Finds out how fast this machine is. */
  async begin(): Promise<void> {
    const { seconds } = await checkInProcess(this.commandLine, [['a.report.md', asMarkdown('Text.')]]);
    this.#slow = Math.max(1, seconds / START);
  }

  end(): void {
    this.#commandLine?.remove();
  }

  get commandLine(): CommandLine {
    this.#commandLine ??= new CommandLine();
    return this.#commandLine;
  }

  /** Nothing crashed, nothing took for ever, and all files were looked at. */
  async check(files: Readonly<Record<string, string>>): Promise<Outcome> {
    const names = Object.keys(files);
    const outcome = await checkInProcess(this.commandLine, Object.entries(files));
    const { code, signal, err, seconds, said } = outcome;
    assert.equal(signal, null, err.slice(0, 500));
    assert.ok(code === 1 || code === 2, `It ended with ${code}: ${err.slice(0, 500)}`);
    assert.equal(err, '');
    const most = SECONDS * this.#slow * names.length;
    assert.ok(seconds < most, `It took ${seconds.toFixed(1)} s of ${most.toFixed(1)} s.`);
    assert.deepEqual(Object.keys(said).sort(), names.sort());
    assert.ok(!JSON.stringify(said).includes('crashed'), JSON.stringify(said));
    return outcome;
  }
}

/** What is wrong with the text itself. */
export function faults({ said }: Outcome, file: string): readonly string[] {
  return (said[file] ?? []).filter((rule) => rule.startsWith('syntax/'));
}

export function asMarkdown(text: string): string {
  return `---\n${FIELDS}---\n\n# A report\n\n## Service information\n\n${text}\n`;
}

export function asYaml(text: string): string {
  const body = text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return `${FIELDS}sections:\n  - heading: Service information\n    body: |\n${body}\n`;
}
