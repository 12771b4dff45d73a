import { acronymTable } from '../../report/acronymTable.ts';
import { touches } from '../../text/span.ts';
import { acronymKey } from '../../values/acronymTokens.ts';
import type { Analysis } from '../analysis.ts';
import { documentNames } from '../names/documentNames.ts';
import type { AcronymThing, Named, PlaceThing } from '../names/thing.ts';
import { firstWords, plain } from '../plain.ts';
import type { Hover } from './answer.ts';
import { sectionText } from './framework.ts';
import { measureHover } from './measure.ts';

/** What the name at `offset` stands for: an acronym, a place of the document that words or a link lead to, a footnote. */
export function nameHover(analysis: Analysis, offset: number): Hover | undefined {
  const names = documentNames(analysis);
  const named = names.at(offset);
  // Where something is named in a longer stretch, such as a row of the contents, the cursor may be beside the name.
  if (named === undefined || !touches(named.span, offset)) return undefined;
  const { thing, span } = named;
  if (thing.kind === 'acronym') return acronymHover(analysis, thing, named);
  if (thing.kind === 'measure') return measureHover(analysis, thing, span);
  if (thing.kind === 'section') {
    const role = analysis.report.vocabulary?.sectionsById.get(thing.id);
    return role && { markdown: sectionText(role), span };
  }
  if (thing.kind !== 'place' && thing.kind !== 'footnote') return undefined;
  const shown = names.shown(thing);
  // Whoever is there already sees it.
  if (shown === undefined || touches(shown.span, offset)) return undefined;
  const label = thing.kind === 'footnote' ? 'Footnote' : labelOf(thing);
  return { markdown: shown.markdown, span, places: [{ label, span: shown.span }] };
}

function labelOf({ fragments }: PlaceThing): string {
  return fragments.length > 0 ? 'Heading' : 'Text';
}

/** What an acronym stands for: as the document explains it, or else as its framework and pack do. */
function acronymHover(
  { report, memo, input }: Analysis,
  thing: AcronymThing,
  named: Named,
): Hover | undefined {
  if (memo === undefined) return undefined;
  const { acronyms, dictionary } = acronymTable(report, memo.acronyms);
  const key = acronymKey(thing.name);
  const [meaning] = acronyms.get(key)?.meanings ?? [];
  const words = meaning?.words ?? dictionary.get(key);
  if (words === undefined && meaning === undefined) return undefined;
  const explained = meaning && input.text.slice(meaning.at.from, meaning.at.to).trim();
  const text = words ?? (explained === thing.name ? undefined : explained);
  const behind = text === undefined ? '' : `: ${firstWords(text, MOST)}`;
  return {
    markdown: `**${plain(thing.name)}**${behind}`,
    span: named.span,
    ...(meaning === undefined ? {} : { places: [{ label: 'Explained', span: meaning.at }] }),
  };
}

const MOST = 200;
