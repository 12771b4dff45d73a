import type { Framework } from './framework.ts';
import type { Located } from './locate.ts';
import type { ScaleLibrary } from './scales.ts';

/** What the checks of a framework's meaning look at. */
export interface FrameworkText {
  readonly root: Located;
  /** What it extends, when that is known. */
  readonly base: Framework | undefined;
  /** What it comes to with that. */
  readonly framework: Framework;
  /** It says that it extends something that could not be found: what is missing may well be there. */
  /** The scales that any framework may name. */
  readonly scales: ScaleLibrary;
  readonly orphan: boolean;
}
