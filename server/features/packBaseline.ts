import { metaValueEdit } from '../model/yamlWriting.ts';
import type { Written } from '../report/sources/sourceDef.ts';
import { readConfig } from '../rules/config.ts';
import { sameAddress } from '../text/address.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Host } from '../text/host.ts';
import type { Problem } from '../text/problem.ts';
import { type BaselineEntry, type BaselineRead, readBaseline } from './baseline.ts';
import { isElsewhere } from './packSources.ts';

/** A baseline file as it was when its pack was loaded. */
export interface PackBaseline {
  /** The path of the file as `touchstone.yaml` has it. */
  readonly named: string;
  /** The path of the file. */
  readonly file: string;
  /** Undefined where there is no file that can be read. */
  readonly read: BaselineRead | undefined;
}

/** The name that a baseline has where nobody gives it another. */
export const BASELINE_NAME = 'touchstone-baseline.json';

/** Whether a name may be that of a baseline. */
export function isBaselineName(path: string): boolean {
  return /\.json$/i.test(path);
}

/** Reads the baseline that a `touchstone.yaml` names; undefined where it names none, or none that could be one. */
export async function loadBaseline(
  host: Host,
  folder: string,
  named: Written | undefined,
): Promise<PackBaseline | undefined> {
  if (named === undefined || nameFault(named.text) !== undefined) return undefined;
  const file = host.resolve(folder, named.text);
  const bytes = await host.read(file);
  return { named: named.text, file, read: bytes && readBaselineBytes(bytes) };
}

/** Reads the bytes of a baseline file. */
export function readBaselineBytes(bytes: Uint8Array): BaselineRead {
  try {
    return readBaseline(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, problem: 'It is no text in UTF-8.' };
  }
}

/** What is wrong with the baseline that the text of a `touchstone.yaml` names. */
export function baselineProblems(
  named: Written | undefined,
  loaded: PackBaseline | undefined,
): readonly Problem[] {
  if (named === undefined) return [];
  const { text, span } = named;
  const fault = nameFault(text);
  if (fault !== undefined) return [{ span, message: fault }];
  // Of a file that is named by what is not saved yet nothing is known.
  if (loaded?.named !== text) return [];
  if (loaded.read === undefined) {
    const message = `There is no file "${text}" to be read, so nothing is set aside. In VS Code "Set aside all present findings" writes it, and on the command line "touchstone check --write-baseline ${text}".`;
    return [{ span, message }];
  }
  if (loaded.read.ok) return [];
  return [
    {
      span,
      message: `"${text}" cannot be read as a baseline, so nothing is set aside. ${loaded.read.problem}`,
    },
  ];
}

/** How a `touchstone.yaml` comes to name a baseline. */
interface BaselineNaming {
  /** The line that it needs. */
  readonly line: string;
  /** What puts it there; undefined where the text is such that its author has to. */
  readonly edits: readonly TextEdit[] | undefined;
}

/**
 * Has a `touchstone.yaml` name a baseline.
 * @param text of the file, which names none yet
 * @param named the path of the baseline from its folder
 */
export function namingEdits(text: string, named: string): BaselineNaming {
  const [whole] = metaValueEdit('', 0, 'baseline', named);
  const line = (whole?.insert ?? '').trimEnd();
  const edits = metaValueEdit(text, 0, 'baseline', named);
  const [before, after] = [readConfig(text), readConfig(applyEdits(text, edits))];
  const isRead = after.config.baseline?.text === named && after.problems.length <= before.problems.length;
  return { line, edits: isRead ? edits : undefined };
}

function nameFault(text: string): string | undefined {
  if (isElsewhere(text)) {
    return `"${text}" is no path from the folder of touchstone.yaml: write one such as ${BASELINE_NAME}.`;
  }
  if (isBaselineName(text)) return undefined;
  return `"${text}" is no baseline: the name of one ends in .json, such as ${BASELINE_NAME}.`;
}

/** What a baseline sets aside of each document, by the path of the document. */
export function acceptedBy(
  host: Host,
  { file, read }: Pick<PackBaseline, 'file' | 'read'>,
): (path: string) => readonly BaselineEntry[] {
  if (read?.ok !== true) return () => [];
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const { files } = read.baseline;
  const byAddress = new Map(
    [...files].map(([path, entries]) => [sameAddress(host.resolve(folder, path)), entries]),
  );
  return (path) => byAddress.get(sameAddress(path)) ?? [];
}
