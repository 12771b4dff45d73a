import type { FieldDef, Framework } from '../../framework/framework.ts';
import { isStatusBox } from '../../framework/statusText.ts';
import { type Line, restOf } from './lines.ts';

/**
 * The lines with those cut in two that hold a title and, behind it, the name of a status with its box, as the head of
 * a table does that lost its borders: `SAFEGUARDING Priority level H X M L`.
 */
export function withBoxesApart(
  lines: readonly Line[],
  statuses: readonly FieldDef[],
  framework: Framework,
): readonly Line[] {
  const names = statuses.flatMap((def) =>
    [def.label, ...def.aliases].map((name) => ({ name, scale: framework.statuses.get(def.scale ?? '') })),
  );
  return lines.flatMap((line) => {
    for (const { name, scale } of names) {
      const at = line.text.indexOf(` ${name}`);
      const box = at < 1 ? '' : line.text.slice(at + 1 + name.length).replace(/^\s*:/, '');
      if (box.trim() === '' || scale === undefined || !isStatusBox(box, scale)) continue;
      const text = line.text.slice(0, at).trimEnd();
      const title = { ...line, text, to: line.from + text.length, raw: text };
      return [title, restOf(line, line.from + at + 1)];
    }
    return [line];
  });
}
