import { type Analysis, analyse } from '../../../server/features/analysis.ts';
import { placeSpan } from '../../../server/model/block.ts';
import { figuresOf } from '../../../server/numbers/coverage.ts';
import type { Finding } from '../../../server/text/problem.ts';
import type { Span } from '../../../server/text/span.ts';
import type { Quantity } from '../../../server/values/quantity.ts';
import { Random } from '../../incremental/random.ts';
import { numberInWords } from './numberInWords.ts';

/** A figure of a document, wherever it stands. */
interface Place {
  readonly at: Span;
  readonly text: string;
  readonly inTable: boolean;
  readonly quantity: Quantity;
  /** The sentence before the figure and behind it; in a table its cell. */
  readonly before: string;
  readonly after: string;
}

interface Edit {
  readonly at: Span;
  readonly insert: string;
}

/** A way to say the same: undefined where it does not apply. */
type Rewrite = (place: Place) => Edit | undefined;

/** What became of one edit that says the same as before. */
export interface HarmlessEdit {
  readonly kind: string;
  readonly line: string;
  /** What is said of figures now, where it is more than before. */
  readonly fresh: readonly Finding[];
}

const instead =
  (write: (place: Place) => string | undefined): Rewrite =>
  (place) => {
    const insert = write(place);
    return insert === undefined || insert === place.text ? undefined : { at: place.at, insert };
  };

const inProse =
  (rewrite: Rewrite): Rewrite =>
  (place) =>
    place.inTable ? undefined : rewrite(place);

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const TIME = new RegExp(`,? (in ${MONTH.source}(?: 20\\d\\d)?)\\.$`);

