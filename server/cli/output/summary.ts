import { SEVERITIES, type Severity } from '../../text/problem.ts';

/** How a check went, in numbers. */
export interface Counts {
  /** How many files were checked, and in how many of them something was found. */
  readonly files: number;
  readonly filesWithFindings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** How many files and folders could not be checked. */
  readonly unchecked: number;
  /** How many files were passed over because no framework is known that they follow. */
  readonly unknown: number;
  /** How many findings baselines set aside, and how many they have that are found no more; undefined without any. */
  readonly baseline: { readonly setAside: number; readonly outdated: number } | undefined;
}

const WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['info', 'infos'],
  hint: ['hint', 'hints'],
};

/** How a check went, in a sentence or two. */
export function summarise(counts: Counts): string {
  const { files, filesWithFindings, bySeverity, unchecked, unknown } = counts;
  const passed =
    unknown === 0 ? '' : ` ${count(unknown, 'file follows', 'files follow')} no framework that is known.`;
  const failed = `${unchecked === 0 ? '' : ` ${count(unchecked, 'file')} could not be checked.`}${passed}${outdatedText(counts)}`;
  if (files === 0) return failed.trimStart();
  const setAside = counts.baseline?.setAside ?? 0;
  const total = SEVERITIES.reduce((sum, severity) => sum + bySeverity[severity], 0);
  if (total === 0 && setAside > 0) {
    const stand = `${count(setAside, 'finding stands', 'findings stand')} in the baseline`;
    return `${count(files, 'file')} checked, nothing found that is new; ${stand}.${failed}`;
  }
  if (total === 0) return `${count(files, 'file')} checked, nothing found.${failed}`;
  const parts = SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) =>
    count(bySeverity[severity], ...WORDS[severity]),
  );
  const where = files === 1 ? '1 file' : `${filesWithFindings} of ${files} files`;
  const more = setAside === 0 ? '' : ` ${count(setAside, 'more stands', 'more stand')} in the baseline.`;
  return `${count(total, 'finding')} in ${where}: ${parts.join(', ')}.${more}${failed}`;
}

function outdatedText({ baseline }: Counts): string {
  const outdated = baseline?.outdated ?? 0;
  if (outdated === 0) return '';
  const are = count(outdated, 'finding of the baseline is', 'findings of the baseline are');
  return ` ${are} found no more: --prune-baseline takes ${outdated === 1 ? 'it' : 'them'} out.`;
}

/** A number with its noun. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
