import type { FieldType, ScaleValue, TableKind } from '../../framework/framework.ts';

/** A framework as it is made out from documents, before it is written down. */
export interface Derived {
  readonly id: string;
  readonly title: string;
  readonly isLetter: boolean;
  readonly numbering: 'document' | 'section' | 'none';
  /** How many documents it was made from. */
  readonly documents: number;
  /** The scale on which its sections are judged, when none of the library's is meant. */
  readonly scale: DerivedScale | undefined;
  /** The words that stand for how work is going, as the documents have them. */
  readonly statuses: readonly string[];
  readonly fields: readonly DerivedField[];
  readonly sections: readonly DerivedSection[];
  readonly patterns: readonly DerivedPattern[];
  readonly tables: readonly DerivedTable[];
}

export interface DerivedScale {
  readonly id: string;
  readonly values: readonly Pick<ScaleValue, 'label' | 'grade'>[];
}

export interface DerivedField {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly share: Share;
}

/** In how many of the places where it could stand something stands. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface DerivedSection {
  readonly id: string;
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly share: Share;
  readonly repeated: boolean;
  readonly fields: readonly DerivedField[];
  readonly tables: readonly { readonly table: string; readonly required: boolean }[];
  readonly judgement: DerivedJudgement | undefined;
  /** The names of the groups of its recommendations. */
  readonly groups: readonly string[];
  /** The rows of its table of judgements that have no section; undefined of a section without such a table. */
  readonly summary: readonly string[] | undefined;
  /** Whether it holds the table that repeats the statuses of the others. */
  readonly statusSummary: boolean;
  readonly pattern: string | undefined;
  readonly sections: readonly DerivedSection[];
}

export interface DerivedJudgement {
  readonly scale: string;
  readonly required: boolean;
  readonly inSummary: boolean;
}

export interface DerivedPattern {
  readonly id: string;
  readonly sections: readonly DerivedSection[];
}

export interface DerivedTable {
  readonly id: string;
  readonly kind: TableKind;
  readonly columns: readonly { readonly id: string; readonly heading: string; readonly required: boolean }[];
}

/** An id of a framework's: small letters, digits and hyphens. */
export function idOf(name: string, taken: Set<string>, prefix = ''): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[’'‘]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let own = '';
  for (const word of words) {
    const longer = own === '' ? word : `${own}-${word}`;
    if (longer.length > LONGEST_ID) break;
    own = longer;
  }
  const base = own === '' ? 'section' : own;
  const candidates = [base, ...(prefix === '' ? [] : [`${prefix}-${base}`])];
  let id = candidates.find((candidate) => !taken.has(candidate));
  for (let number = 2; id === undefined; number += 1) {
    if (!taken.has(`${base}-${number}`)) id = `${base}-${number}`;
  }
  taken.add(id);
  return id;
}

const LONGEST_ID = 48;
