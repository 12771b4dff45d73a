import type { Analysis } from '../analysis.ts';
import { scaffold } from '../scaffold.ts';
import { withTabStops } from '../snippetText.ts';
import type { Draft } from './item.ts';

/** A whole document of each framework, where nothing but a word that is being typed stands in the file yet. */
export function beginningDrafts({ input, ours }: Analysis, offset: number): readonly Draft[] {
  const { library, syntax, text } = input;
  const { from, to } = text.lineAt(offset);
  const isBegun = text.length <= LONGEST && /^\s*(?:[a-z][\w-]*)?\s*$/i.test(text.toString());
  if (!ours || !isBegun || text.slice(offset, text.length).trim() !== '') return [];
  return library.ids().flatMap((id): Draft[] => {
    const entry = library.get(id);
    if (entry === undefined) return [];
    const { title, inspectorate } = entry.vocabulary.framework;
    const whole = scaffold({ entry, syntax, answers: new Map() });
    return [
      {
        label: title,
        kind: 'section',
        detail: `A document of "${id}"`,
        documentation: inspectorate,
        span: { from, to },
        insert: withTabStops(whole),
        snippet: true,
        filter: `${id} ${title}`,
      },
    ];
  });
}

/** More than this is no word. */
const LONGEST = 60;
