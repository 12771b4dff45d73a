import type { LineCopy } from '../../model/editing.ts';
import type { ContentsEntry } from '../../report/contentsList.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { DraftFix } from '../rule.ts';
import { type ContentsMatch, type MatchedEntry, numberOf } from './contentsMatch.ts';
import { indexRise } from './longestRise.ts';

/** A line of the new list: an entry that is kept, or one made for a section after the pattern of an entry. */
interface Line {
  readonly pattern: ContentsEntry;
  readonly section: Section | undefined;
  readonly isNew: boolean;
}

/** The fix that writes a list of contents anew; none where its entries do not each stand on lines of their own. */
export function regenerated(list: Section, match: ContentsMatch): readonly DraftFix<Span>[] {
  return [
    {
      title: 'Write the list of contents anew',
      edits: (edit) => {
        const all = match.entries.map(({ entry }) => anchorSpan(list, entry.whole));
        return edit.arrangeLines(all, copies(list, match));
      },
    },
  ];
}

function copies(list: Section, match: ContentsMatch): readonly LineCopy[] {
  const lines = newLines(match);
  const stays = staying(match);
  const counts: number[] = [];
  let page = 0;
  return lines.map((line, index) => {
    const { depth, page: own } = line.pattern;
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
    const number = Number(own?.text ?? page);
    const next = lines.slice(index + 1).find(({ pattern }) => pattern.page && stays.has(pattern));
    const fits = page <= number && number <= Number(next?.pattern.page?.text ?? number);
    // The page of what stood at a wrong place may be right all the same, unless the numbers would go backwards.
    const keepsPage = !line.isNew && (stays.has(line.pattern) || fits);
    if (keepsPage) page = number;
    return {
      of: anchorSpan(list, line.pattern.whole),
      changes: changes(list, line, match, keepsPage, counts[depth] ?? 1),
    };
  });
}

/** The entries that stand in the order of their sections. */
function staying({ entries }: ContentsMatch): ReadonlySet<ContentsEntry> {
  const placed = entries.filter(({ section }) => section !== undefined);
  const kept = indexRise(placed.map(({ section }) => section?.index ?? 0));
  return new Set(placed.filter((_, at) => kept.has(at)).map(({ entry }) => entry));
}

/** The entries in the order of their sections; what stands for none of them stays behind the one before it. */
function newLines({ entries, unlisted }: ContentsMatch): readonly Line[] {
  const groups: { readonly order: number; readonly lines: Line[] }[] = [];
  for (const { entry, section, kind } of entries) {
    if (kind === 'none') continue;
    const line = { pattern: entry, section, isNew: false };
    if (section === undefined && groups.length > 0) groups.at(-1)?.lines.push(line);
    else groups.push({ order: section?.index ?? -1, lines: [line] });
  }
  for (const section of unlisted) {
    const pattern = patternFor(section, entries);
    if (pattern !== undefined) {
      groups.push({ order: section.index, lines: [{ pattern, section, isNew: true }] });
    }
  }
  return [...groups].sort((a, b) => a.order - b.order).flatMap(({ lines }) => lines);
}

/** An entry of a section of the same level, before it if there is one. */
function patternFor(section: Section, entries: readonly MatchedEntry[]): ContentsEntry | undefined {
  const alike = entries.filter((one) => one.section?.content.level === section.content.level);
  return (alike.findLast((one) => (one.section?.index ?? 0) < section.index) ?? alike[0])?.entry;
}

function changes(
  list: Section,
  { pattern, section, isNew }: Line,
  { entries, targets }: ContentsMatch,
  keepsPage: boolean,
  count: number,
): readonly TextEdit[] {
  const found: TextEdit[] = [];
  const put = (words: ContentsEntry['page'], insert: string) => {
    if (words !== undefined && words.text !== insert)
      found.push({ span: anchorSpan(list, words.at), insert });
  };
  const kind = entries.find(({ entry }) => entry === pattern)?.kind;
  if (pattern.marker !== undefined && countsUp(entries)) put(pattern.marker, String(count));
  if (!keepsPage) put(pattern.page, '');
  if (section === undefined || (!isNew && kind === 'short')) return found;
  if (isNew || kind === 'near') put(pattern.title, section.content.title);
  const number = numberOf(section);
  if (number !== undefined) put(pattern.number, number);
  else if (isNew && pattern.number !== undefined) {
    const { from } = anchorSpan(list, pattern.number.at);
    found.push({ span: { from, to: anchorSpan(list, pattern.title.at).from }, insert: '' });
  }
  const slug = [...targets.slugs()].find(([, heading]) => heading.from === section.heading?.from)?.[0];
  const leads =
    pattern.link !== undefined && targets.ofFragment(pattern.link.text.slice(1)) === section.heading?.from;
  if (slug !== undefined && !leads) put(pattern.link, `#${slug}`);
  return found;
}

/** Whether a numbered list counts its items; "1." before each is another way. */
function countsUp(entries: readonly MatchedEntry[]): boolean {
  return entries.some(({ entry }) => Number(entry.marker?.text ?? 1) > 1);
}
