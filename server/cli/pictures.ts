import path from 'node:path';
import type { Picture } from '../convert/flow/flow.ts';
import type { Source } from '../convert/source.ts';
import { slashes } from './disk.ts';

/** A picture that belongs beside the document that it was taken out with. */
export interface PictureFile {
  /** Absolute. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * The source with its pictures named as the written document is to name them, and the files to write for that: they
 * lie in a folder beside it. Without a document that is written there is no place for them, and they are lost.
 */
export function placePictures(
  source: Source,
  output: string | undefined,
): { readonly source: Source; readonly files: readonly PictureFile[] } {
  if (source.format === 'text' || source.flow.pictures.length === 0) return { source, files: [] };
  const files: PictureFile[] = [];
  const pictures = source.flow.pictures.map((picture, index): Picture => {
    if (picture.file === undefined || output === undefined) return { ...picture, file: undefined };
    const { name, bytes } = picture.file;
    const folder = `${path.basename(output).replace(/\.[^.]+$/, '')}-pictures`;
    const own = `${index + 1}-${safeName(name)}`;
    files.push({ file: slashes(path.join(path.dirname(output), folder, own)), bytes });
    return { ...picture, file: { name: `${encodeURIComponent(folder)}/${own}`, bytes } };
  });
  return { source: { ...source, flow: { ...source.flow, pictures } }, files };
}

/** A name is the other author's: it must not lead out of the folder, nor mean anything to Markdown. */
function safeName(name: string): string {
  const plain = path.posix.basename(slashes(name)).replace(/[^A-Za-z0-9._-]+/g, '-');
  return plain.replace(/^[.-]+/, '') || 'picture';
}
