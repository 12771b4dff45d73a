import type { Vocabulary } from '../framework/vocabulary.ts';
import { type Model, metaEntry, metaText } from '../model/model.ts';

/** Who will read a document: those who wrote it, a board or committee in private, or anybody. */
export type Audience = 'internal' | 'board' | 'public';

/** The narrowest first. */
export const AUDIENCES: readonly Audience[] = ['internal', 'board', 'public'];

/** The audience that a text names. */
export function audienceOf(text: string | undefined): Audience | undefined {
  const name = text?.trim().toLowerCase();
  return AUDIENCES.find((audience) => audience === name);
}

/**
 * Whether documents of the framework are an inspectorate's own: it publishes its reports and letters by rules of its own,
 * and answers for them itself.
 */
export function isInspectorates(vocabulary: Vocabulary | undefined): boolean {
  const { inspectorate, kind } = vocabulary?.framework ?? {};
  return inspectorate !== undefined && (kind === 'inspection-report' || kind === 'letter');
}

/**
 * Who reads the document: its own word counts most, then the pack's, then its framework's. A word of its own that
 * means nothing is reported where fields are checked, and counts as none.
 */
export function readAudience(
  model: Model,
  vocabulary: Vocabulary | undefined,
  pack: Audience | undefined,
): Audience | undefined {
  const own = metaEntry(model, 'audience')?.value;
  return (
    audienceOf(own === undefined ? undefined : metaText(own)) ??
    pack ??
    audienceOf(vocabulary?.framework.audience)
  );
}
