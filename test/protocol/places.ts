import type { Outcome } from './outcomes.ts';

interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Where an answer changes a file of the pack. */
export function editsIn(outcome: Outcome, path: string): readonly Range[] {
  const found: Range[] = [];
  const visit = (value: unknown, isOwn: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    const file = 'textDocument' in value && JSON.stringify(value.textDocument);
    const own = file === false ? isOwn : file.includes(path);
    if (own && 'newText' in value && 'range' in value) found.push(value.range as Range);
    for (const part of Object.values(value)) visit(part, own);
  };
  if ('answer' in outcome) visit(outcome.answer, true);
  return found;
}

/** The same outcome of texts with a byte-order mark: what stands in a first line is one character further on. */
export function withMark(outcome: Outcome): Outcome {
  const text = JSON.stringify(outcome, (_, value: unknown) => {
    const isFirst = typeof value === 'object' && value !== null && 'line' in value && value.line === 0;
    return isFirst && 'character' in value ? { ...value, character: Number(value.character) + 1 } : value;
  });
  return JSON.parse(text);
}
