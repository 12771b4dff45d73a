import { type MetaEntry, metaEntry, metaText } from '../../model/model.ts';
import type { Report } from '../../report/report.ts';

/** The field that marks a document as final, of one that the public will read; undefined of any other. */
export function releasedBy({ model, audience }: Report): MetaEntry | undefined {
  const status = metaEntry(model, 'status');
  const isFinal = status !== undefined && metaText(status.value).trim().toLowerCase() === 'final';
  return isFinal && audience === 'public' ? status : undefined;
}
