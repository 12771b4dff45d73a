import type { Random } from '../incremental/random.ts';
import type { Change } from './change.ts';
import type { Form } from './subject.ts';

/** One way of changing a document of which that much is known, be it a fault or harmless. */
export interface Kind<Document> {
  readonly name: string;
  /** The forms of document that can be changed so; all of them when left out. */
  readonly forms?: readonly Form[];
  /** Whether a document may lack what it needs; it is then left out. */
  readonly optional?: boolean;
  /** A fault that is found where a finding is merely worth a look; of others only errors and warnings count. */
  readonly severity?: 'info';
  /** A change, or undefined when the draw came to nothing and another is to be made. */
  readonly draw: (document: Document, random: Random) => Change | undefined;
}

/** A fault, and the rule that has to tell of it. Of several, where it is put decides which one does. */
export interface Fault<Document> extends Kind<Document> {
  readonly rule: string | readonly string[];
}

/** The rules one of which has to tell of a fault. */
export function rulesOf({ rule }: Pick<Fault<never>, 'rule'>): readonly string[] {
  return typeof rule === 'string' ? [rule] : rule;
}
