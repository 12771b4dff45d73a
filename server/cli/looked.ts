import type { BaselineEntry } from '../features/baseline.ts';
import type { NumberChecks } from '../features/numberChecks.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Judged } from './judgements.ts';
import type { Origin } from './origin.ts';
import type { Told } from './result.ts';

/** What the look at a file came to, in plain data that can be sent from one thread to another. */
export type Looked = LookedAt<string, NumberChecks>;

/** A file as the run of a check tells of it. */
export type View = LookedAt<SourceText, () => NumberChecks>;

type LookedAt<Text, Numbers> =
  | {
      readonly kind: 'document';
      readonly framework: string | undefined;
      readonly text: Text;
      readonly findings: readonly Told[];
      readonly numbers: Numbers;
      readonly judgements: readonly Judged[];
      /** What is set aside of what is found, as a baseline has it. */
      readonly setAside: readonly BaselineEntry[];
      /** What its baseline has that is found no more. */
      readonly outdated: readonly BaselineEntry[];
      /** Where the document comes from, when it had to be imported to be checked. */
      readonly origin: Origin | undefined;
    }
  | { readonly kind: 'pack file'; readonly text: Text; readonly findings: readonly Told[] }
  | NotLooked;

type NotLooked =
  | { readonly kind: 'other'; readonly sentence: string }
  /** It could be imported, but follows no framework that is known. */
  | { readonly kind: 'unknown'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly problem: string; readonly line?: number | undefined };

/** What came from another thread. */
export function unpack(looked: Looked): View {
  if (looked.kind === 'pack file') return { ...looked, text: SourceText.of(looked.text) };
  if (looked.kind !== 'document') return looked;
  return { ...looked, text: SourceText.of(looked.text), numbers: () => looked.numbers };
}
