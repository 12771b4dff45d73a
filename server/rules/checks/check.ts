import type { CheckDef } from '../../framework/checkDef.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import { type Block, cellsOf } from '../../model/block.ts';
import { type Report, type Section, sectionsOf } from '../../report/report.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { DocumentRule, FramedBlockRule, SectionRule } from '../rule.ts';

/** What a kind of check makes of one that a framework declares: the part of a rule that looks and finds. */
export type CheckRule =
  | Pick<FramedBlockRule, 'scope' | 'check'>
  | Pick<SectionRule, 'scope' | 'check'>
  | Pick<DocumentRule, 'scope' | 'check'>;

/** Makes the rule; undefined where the check speaks of something that the framework does not have now. */
export type CheckMaker = (def: CheckDef, vocabulary: Vocabulary) => CheckRule | undefined;

/** The check's own message, with what its placeholders stand for. Words of the document are cut where they are long. */
export function say({ message }: CheckDef, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{([\w-]{1,40})\}/g, (written, name: string) => {
    const value = values[name];
    return value === undefined ? written : shortened(String(value));
  });
}

const LONGEST = 80;

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

/** Whether a section is the one with that id, or below it in the framework. */
export function isWithin(role: SectionRole | undefined, id: string): boolean {
  for (let at = role; at !== undefined; at = at.parent) if (at.def.id === id) return true;
  return false;
}

/** The sections of the report that play the part with that id. */
export function sectionsPlaying(report: Report, id: string): readonly Section[] {
  const role = report.vocabulary?.sectionsById.get(id);
  return role === undefined ? [] : sectionsOf(report, role);
}

/** What a reader sees of a block, passage by passage: neither code nor comments. */
export function passagesOf(block: Block): readonly Prose[] {
  if (block.kind === 'code' || block.kind === 'comment') return [];
  return [...block.leaves.map(({ prose }) => prose), ...cellsOf(block).map(({ prose }) => prose)];
}

/** Works something out for each block once, for as long as the block is the same. */
export function perBlock<T>(work: (block: Block) => T): (block: Block) => T {
  const known = new WeakMap<Block, { readonly value: T }>();
  return (block) => {
    const before = known.get(block);
    if (before !== undefined) return before.value;
    const value = work(block);
    known.set(block, { value });
    return value;
  };
}
