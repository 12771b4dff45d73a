import { normaliseName } from '../framework/name.ts';
import type { Block } from '../model/block.ts';
import type { Anchor, Column, ReportTable, Words } from './contents.ts';

/** A recommendation with a number of its own. */
export interface NumberedRecommendation {
  readonly number: number;
  readonly at: Anchor;
  /** Whether its own words say why nobody acts on it: "Not accepted", "For the police". */
  readonly isSettled: boolean;
}

/** What a row of actions says of the recommendation that it answers, in a column of that name. */
export interface ActionRoot {
  readonly action: string;
  readonly words: Words;
  /** Undefined where the words are more than numbers, or name all of them. */
  readonly numbers: readonly number[] | undefined;
  /** Whether the row above says the same, so that cells are not merged. */
  readonly isRepeated: boolean;
}

const TITLE = /^(?:(?:our|key|main|the|all|list of|summary of) ){0,2}recommendations?$/;
const LABEL = /^(?:recommendation\s|rec\.?\s?|r)\s?(\d{1,2})(?:\s?[:.)–-]\s|$)/i;

/** The recommendations of a section by their numbers: a list below a heading of that name, or what begins "Recommendation 3:". */
export function readNumberedRecommendations(
  name: string,
  heading: Block | undefined,
  own: readonly Block[],
): readonly NumberedRecommendation[] {
  const isTitled = TITLE.test(name);
  const titled = heading?.heading?.prose;
  const label = LABEL.exec(titled?.text ?? '')?.[1];
  const found: NumberedRecommendation[] =
    label === undefined || titled === undefined
      ? []
      : [
          {
            number: Number(label),
            at: { block: -1, span: titled.sourceSpan(0, titled.text.length) },
            isSettled: SETTLED.test(titled.text),
          },
        ];
  own.forEach((block, index) => {
    const [leaf] = block.leaves;
    if (leaf === undefined || (block.kind !== 'item' && block.kind !== 'paragraph')) return;
    const listed = isTitled ? block.marker?.number : undefined;
    const number = Number(LABEL.exec(leaf.prose.text)?.[1] ?? listed);
    if (Number.isInteger(number)) {
      found.push({ number, at: { block: index, span: leaf.span }, isSettled: SETTLED.test(leaf.prose.text) });
    }
  });
  // What a committee is asked to decide is nothing that actions answer.
  const isForCommittee = own.some(({ leaves: [leaf] }) => DECISION.test(leaf?.prose.text ?? ''));
  return isTitled && isForCommittee ? [] : found;
}

const SETTLED =
  /\b(?:not (?:accepted|agreed|taken forward)|rejected|declined|no (?:further )?action|completed?|closed|withdrawn|for (?:the )?(?:police|partners?|government|national|health|nhs))\b/i;
const DECISION =
  /^(?:that |to |the committee |members |cabinet |it is recommended that |(?:is|are) (?:asked|recommended) to ){0,3}(?:notes?|agrees?|approves?|endorses?|receives?|delegates?|considers?|scrutinises?|comments?)\b/i;

const COLUMN = /^rec(?:ommendation)?s?(?: (?:nos?|numbers?|refs?|references?|addressed|answered))?$/;

/** What the rows of tables of actions say of the recommendations that they answer. */
export function readRoots(tables: readonly ReportTable[]): readonly ActionRoot[] {
  return tables.flatMap((table) => {
    const index = table.columns.findIndex(({ header }) => COLUMN.test(normaliseName(header)));
    const action = table.columns.findIndex(({ part }: Column) => part === 'action');
    return table.kind !== 'actions' || index < 0 ? [] : rootsOf(table, index, action);
  });
}

function rootsOf({ body, block }: ReportTable, index: number, action: number): readonly ActionRoot[] {
  let above = '';
  return body.flatMap(({ cells }): ActionRoot[] => {
    const [cell, told] = [cells[index], cells[action]?.prose.text.trim() ?? ''];
    const text = cell?.prose.text.trim() ?? '';
    const isRepeated = text !== '' && text === above;
    above = text;
    if (cell === undefined || told === '') return [];
    const words = { text, at: { block, span: cell.span } };
    return [{ action: told, words, numbers: numbersIn(text), isRepeated }];
  });
}

const NUMBERS = /^\d{1,2}(?:(?:,|&|;|\/|and|to|-){1,2}\d{1,2}){0,30}$/;

/** "R1, R4", "Recommendations 1 to 3", "2"; nothing where nothing stands there. */
function numbersIn(text: string): readonly number[] | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text
    .toLowerCase()
    .replace(/recommendations?|recs?\b\.?|\bno\.?|(?<![\p{L}\d])r(?=\s?\d)|[\s#.]/gu, '')
    .replace(/[–—]/g, '-');
  if (plain === '') return text === '' || /^[-–—]$/.test(text) ? [] : undefined;
  if (!NUMBERS.test(plain)) return undefined;
  return [...plain.matchAll(/(\d{1,2})(?:(?:to|-)(\d{1,2}))?/g)].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  });
}

const LONGEST = 100;