const REWRITES: Readonly<Record<string, Rewrite>> = {
  '% to per cent': inProse(instead(({ text }) => text.replace(/(\d)%$/, '$1 per cent'))),
  'a blank before %': instead(({ text }) => text.replace(/(\d)%$/, '$1 %')),
  'fewer decimals': instead(fewerDecimals),
  'thousands separated': instead(({ text }) => (/^\d{4,6}$/.test(text) ? withCommas(text) : undefined)),
  'thousands together': inProse(
    instead(({ text }) => (/^\d{1,3},\d{3}$/.test(text) ? notYear(text) : undefined)),
  ),
  'digits to words': inProse(
    instead(({ text }) => (/^\d{1,3}$/.test(text) ? numberInWords(Number(text)) : undefined)),
  ),
  'a qualifier added': inProse(qualified),
  'in bold': inProse(instead(({ text, before }) => (/[*_`]$/.test(before) ? undefined : `**${text}**`))),
  'the time put first': inProse(timeFirst),
  'a clause before it': inProse(clauseBefore),
};

function fewerDecimals({ text, quantity }: Place): string | undefined {
  const { kind, qualifier } = quantity;
  const match = /^(\d+\.\d+)(%)$/.exec(text);
  if (kind !== 'percentage' || qualifier !== 'exact' || match === null) return undefined;
  const [, number = '', sign = ''] = match;
  const places = number.length - number.indexOf('.') - 1;
  // What ends in 5 is rounded up by some and to the even digit by others.
  return number.endsWith('5') ? undefined : `${Number(number).toFixed(places - 1)}${sign}`;
}

function withCommas(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function notYear(text: string): string | undefined {
  const digits = text.replace(',', '');
  return /^(?:19|20)\d\d$/.test(digits) ? undefined : digits;
}

/** "about" loosens a figure that is exact; it does not stand behind another qualifier, an article or a list's mark. */
function qualified({ at, text, before, quantity }: Place): Edit | undefined {
  const isPlain =
    quantity.qualifier === 'exact' && (quantity.kind === 'count' || quantity.kind === 'percentage');
  if (!isPlain || !/(?:^|[a-z,] |\()$/.test(before) || /\b(?:all|the|first|of|than) $/.test(before))
    return undefined;
  return { at, insert: `${before === '' ? 'About' : 'about'} ${text}` };
}

function timeFirst({ at, text, before, after }: Place): Edit | undefined {
  const match = TIME.exec(after);
  const from = at.from - before.length;
  if (match === null) return undefined;
  const [time = ''] = match.slice(1);
  const sentence = `${before}${text}${after.slice(0, match.index)}`;
  // What has two times, or two clauses, says something else when one of them is moved.
  if (MONTH.test(sentence) || /[;:]/.test(sentence)) return undefined;
  const insert = `${time.replace(/^i/, 'I')}, ${lowered(sentence)}.`;
  return { at: { from, to: at.to + after.length }, insert };
}

function clauseBefore({ at, text, before }: Place): Edit | undefined {
  const from = at.from - before.length;
  if (!/^[A-Z][a-z]|^$/.test(before)) return undefined;
  return { at: { from, to: at.to }, insert: `According to the latest return, ${lowered(before)}${text}` };
}

/** A name keeps its capital; what else begins a sentence loses it. */
function lowered(sentence: string): string {
  return /^(?:The|A|An|Of|In|By|From|On|Two|Three|Five|All|Most|Some|Visits|Casework|Professional|Vacancies|Decisions|Contacts)\b/.test(
    sentence,
  )
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

/** Every figure of a document with the sentence that it stands in. */
function placesIn({ report, input }: Analysis): readonly Place[] {
  const text = input.text.toString();
  const placed = report.sections.flatMap(({ heading, own }) => [...(heading ? [heading] : []), ...own]);
  return placed.flatMap((block) =>
    figuresOf(block.block).flatMap(({ at, inTable, quantity }): readonly Place[] => {
      if (quantity === undefined) return [];
      const span = placeSpan(block, at);
      const written = text.slice(span.from, span.to);
      if (written.includes('\n')) return [];
      const ahead = text.slice(Math.max(0, span.from - 400), span.from);
      const before =
        /(?:^|\n *(?:[-*] |\d+\.(?:\d+)? )?|[.!?] (?=[A-Z0-9]|$)|\| )([^\n|]*)$/.exec(
          cutAtSentence(ahead),
        )?.[1] ?? '';
      const after =
        /^[^\n|]*?(?:\.(?= |\n|$)|(?=\n|\||$))/.exec(text.slice(span.to, span.to + 400))?.[0] ?? '';
      // A row's label says which row it is, also where it reads like a sentence.
      const isInTable = inTable || block.block.kind === 'table';
      return [{ at: span, text: written, inTable: isInTable, quantity, before, after }];
    }),
  );
}

/** What stands behind the last full stop. */
function cutAtSentence(ahead: string): string {
  const line = ahead.slice(ahead.lastIndexOf('\n'));
  const stops = [...line.matchAll(/[a-z)%\d][.!?] (?=[A-Z\d]|$)/g)];
  const last = stops.at(-1);
  return last === undefined ? line : `\n${line.slice(last.index + last[0].length)}`;
}

/** Says the same otherwise, `times` times, each time in the document as it was. */
export function rewritten(analysis: Analysis, seed: number, times: number): readonly HarmlessEdit[] {
  const places = placesIn(analysis);
  const kinds = Object.entries(REWRITES).map(([kind, rewrite]) =>
    places.flatMap((place) => {
      const edit = rewrite(place);
      return edit === undefined ? [] : [{ kind, edit }];
    }),
  );
  return drawn(kinds, new Random(seed), times).map(({ kind, edit: { at, insert } }) => {
    const version = analyse(
      { ...analysis.input, text: analysis.input.text.replace(at, insert) },
      { analysis, change: { old: at, now: { from: at.from, to: at.from + insert.length } } },
    );
    const line = version.input.text.lineAt(at.from).text;
    return { kind, line, fresh: more(analysis.findings, version.findings) };
  });
}

/** Findings on figures of rules that find more than before: those that were made may name the figure as it is written now. */
function more(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const of = (findings: readonly Finding[], rule: string) => findings.filter((one) => one.rule === rule);
  const rules = new Set(after.map(({ rule }) => rule).filter((rule) => /^(?:number|measure)\//.test(rule)));
  return [...rules].flatMap((rule) => {
    const [was, is] = [of(before, rule), of(after, rule)];
    return is.length <= was.length
      ? []
      : is.filter(({ message }) => !was.some((one) => one.message === message));
  });
}

/** So many of all, of each kind as many as of any other while there are any. */
function drawn<T>(kinds: readonly (readonly T[])[], random: Random, times: number): readonly T[] {
  const left = kinds.map((own) => [...own]);
  const all: T[] = [];
  while (all.length < times && left.some((own) => own.length > 0))
    for (const own of left) if (own.length > 0) all.push(...own.splice(random.below(own.length), 1));
  return all.slice(0, times);
}
