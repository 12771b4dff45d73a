import type { Picture } from './flow/flow.ts';
import type { Source } from './source.ts';

/** A picture that belongs beside the document that it was taken out with. */
export interface PictureFile {
  /** From the folder of the document, with `/` between the parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The source with its pictures named as the written document is to name them, and the files to write for that: they
 * lie in a folder beside it. Without a document that is written there is no place for them, and they are lost.
 *
 * @param name of the document, without its ending
 */
export function placePictures(
  source: Source,
  name: string | undefined,
): { readonly source: Source; readonly files: readonly PictureFile[] } {
  if (source.format === 'text' || source.flow.pictures.length === 0) return { source, files: [] };
  const files: PictureFile[] = [];
  const pictures = source.flow.pictures.map((picture, index): Picture => {
    if (picture.file === undefined || name === undefined) return { ...picture, file: undefined };
    const { bytes } = picture.file;
    const folder = `${name}-pictures`;
    const own = `${index + 1}-${safeName(picture.file.name)}`;
    files.push({ path: `${folder}/${own}`, bytes });
    return { ...picture, file: { name: `${encodeURIComponent(folder)}/${own}`, bytes } };
  });
  return { source: { ...source, flow: { ...source.flow, pictures } }, files };
}

/** A name is the other author's: it must not lead out of the folder, nor mean anything to Markdown. */
function safeName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return last.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'picture';
}
