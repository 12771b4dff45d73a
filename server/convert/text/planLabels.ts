import type { FieldDef, Framework } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import { isStatusBox } from '../../framework/statusText.ts';
import { fieldNames, type SectionRole, type Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { type Line, restOf } from './lines.ts';
import { namesInTurn, wordsOf } from './nameWords.ts';
import { isFinished } from './prose.ts';

/** What a name on a line says of the text behind it. */
export interface PlanLabel {
  readonly target: LabelTarget;
  readonly name: readonly Span[];
  /** What stands behind the name on its line. */
  readonly rest: Line | undefined;
  /** The index of the line behind the name. */
  readonly next: number;
}

export type LabelTarget =
  | { readonly kind: 'field'; readonly def: FieldDef }
  /** Several statuses whose names share a line, as the heads of columns do. */
  | { readonly kind: 'statuses'; readonly statuses: readonly NamedField[] }
  | { readonly kind: 'section'; readonly role: SectionRole };

/** A field with its name as the source has it. */
export interface NamedField {
  readonly def: FieldDef;
  readonly name: readonly Span[];
}

const LONGEST_LINE = 120;
const MOST_LINES = 4;
// In a text with fewer blank lines than this share, blocks are not set apart by them.
const SPARSE = 0.15;

/** Recognises the names of sections and of fields in a document whose sections their authors word. */
export class LabelReader {
  readonly #lines: readonly Line[];
  readonly #targets = new Map<string, LabelTarget>();
  readonly #statuses = new Map<string, FieldDef>();
  readonly #prefix: RegExp;
  readonly #sparse: boolean;
  readonly #framework: Framework;

  constructor(lines: readonly Line[], vocabulary: Vocabulary, open: SectionRole) {
    this.#lines = lines;
    this.#framework = vocabulary.framework;
    const written: string[] = [];
    for (const role of vocabulary.roles) {
      if (role === open || (role.parent !== undefined && role.parent !== open)) continue;
      for (const name of [role.def.heading, ...role.def.aliases]) {
        this.#targets.set(normaliseName(name), { kind: 'section', role });
        if (role.parent === undefined) written.push(name);
      }
    }
    for (const def of open.def.fields) {
      for (const name of fieldNames(def)) {
        this.#targets.set(name, { kind: 'field', def });
        if (def.type === 'status') this.#statuses.set(name, def);
      }
      written.push(def.label, ...def.aliases);
    }
    this.#prefix = prefixOf(written);
    this.#sparse = lines.filter(({ text }) => text === '').length < SPARSE * lines.length;
  }

  /** The name that begins with the line at `index`, which may be broken over several lines. */
  at(index: number): PlanLabel | undefined {
    const line = this.#lines[index];
    if (line === undefined || line.text === '' || line.text.length > 2 * LONGEST_LINE) return undefined;
    if (!/^[\d.)\s*]*\p{Lu}/u.test(line.text)) return undefined;
    return this.#whole(index) ?? this.#withRest(line, index);
  }

  /** Whether text may begin here: behind a blank line, at the top of a page. */
  #isApart(index: number): boolean {
    const line = this.#lines[index];
    const before = this.#lines[index - 1]?.text ?? '';
    return this.#sparse || before === '' || (line?.indent ?? 0) > 0;
  }

  /** Whether the line above ends a sentence or gives a status, so that a name on a line of its own begins something. */
  #isBehindEnd(index: number): boolean {
    const before = this.#lines[index - 1]?.text ?? '';
    return (
      isFinished(before) || [...this.#statuses.keys()].some((name) => normaliseName(before).startsWith(name))
    );
  }

  /** The longest name that whole lines give. */
  #whole(index: number): PlanLabel | undefined {
    const taken: Line[] = [];
    let best: PlanLabel | undefined;
    let blanks = 0;
    for (let at = index; taken.length < MOST_LINES && blanks < 2; at += 1) {
      const line = this.#lines[at];
      if (line === undefined || line.text.length > LONGEST_LINE) break;
      if (line.text === '') {
        blanks += 1;
        continue;
      }
      taken.push(line);
      const text = taken.map((one) => one.text).join(' ');
      const target = /[.;,]$/.test(text) ? undefined : this.#named(text, taken);
      const isSure = text.includes(' ') || text.endsWith(':');
      if (target !== undefined && (isSure || this.#isApart(index) || this.#isBehindEnd(index))) {
        best = { target, name: taken.map(withoutColon), rest: undefined, next: at + 1 };
      }
      if (text.endsWith(':')) break;
    }
    return best;
  }

  #named(text: string, lines: readonly Line[]): LabelTarget | undefined {
    return this.#targets.get(normaliseName(text)) ?? this.#severalStatuses(lines);
  }

  #severalStatuses(lines: readonly Line[]): LabelTarget | undefined {
    // Nearly every passage begins with another word, and each of its lines asks again.
    const first = lines
      .slice(0, 1)
      .flatMap(wordsOf)
      .find(({ key }) => key !== '');
    if (first !== undefined && ![...this.#statuses.keys()].some((name) => name.startsWith(first.key))) return;
    const found = namesInTurn(lines.flatMap(wordsOf), this.#statuses);
    if (found === undefined || found.length < 2) return undefined;
    return { kind: 'statuses', statuses: found.map(({ value, name }) => ({ def: value, name })) };
  }

  /** A name with its content on the same line: behind a colon, or behind what was the edge of a cell. */
  #withRest(line: Line, index: number): PlanLabel | undefined {
    const match = this.#prefix.exec(line.text);
    if (match === null) return undefined;
    const [whole, name = ''] = match;
    const target = this.#targets.get(normaliseName(name));
    if (target === undefined) return undefined;
    const rest = restOf(line, line.from + whole.length);
    const colon = whole.includes(':');
    if (
      rest.text === '' ||
      (!colon &&
        !((this.#isApart(index) || isStatus(target)) && beginsContent(rest.text, target, this.#framework)))
    )
      return undefined;
    return { target, name: [{ from: line.from, to: line.from + name.length }], rest, next: index + 1 };
  }
}

function withoutColon({ from, text }: Line): Span {
  return { from, to: from + text.replace(/[\s:]+$/, '').length };
}

/** A status with its box behind it is one wherever it stands. */
function isStatus(target: LabelTarget): boolean {
  return target.kind === 'field' && target.def.type === 'status';
}

function beginsContent(text: string, target: LabelTarget, { statuses }: Framework): boolean {
  const scale = target.kind === 'field' ? statuses.get(target.def.scale ?? '') : undefined;
  if (scale !== undefined) return isStatusBox(text, scale);
  if (target.kind === 'field' && target.def.type === 'period') return /^\d/.test(text);
  if (target.kind === 'field' && target.def.type !== 'block') return false;
  return /^["'“‘(]*[\p{Lu}\d•◼■▪●%£]/u.test(text);
}

function prefixOf(names: readonly string[]): RegExp {
  const sorted = [...new Set(names)].sort((a, b) => b.length - a.length);
  const choice = sorted.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`^(${choice.length === 0 ? '(?!)' : choice.join('|')})(?:\\s*:\\s*|\\s+)`, 'i');
}
