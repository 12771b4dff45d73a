import type { Difference } from '../../features/difference/change.ts';
import type { Loaded } from '../loaded.ts';
import type { FileText } from '../position.ts';

/** One version of a document. */
export interface ComparedFile {
  readonly file: string;
  readonly loaded: Extract<Loaded, { kind: 'document' }>;
  readonly text: FileText;
}

/** Two versions and how they differ; of a document that only one folder has, that one. */
export interface Compared {
  readonly before: ComparedFile | undefined;
  readonly after: ComparedFile | undefined;
  readonly difference: Difference | undefined;
}

/** Tells someone how documents differ, pair by pair. */
export interface ComparedOutput {
  readonly add: (compared: Compared) => void;
  readonly end: () => void;
}
