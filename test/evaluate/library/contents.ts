import { slugOf } from '../../../server/model/slug.ts';
import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import { slip } from '../faults/record.ts';
import { edited } from '../harmless/edit.ts';
import type { Fault, Kind } from '../kind.ts';
import type { LibraryLandmarks } from './landmarks.ts';

/** Lists of contents that do not say what there is. */
export const CONTENTS_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'contents in another order', rule: 'structure/contents-mismatch', draw: swapped },
  { name: 'contents with a slip', rule: 'structure/contents-mismatch', draw: misspelt },
  { name: 'contents with a section that is not there', rule: 'structure/contents-mismatch', draw: invented },
];

/** A right list of contents in one of its forms. */
export const CONTENTS: Kind<LibraryLandmarks> = {
  name: 'list of contents',

  draw: (document, random) => {
    const { titles, at, slugs } = outermost(document);
    if (titles.length < 3) return undefined;
    const words = listed(titles, random, slugs);
    return edited(document, [insert(at, words)], words);
  },
};

/** The outermost sections by their names, and where a list of contents would stand. */
function outermost({ sections }: LibraryLandmarks) {
  const top = Math.min(...sections.map(({ level }) => level));
  const outer = sections.filter(({ level }) => level === top);
  // A link names the whole heading, with its number and its judgement.
  const slugs = new Map(
    outer.map(({ name, headingLine }) => [name, slugOf(headingLine.text.replace(/^#+ /, ''))] as const),
  );
  return { titles: outer.map(({ name }) => name), at: outer[0]?.whole.from ?? 0, slugs };
}

function listed(titles: readonly string[], random: Random, slugs: ReadonlyMap<string, string>): string {
  let page = 1;
  const form = random.pick(['links', 'items', 'pages', 'table'] as const);
  const lines = titles.map((title) => {
    page += random.chance(0.5) ? 1 : 0;
    if (form === 'links') return `- [${title}](#${slugs.get(title) ?? slugOf(title)})`;
    if (form === 'items') return `- ${title}`;
    return form === 'pages' ? `${title}\t${page}` : `| ${title} | ${page} |`;
  });
  const header = form === 'table' ? '| Section | Page |\n| --- | --- |\n' : '';
  return `${form === 'pages' ? 'Contents' : '## Contents'}\n\n${header}${lines.join('\n')}\n\n`;
}

/** A list with a fault in it; the fault is on the list. */
function faulty(
  document: LibraryLandmarks,
  random: Random,
  altered: (titles: readonly string[]) => { readonly titles: readonly string[]; readonly wrong: string },
): Change | undefined {
  const { titles, at, slugs } = outermost(document);
  if (titles.length < 4 || new Set(titles).size < titles.length) return undefined;
  const { titles: changed, wrong } = altered(titles);
  const words = listed(changed, random, slugs);
  const place = { from: at, to: at };
  return change(document.text, [insert(at, words)], [place], wrong, /\bcontents\b/i);
}

function swapped(document: LibraryLandmarks, random: Random): Change | undefined {
  return faulty(document, random, (titles) => {
    const index = random.below(titles.length - 1);
    const [one = '', other = ''] = titles.slice(index);
    return {
      titles: [...titles.slice(0, index), other, one, ...titles.slice(index + 2)],
      wrong: `${one} and ${other} change places`,
    };
  });
}

function misspelt(document: LibraryLandmarks, random: Random): Change | undefined {
  const titles = outermost(document).titles.filter((one) => slip(one, random) !== one);
  if (titles.length === 0) return undefined;
  const title = random.pick(titles);
  const wrong = slip(title, random);
  // Not every word can be written with a slip.
  if (wrong === title) return undefined;
  return faulty(document, random, (all) => ({
    titles: all.map((one) => (one === title ? wrong : one)),
    wrong,
  }));
}

const STRANGERS = ['Legal advice', 'Glossary of terms', 'Consultation with residents'];

function invented(document: LibraryLandmarks, random: Random): Change | undefined {
  return faulty(document, random, (titles) => {
    const wrong = random.pick(STRANGERS);
    const index = 1 + random.below(titles.length);
    return { titles: [...titles.slice(0, index), wrong, ...titles.slice(index)], wrong };
  });
}
