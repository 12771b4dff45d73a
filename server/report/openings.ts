import type { Block } from '../model/block.ts';
import type { Reference } from '../model/reference.ts';

/** What a passage opens with that others may refer to: `10.3`, `Table 2`. */
const NAME =
  /^(?:(paragraph|section|appendix|annex|table|figure|chart)\s+)?(\d+(?:\.\d+)*|[A-Z]\d*)(?![\p{L}\d])/iu;
const NOUNS: Readonly<Record<string, Reference['kind']>> = { annex: 'appendix', chart: 'figure' };

/** What the passages of a block open with that others may refer to, by kind where one is said: `10.3`, `table 2`. */
export function openingNames({ leaves }: Block): readonly string[] {
  return leaves.flatMap(({ prose }) => {
    const [whole, noun, name = ''] = NAME.exec(prose.text) ?? [];
    if (whole === undefined) return [];
    const word = noun?.toLowerCase() ?? '';
    return [noun === undefined ? name : `${NOUNS[word] ?? word} ${name}`];
  });
}

/** The numbers that a heading, or a paragraph and its lines, open with. */
export function openingNumbers({ heading, number, leaves }: Block): readonly string[] {
  if (heading !== undefined) return heading.number === undefined ? [] : [heading.number];
  const lines = leaves.flatMap(({ prose }) => /^[\d.]*\d/.exec(prose.text)?.[0] ?? []);
  return number === undefined ? lines : [number.text, ...lines];
}
