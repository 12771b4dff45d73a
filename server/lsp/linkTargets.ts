import type { CancellationToken } from 'vscode-languageserver';
import type { Asked } from '../features/completion/item.ts';
import { headingsBySlug } from '../model/slug.ts';
import { destinationOf, linkBetween, sameAddress } from '../text/address.ts';
import { type FileSources, PackFiles } from './packFiles.ts';

/** The files that reports lead to. */
const LINKED = /\.(?:md|ya?ml|pdf|docx|xlsx|csv|png|jpe?g|gif|svg)$/i;
/** More would help nobody to find one. */
const MOST = 500;

/**
 * Where a link that is begun in the document at `uri` may lead outside of it: to the files of its pack, or, where a
 * file is named already, to the headings of that.
 */
export async function linkTargets(
  sources: FileSources,
  uri: string,
  begun: string,
  token: CancellationToken,
): Promise<Pick<Asked, 'files' | 'headings'>> {
  const end = begun.indexOf('#');
  if (end < 0) return { files: await filesAround(sources, uri) };
  const to = destinationOf(uri, begun);
  if (to === undefined) return {};
  const file = await new PackFiles(sources, undefined, token).file(to.path);
  const blocks = file?.document.analysis?.model.blocks ?? [];
  const headings = [...headingsBySlug(blocks)].map(
    ([slug, { block }]) => [`${begun.slice(0, end)}#${slug}`, block.heading?.prose.text ?? ''] as const,
  );
  return { headings };
}

async function filesAround({ host, packs, folders }: FileSources, uri: string): Promise<readonly string[]> {
  const { folder } = await packs.of(uri);
  const root = folder ?? folders().find((one) => sameAddress(uri).startsWith(`${sameAddress(one)}/`));
  if (root === undefined) return [];
  const all = await host.list(root, (name) => LINKED.test(name));
  return all
    .filter((path) => sameAddress(path) !== sameAddress(uri))
    .map((path) => linkBetween(uri, path))
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, MOST);
}
