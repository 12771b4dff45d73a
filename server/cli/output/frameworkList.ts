import { type ChoiceGroup, kindInWords } from '../../features/frameworkChoices.ts';
import { tableLines } from './table.ts';

/**
 * Frameworks for people, below the inspectorate that they are of.
 * @param from where a framework's own file is, as people read it
 */
export function groupLines(
  groups: readonly ChoiceGroup[],
  from: (path: string) => string,
): readonly string[] {
  const rows = groups.flatMap(({ choices }) =>
    choices.map(({ id, kind, title, inForce = '', path }) => [
      `  ${id}`,
      kindInWords(kind),
      inForce,
      title,
      path === undefined ? '' : from(path),
    ]),
  );
  // The headings go without saying.
  const lines = tableLines(['', '', '', '', ''], rows).slice(1);
  let row = 0;
  return groups.flatMap(({ inspectorate, choices }, index) => {
    const own = lines.slice(row, row + choices.length);
    row += choices.length;
    return [...(index === 0 ? [] : ['']), inspectorate ?? 'Of no inspectorate', ...own];
  });
}

/** The same for programs. */
export function groupsJson(groups: readonly ChoiceGroup[], from: (path: string) => string): string {
  const frameworks = groups.flatMap(({ choices }) =>
    choices.map(({ id, inspectorate, kind, title, inForce, path }) => ({
      id,
      title,
      inspectorate: inspectorate ?? null,
      kind: kind ?? null,
      inForce: inForce ?? null,
      file: path === undefined ? null : from(path),
    })),
  );
  return `${JSON.stringify({ version: 1, frameworks }, undefined, 2)}\n`;
}
