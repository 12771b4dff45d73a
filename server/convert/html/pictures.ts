import type { Picture } from '../flow/flow.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** A picture of a page: its bytes where the page holds them itself, since nothing is fetched. Undefined for decoration. */
export function pictureOf(attributes: Readonly<Record<string, string>>, count: number): Picture | undefined {
  const { src = '', alt } = attributes;
  const data = /^data:([\w/+-]+);base64,(.+)$/s.exec(src);
  const ending = ENDINGS[data?.[1]?.toLowerCase() ?? ''];
  if (data !== null && ending !== undefined) {
    const bytes = decoded(data[2] ?? '');
    const file = bytes && { name: `picture-${count + 1}.${ending}`, bytes };
    return { alt: alt ?? '', file };
  }
  // An empty alternative text says that there is nothing to be seen on it.
  return alt === '' ? undefined : { alt: alt ?? '', file: undefined };
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
