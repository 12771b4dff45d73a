import type { StatusScale, StatusValue } from './framework.ts';
import { normaliseName } from './name.ts';
import { statusOfMarks, withoutFormerStatus } from './statusForms.ts';

/** A status as it was met in a text. */
export interface StatusText {
  readonly value: StatusValue;
  /** Where its words stand in the text. */
  readonly from: number;
  readonly to: number;
}

const TICK = String.raw`(?:\[[xX✓✔]\]|[xX](?![\p{L}\p{N}])|[✓✔✗✘☑☒■●⬛])`;
const NO_TICK = String.raw`(?:\[\s?\]|[☐□○◻⬜])`;
const BEFORE = new RegExp(`(${TICK})\\s*$`, 'u');
const BEHIND = new RegExp(`^[\\s:–-]*(${TICK})`, 'u');
const BOX_BEFORE = new RegExp(`(?:${TICK}|${NO_TICK})\\s*$`, 'u');

/**
 * Reads a status: a label alone (`On target`) or with what it was before (`On target (was At risk)`), a coloured mark, or
 * a box with all labels of which one is ticked (`☒ On target ☐ At risk`, `On target X At risk`). Gives undefined where none
 * or several are ticked.
 */
export function readStatus(written: string, scale: StatusScale): StatusText | undefined {
  const text = withoutFormerStatus(written);
  const found = statusMentions(text, scale);
  const [only] = found;
  const marked = only === undefined ? statusOfMarks(text, scale) : undefined;
  if (marked !== undefined) return { value: marked, from: 0, to: written.length };
  if (only !== undefined && found.length === 1 && isAlone(text, only)) return only;
  const ticked = tickedOf(text, found);
  return ticked.length === 1 ? ticked[0] : undefined;
}

/** The status that a label or alias names; case and punctuation do not count. */
export function statusNamed(name: string, scale: StatusScale): StatusValue | undefined {
  const wanted = normaliseName(name);
  return scale.values.find(({ label, aliases }) =>
    [label, ...aliases].some((known) => normaliseName(known) === wanted),
  );
}

/** Whether a text is a box to tick: several labels of the scale, or one with a mark, and nothing else. */
export function isStatusBox(text: string, scale: StatusScale): boolean {
  const found = statusMentions(text, scale);
  if (found.length === 0) return false;
  let rest = text;
  for (const { from, to } of [...found].reverse()) rest = rest.slice(0, from) + rest.slice(to);
  return rest.replace(new RegExp(`${TICK}|${NO_TICK}`, 'gu'), '').trim() === '';
}

/** The boxes in a text: whether it begins and ends with one, ticked or not, and whether any is ticked. */
export function boxesIn(text: string): {
  readonly start: boolean;
  readonly end: boolean;
  readonly ticked: boolean;
} {
  const box = `(?<![\\p{L}\\p{N}])(?:${TICK}|${NO_TICK})`;
  const trimmed = text.trim();
  return {
    start: new RegExp(`^${box}`, 'u').test(trimmed),
    end: new RegExp(`${box}$`, 'u').test(trimmed),
    ticked: new RegExp(`(?<![\\p{L}\\p{N}])${TICK}`, 'u').test(trimmed),
  };
}

/** Every label of the scale in the text, in order; of labels that overlap the longest. */
export function statusMentions(text: string, scale: StatusScale): readonly StatusText[] {
  const lower = text.toLowerCase();
  // Of most lines no label is a part, and every line of a plan is asked.
  const names = scale.values
    .flatMap((value) =>
      [value.label, ...value.aliases].flatMap((name) => {
        const wanted = name.toLowerCase();
        return lower.includes(wanted) ? [{ name, wanted, value }] : [];
      }),
    )
    .sort((a, b) => b.name.length - a.name.length);
  const found: StatusText[] = [];
  for (const { name, wanted, value } of names) {
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const own = { value, from: at, to: at + wanted.length };
      // "A" may stand for Amber, "a" is a word.
      if (name.length === 1 && text[at] !== name) continue;
      if (isWhole(lower, own) && !found.some((other) => own.from < other.to && other.from < own.to)) {
        found.push(own);
      }
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function isWhole(text: string, { from, to }: StatusText): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  return !/[\p{L}\p{N}-]$/u.test(before) && !/^[\p{L}\p{N}-]/u.test(text.slice(to, to + 2));
}

/** Whether nothing but a mark, a spot of colour and punctuation stands beside the label. */
function isAlone(text: string, { from, to }: StatusText): boolean {
  const before = text.slice(0, from).replace(BEFORE, '');
  const behind = text.slice(to).replace(BEHIND, '');
  return (
    !new RegExp(NO_TICK, 'u').test(text) && /^[\s*_"“”.🟢🟡🟠🔴🔵🟩🟨🟧🟥🟦↑↓↗↘→↔]*$/u.test(before + behind)
  );
}

/**
 * The labels with a tick. In one box the ticks stand all before their labels or all behind: a mark between two
 * labels belongs to the one behind it only when the first label has one before it as well.
 */
function tickedOf(text: string, found: readonly StatusText[]): readonly StatusText[] {
  const first = found[0];
  if (first === undefined) return [];
  const isBefore = BOX_BEFORE.test(text.slice(0, first.from));
  return found.filter(({ from, to }, index) => {
    const start = found[index - 1]?.to ?? 0;
    const end = found[index + 1]?.from ?? text.length;
    return isBefore ? BEFORE.test(text.slice(start, from)) : BEHIND.test(text.slice(to, end));
  });
}
