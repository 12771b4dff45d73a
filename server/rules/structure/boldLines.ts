import { normaliseName } from '../../framework/name.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';

/** A line in bold that stands where a heading would, as in a text that came from a word processor. */
export interface BoldLine {
  readonly placed: PlacedBlock;
  /** In the document. */
  readonly span: Span;
  readonly text: string;
  /** The level that a heading in its place would have. */
  readonly level: number;
}

/** The line in bold, alone in its paragraph, that has the name of a section. */
export function boldLineOf(role: SectionRole, sections: readonly Section[]): BoldLine | undefined {
  const { def } = role;
  const names = new Set([def.heading, ...def.aliases].map(normaliseName));
  for (const section of sections) {
    for (const placed of section.own) {
      const text = boldText(placed);
      if (text === undefined || !names.has(normaliseName(text))) continue;
      const span = placeSpan(placed, { from: 0, to: placed.block.source.trimEnd().length });
      return { placed, span, text, level: Math.min(6, levelIn(section, role)) };
    }
  }
  return undefined;
}

/** The level of a section that begins within another: below what it belongs to, beside what it does not. */
function levelIn({ content, heading, parent }: Section, role: SectionRole): number {
  const isBeside = heading !== undefined && content.role !== undefined && content.role !== role.parent;
  if (!isBeside) return content.level + 1;
  return parent === undefined ? content.level : levelIn(parent, role);
}

/** What a paragraph says that is one line, all of it in bold. */
function boldText({ block: { kind, leaves, source } }: PlacedBlock): string | undefined {
  const [prose] = leaves.map((leaf) => leaf.prose);
  const [bold] = prose?.strong ?? [];
  if (kind !== 'paragraph' || prose === undefined || bold === undefined || source.trim().includes('\n'))
    return undefined;
  const isWhole = bold.from === 0 && bold.to >= prose.text.replace(/[\s:]+$/, '').length;
  return isWhole ? prose.text.replace(/[\s:]+$/, '') : undefined;
}
