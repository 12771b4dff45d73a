import type { Framework } from '../framework/framework.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Syntax } from '../model/model.ts';
import { newSection } from '../model/newDocument.ts';
import type { Span } from '../text/span.ts';
import { settled } from './gapMarks.ts';
import type { Scaffold } from './scaffold.ts';
import { ScaffoldSections } from './scaffoldSections.ts';

/** A section as a snippet with tab stops; undefined for one that only holds others. */
export function sectionSnippet(
  vocabulary: Vocabulary,
  role: SectionRole,
  syntax: Syntax,
): string | undefined {
  const section = new ScaffoldSections(vocabulary).one(role);
  if (section === undefined) return undefined;
  const made = settled(newSection(section, role.depth, syntax));
  return withTabStops(made, numbersIn(made.text, vocabulary.framework));
}

/** What one tab stop fills in, at each of its places. */
type Stop = readonly Span[];

/** The text of a document up to `end` as a snippet, with tab stops where something is to be filled in. */
export function withTabStops(
  { text, gaps }: Scaffold,
  numbers: readonly Stop[] = [],
  end = text.length,
): string {
  const stops = [...gaps.map((gap) => [gap]), ...numbers].sort(
    (a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0),
  );
  const places = stops.flatMap((spans, index) => spans.map((span) => ({ ...span, stop: index + 1 })));
  let at = 0;
  let snippet = '';
  for (const { from, to, stop } of places.sort((a, b) => a.from - b.from)) {
    if (to > end) break;
    snippet += `${literal(text.slice(at, from))}\${${stop}:${literal(text.slice(from, to))}}`;
    at = to;
  }
  return (snippet + literal(text.slice(at, end))).trimEnd();
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const PARAGRAPH = /^ *(\d+)(?=\. )/gm;
const SECTION = /^(?:#+ (\d+)(?=\. )| +number: "(\d+)"| *(\d+)(?=\.\d+ ))/gm;

/** The numbers of paragraphs, and of a section with its paragraphs: only the author knows how far the document has come. */
function numbersIn(text: string, { numbering }: Framework): readonly Stop[] {
  if (numbering === 'none') return [];
  const found = [...text.matchAll(numbering === 'document' ? PARAGRAPH : SECTION)].map((match) => {
    const number = match.slice(1).find((one) => one !== undefined) ?? '';
    const from = match.index + match[0].lastIndexOf(number);
    return { from, to: from + number.length };
  });
  if (found.length === 0) return [];
  return numbering === 'document' ? found.map((span) => [span]) : [found];
}
