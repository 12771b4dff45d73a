import type { PlacedBlock } from '../../model/block.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { Facts, PlacedMention } from './facts.ts';
import { compared, mentionInterval } from './repetition.ts';

/** The mentions of one measure by what stands beside them. */
interface ByPlace {
  /** Where a share is written as such. */
  readonly shares: ReadonlySet<PlacedBlock>;
  /** The shares that a part and its whole make, by the part. */
  readonly derived: ReadonlyMap<Quantity | undefined, readonly PlacedMention[]>;
}

/** What stands beside a mention of the same measure: "45% (18 of 40)" states one share in two ways. */
export class Beside {
  readonly #facts: Facts;
  readonly #known = new Map<string, ByPlace>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Whether the share that a part makes of its whole is written beside them. */
  hasShare({ mention, placed }: PlacedMention): boolean {
    return mention.derived !== undefined && this.#of(mention.measure.key).shares.has(placed);
  }

  /**
   * Whether what one mention gives beside its share, a part and its whole, agrees with the other: then that share is the
   * slip, which is told where it stands.
   */
  isSlip({ mention: { measure, part }, placed }: PlacedMention, { mention: other }: PlacedMention): boolean {
    const own = this.#of(measure.key).derived.get(part) ?? [];
    return own.some(
      (one) =>
        one.placed === placed && compared(mentionInterval(one.mention), mentionInterval(other)) === 'holds',
    );
  }

  #of(key: string): ByPlace {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shares = new Set<PlacedBlock>();
    const derived = new Map<Quantity | undefined, PlacedMention[]>();
    for (const own of this.#facts.mentions.get(key) ?? []) {
      const { mention, placed } = own;
      const { part, derived: share, quantity } = mention;
      if (share === undefined) {
        if (quantity.kind === 'percentage') shares.add(placed);
        continue;
      }
      const alike = derived.get(part);
      if (alike === undefined) derived.set(part, [own]);
      else alike.push(own);
    }
    const made = { shares, derived };
    this.#known.set(key, made);
    return made;
  }
}
