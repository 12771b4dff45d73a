import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Line } from '../places.ts';
import type { LibraryLandmarks, LibrarySection } from './landmarks.ts';

/** Numbers, pages and groups that do not follow each other, and parts that are missing from what repeats. */
export const ORDER_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'section number skipped', rule: 'structure/section-numbering', draw: numberSkipped },
  { name: 'pages that other items have', rule: 'structure/page-order', draw: pagesTwice },
  {
    name: 'part of a repeated section lost',
    rule: 'structure/missing-pattern-section',
    draw: partOfPatternLost,
  },
  { name: 'groups of recommendations swapped', rule: 'recommendation/group-order', draw: groupsSwapped },
  {
    name: 'recommendation outside all groups',
    rule: 'recommendation/ungrouped-recommendation',
    draw: outside,
  },
];

function numberOf({ headingLine: { text } }: LibrarySection): string | undefined {
  return /^#+ (\d+)\.? /.exec(text)?.[1];
}

function numberSkipped(document: LibraryLandmarks, random: Random): Change | undefined {
  const numbered = document.sections.filter((section) => numberOf(section) !== undefined);
  // A number that stands in a list of contents, too, would be another fault.
  if (numbered.length < 3) return undefined;
  const section = random.pick(numbered.slice(1, -1));
  const number = numberOf(section) ?? '';
  const { headingLine } = section;
  const from = headingLine.from + headingLine.text.indexOf(number);
  const wrong = String(Number(number) + random.pick([-1, 1, 2]));
  const at = numbered.filter(({ parent }) => parent === section.parent).map((one) => one.headingLine);
  const edit = replace({ from, to: from + number.length }, wrong);
  return change(document.text, [edit], at, `${number} to ${wrong}`, /number|comes twice|should be/i);
}

function pagesTwice({ lines, text }: LibraryLandmarks, random: Random): Change | undefined {
  const paged = lines.flatMap((line) => {
    const pages = /\(Pages? (\d+) – (\d+)\)/.exec(line.text);
    return pages === null ? [] : [{ line, pages, first: Number(pages[1]) }];
  });
  if (paged.length < 2) return undefined;
  const { line, pages, first } = random.pick(paged.slice(1));
  const wrong = pages[0].replace(String(first), String(Math.max(1, first - 1 - random.below(4))));
  const from = line.from + pages.index;
  const edit = replace({ from, to: from + pages[0].length }, wrong);
  return change(
    text,
    [edit],
    paged.map((one) => one.line),
    wrong,
    /page/i,
  );
}

function partOfPatternLost(document: LibraryLandmarks, random: Random): Change | undefined {
  const { sections, text } = document;
  const repeated = sections.filter(
    ({ name, role }) => role?.def.required === true && sections.filter((one) => one.name === name).length > 2,
  );
  if (repeated.length === 0) return undefined;
  const { whole, parent, name } = random.pick(repeated);
  const beside = sections.filter((one) => one.parent === parent).map(({ headingLine }) => headingLine);
  const at = [...(parent === undefined ? [] : [parent.headingLine]), ...beside];
  return change(text, [replace(whole, '')], at, `${parent?.name}: no ${name}`, /is missing|has no/);
}

const GROUP = /^ *\*\*(?:Immediately|Within [a-z]+ months?):\*\*$/;

function groups({ lines }: LibraryLandmarks): readonly Line[] {
  return lines.filter(({ text }) => GROUP.test(text));
}

function groupsSwapped(document: LibraryLandmarks): Change | undefined {
  const [first, second] = groups(document);
  if (first === undefined || second === undefined) return undefined;
  const edits = [replace(first, second.text), replace(second, first.text)];
  return change(document.text, edits, [first, second], `${second.text.trim()} first`);
}

const TASKS = [
  'visit every child in care on time',
  'share plans with the families they are about',
  'read a tenth of all records each month',
];

function outside(document: LibraryLandmarks, random: Random): Change | undefined {
  const [first] = groups(document);
  if (first === undefined) return undefined;
  const indent = /^ */.exec(first.text)?.[0] ?? '';
  const item = `${indent}- ${random.pick(TASKS)}`;
  const made = change(document.text, [insert(first.from, `${item}\n\n`)], [], item.trim());
  return { ...made, at: [{ from: first.from, to: first.from + item.length }] };
}
