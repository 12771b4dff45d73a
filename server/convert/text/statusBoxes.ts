import type { FieldDef, Framework, StatusScale, StatusValue } from '../../framework/framework.ts';
import { boxesIn, isStatusBox, statusMentions } from '../../framework/statusText.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';

/** The label of a status as it stands in a box. */
interface Mention {
  readonly value: StatusValue;
  readonly span: Span;
  readonly ticked: boolean;
}

/** Reads the boxes to tick of one document: labels of a status scale, several of them a line or one, with a mark. */
export class BoxReader {
  readonly #scales: ReadonlyMap<FieldDef, StatusScale>;
  /** All labels of all the scales, to know a line of a box by. */
  readonly #all: StatusScale;
  readonly #framework: Framework;
  #marksBefore = false;
  /** Whether marks are used at all; without them a status is its label alone. */
  #marked = false;
  /** The labels that stand in the document's boxes; a box that does not use one of the scale is whole without it. */
  readonly #used = new Set<string>();

  constructor(fields: readonly FieldDef[], framework: Framework, lines: readonly Line[]) {
    const scales = fields.flatMap((def) => {
      const scale = framework.statuses.get(def.scale ?? '') ?? [...framework.statuses.values()][0];
      return scale === undefined ? [] : [[def, scale] as const];
    });
    this.#framework = framework;
    this.#scales = new Map(scales);
    this.#all = { id: '', values: [...new Set(scales.flatMap(([, scale]) => scale.values))] };
    this.#learn(lines);
  }

  #learn(lines: readonly Line[]): void {
    let before = 0;
    for (const line of lines) {
      if (!this.isBox(line)) continue;
      const { start, end, ticked } = boxesIn(line.text);
      if (start) before += 1;
      if (end) before -= 1;
      if (ticked) this.#marked = true;
      for (const { value } of statusMentions(line.text, this.#all)) this.#used.add(value.label);
    }
    this.#marksBefore = before > 0;
  }

  /** A reader of a part of the document, which may write its statuses otherwise than the rest. */
  within(lines: readonly Line[]): BoxReader {
    return new BoxReader([...this.#scales.keys()], this.#framework, lines);
  }

  /** Whether a line holds nothing but labels and marks of a box. */
  isBox({ text }: Line): boolean {
    return text !== '' && text.length < 200 && isStatusBox(text, this.#all);
  }

  /** Whether a line is a mark alone, which a box may leave on a line of its own. */
  isMark({ text }: Line): boolean {
    return text.length < 3 && boxesIn(text).start;
  }

  /** A box, or one box for each of several fields, whose lines are still to come. */
  open(fields: readonly FieldDef[]): OpenBoxes {
    const scales = fields.map((def) => this.#scales.get(def));
    return new OpenBoxes(fields, scales, {
      labels: this.#used,
      marked: this.#marked,
      read: (lines) => this.#mentions(lines),
    });
  }

  #mentions(lines: readonly Line[]): readonly Mention[] {
    const text = lines.map((line) => line.text).join('\n');
    const starts: number[] = [];
    let length = 0;
    for (const line of lines) {
      starts.push(length);
      length += line.text.length + 1;
    }
    const found = statusMentions(text, this.#all);
    return found.map(({ value, from, to }, index) => {
      const line = lines[starts.findLastIndex((start) => start <= from)];
      const offset = (line?.from ?? 0) - (starts.findLast((start) => start <= from) ?? 0);
      const beside = this.#marksBefore
        ? text.slice(found[index - 1]?.to ?? 0, from)
        : text.slice(to, found[index + 1]?.from ?? text.length);
      return { value, span: { from: from + offset, to: to + offset }, ticked: boxesIn(beside).ticked };
    });
  }
}

interface BoxHabits {
  readonly labels: ReadonlySet<string>;
  readonly marked: boolean;
  read(lines: readonly Line[]): readonly Mention[];
}

/** The boxes of one row or page while their lines are gathered. */
export class OpenBoxes {
  readonly fields: readonly FieldDef[];
  readonly lines: Line[] = [];
  readonly #scales: readonly (StatusScale | undefined)[];
  readonly #habits: BoxHabits;

  constructor(fields: readonly FieldDef[], scales: readonly (StatusScale | undefined)[], habits: BoxHabits) {
    this.fields = fields;
    this.#scales = scales;
    this.#habits = habits;
  }

  /** Whether every box has all its labels, or, where nothing is ticked, its one. */
  get isComplete(): boolean {
    const dealt = this.#dealt();
    return dealt.every((own, index) => {
      const values = this.#scales[index]?.values ?? [];
      const wanted = values.filter(({ label }) => this.#habits.labels.has(label)).length;
      return own.length >= (this.#habits.marked ? wanted : Math.min(1, wanted));
    });
  }

  /** The status of each field: where its words stand, or undefined when none or several are ticked. */
  get statuses(): readonly (Span | undefined)[] {
    return this.#dealt().map((own) => {
      const ticked = own.filter((mention) => mention.ticked);
      if (ticked.length === 1) return ticked[0]?.span;
      return own.length === 1 && !this.#habits.marked ? own[0]?.span : undefined;
    });
  }

  /** Boxes stand beside each other or below: each label belongs to the first box that does not have it yet. */
  #dealt(): readonly (readonly Mention[])[] {
    const dealt = this.fields.map((): Mention[] => []);
    for (const mention of this.#habits.read(this.lines)) {
      const index = dealt.findIndex((own, position) => {
        const known = this.#scales[position]?.values.includes(mention.value) === true;
        const full = !this.#habits.marked && own.length > 0;
        return known && !full && !own.some(({ value }) => value === mention.value);
      });
      dealt[index]?.push(mention);
    }
    return dealt;
  }
}
