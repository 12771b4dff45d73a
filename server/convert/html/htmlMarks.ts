import type { Mark } from '../flow/flow.ts';

/** Adds what is done to words; those that go on with the words before in the same way are one stretch with them. */
export function addMark(
  marks: Mark[],
  {
    span,
    bold,
    italic,
    href,
  }: { span: Mark['span']; bold: boolean; italic: boolean; href: string | undefined },
): void {
  const last = marks.at(-1);
  const isSame =
    last !== undefined &&
    last.note === undefined &&
    last.span.to === span.from &&
    (last.bold ?? false) === bold &&
    (last.italic ?? false) === italic &&
    last.href === href;
  if (isSame) marks.pop();
  marks.push({
    span: isSame ? { from: last.span.from, to: span.to } : span,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(href === undefined ? {} : { href }),
  });
}
