import { endOfChain, isPercentAt, type Marks, mark, wholeAt } from './marks.ts';
import { isCapitalised, isSymbol, type Token } from './tokens.ts';

// Words whose number is a name, not an amount. Their plurals and short forms take a list: "sections 17 and 47".
const SINGULAR =
  'section sec subsection paragraph para article clause regulation reg rule part schedule chapter appendix annex annexe ' +
  'table figure fig chart box page p pg item recommendation priority step phase stage level tier grade band category class ' +
  'version volume vol issue question point note footnote form type line row column objective outcome standard indicator ' +
  'theme module essential session round wave room flat unit floor ward house agenda action option group key ' +
  'area act no nos chapter minute quarter bullet slide sheet file case ref reference strand goal covid milestone ' +
  'building graded scored pillar principle week day year term key domain scale';
const PLURAL =
  'sections secs ss subsections paragraphs paras articles clauses regulations regs reg rules parts schedules chapters ' +
  'appendices annexes tables figures figs charts boxes pages pp items recommendations priorities steps phases stages levels ' +
  'tiers essentials grades bands categories questions points notes forms types lines rows columns objectives outcomes standards ' +
  'options actions weeks years days quarters';

const LABELS: ReadonlySet<string> = new Set(SINGULAR.split(' '));
const LISTS: ReadonlySet<string> = new Set(PLURAL.split(' '));

/** The words that may name the number behind them. */
export const LABEL_WORDS: readonly string[] = [...LABELS, ...LISTS];

// These words are far more often nouns of their own; a number behind them is a name only with a capital: "Year 6".
const NEEDS_CAPITAL: ReadonlySet<string> = new Set(
  'week day year term weeks years days quarters case area group house no point unit line form part type file actions grades ss p'.split(
    ' ',
  ),
);
// "Quarter 2" and "Week 3" say when, where "Year 6" and "Phase 2" say which.
const TIMES: ReadonlySet<string> = new Set('week weeks day days quarter quarters term'.split(' '));
// "At that point 40 children", "this stage", "per page": the label speaks of itself, not of the number behind it.
const NO_LABEL_AFTER: ReadonlySet<string> = new Set(
  'this that last each per every previous past current financial same whole next total one a an'.split(' '),
);

function isLabel(tokens: readonly Token[], index: number, behind: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (NO_LABEL_AFTER.has(tokens[index - 1]?.lower ?? '')) return false;
  // "p. 12" and "no. 5" are short forms whatever their case; "say no 5" is not.
  if (behind > index + 1) return true;
  return !NEEDS_CAPITAL.has(token.lower) || isCapitalised(token);
}

/** `(1)` or `(a)` joined to a section number. */
function endOfSubsections(tokens: readonly Token[], index: number): number {
  let next = index;
  while (isSymbol(tokens[next], '(') && tokens[next]?.spaced === false && isSymbol(tokens[next + 2], ')'))
    next += 3;
  return next;
}

/**
 * Marks the number that the label at `index` names: `section 47`, `paragraphs 3 to 5`, `Reg 24 and 25`, `Grade 3`,
 * `page 32`, `Key Stage 4`.
 */
export function markLabel(marks: Marks, index: number): void {
  const { tokens } = marks;
  const stop = isSymbol(tokens[index + 1], '.') && tokens[index + 1]?.spaced === false ? 1 : 0;
  const at = index + 1 + stop;
  const first = tokens[at]?.kind === 'number' ? { next: at + 1 } : wholeAt(tokens, at);
  if (first === undefined || isPercentAt(tokens, first.next) || !isLabel(tokens, index, at)) return;
  if (stop === 1 && isSentenceEnd(tokens, index)) return;
  const isList = LISTS.has(tokens[index]?.lower ?? '');
  const end = endOfChain(tokens, endOfSubsections(tokens, first.next), isList);
  const isTime = TIMES.has(tokens[index]?.lower ?? '');
  mark(marks, at, endOfSubsections(tokens, end), isTime ? 'date' : 'label');
}

/** "… on this page. 45 children": only short forms take a full stop before their number. */
function isSentenceEnd(tokens: readonly Token[], index: number): boolean {
  return (tokens[index]?.text.length ?? 0) > 4;
}

/** `see 10.2`, `(10.2 below)`: another place of the document. */
export function isReference(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text.includes('.') !== true || isPercentAt(tokens, index + 1)) return false;
  const before = tokens[index - 1];
  return (
    before?.lower === 'see' ||
    (isSymbol(before, '(') && /^(?:above|below)$/.test(tokens[index + 1]?.lower ?? ''))
  );
}

/** A paragraph that was joined to the one before brings its number along: "… in need. 23. Leaders know …". */
export function isDisplaced(tokens: readonly Token[], index: number): boolean {
  if (!isSymbol(tokens[index - 1], '.')) return false;
  const [own, stop, after] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const isBetween = own?.spaced === true && isSymbol(stop, '.') && stop?.spaced === false;
  return isBetween && own.text.length <= 3 && after?.spaced === true && isCapitalised(after);
}

/** Marks a number that the passage begins with and that only counts it: `12. `, `- 5. `, `3.1 The …`, `(2)`. */
export function markParagraphNumber(marks: Marks): void {
  const { tokens } = marks;
  let index = 0;
  while (index < 3 && tokens[index]?.kind === 'symbol' && !'£%'.includes(tokens[index]?.text ?? ''))
    index += 1;
  const [number, after] = [tokens[index], tokens[index + 1]];
  if (number?.kind !== 'number' || after === undefined) return;
  const isDecimal = number.text.includes('.');
  // "6.2 25 of 44 teams": a paragraph may begin with a figure, but a row of figures is none.
  const isFigure =
    (after.kind === 'number' && (tokens[index + 2]?.kind === 'word' || isSymbol(tokens[index + 2], '%'))) ||
    isSymbol(after, '£');
  if (isDecimal && after.spaced && (isCapitalised(after) || isFigure))
    mark(marks, index, index + 1, 'paragraph');
  const isStopped = !after.spaced && (after.text === '.' || after.text === ')');
  if (!isStopped) return;
  // "(57%) …" begins with a share; "(2) …" with a number of a list.
  const isAlone = tokens[index + 2] === undefined || tokens[index + 2]?.spaced === true;
  if (isAlone && number.text.length <= (after.text === '.' ? 5 : 2))
    mark(marks, index, index + 1, 'paragraph');
}
