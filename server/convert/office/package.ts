import { elementsOf, readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** A part of a package that another refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as "styles": what stands before it differs between forms of the standard. */
  readonly type: string;
  /** The name of the part; for an external one the address, which nobody follows. */
  readonly target: string;
  readonly external: boolean;
}

/** The text of a part without its byte-order mark; undefined when there is no such part or it cannot be unpacked. */
export async function partText(zip: Zip, name: string): Promise<string | undefined> {
  const read = await zip.read(name);
  if (read?.ok !== true) return undefined;
  return decoded(read.bytes);
}

/** Text as XML has it: UTF-8, unless its first bytes say that it is UTF-16. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}

/** What a part refers to; the empty name stands for the package itself. */
export async function relationshipsOf(zip: Zip, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const text = await partText(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (text === undefined) return [];
  const read = readXml(text);
  if (!read.ok) return [];
  return elementsOf(read.root).flatMap(({ attributes: { Id, Type, Target, TargetMode } }) => {
    if (Id === undefined || Type === undefined || Target === undefined) return [];
    const external = TargetMode === 'External';
    const type = Type.slice(Type.lastIndexOf('/') + 1);
    return [{ id: Id, type, target: external ? Target : resolved(part, Target), external }];
  });
}

/** The name of a part that another one calls by a path from where it is. */
function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** What each part of a package is, by the word of the package itself. */
export async function contentTypes(zip: Zip): Promise<(part: string) => string | undefined> {
  const named = new Map<string, string>();
  const byEnding = new Map<string, string>();
  const read = readXml((await partText(zip, '[Content_Types].xml')) ?? '');
  for (const { attributes } of read.ok ? elementsOf(read.root) : []) {
    const type = attributes.ContentType ?? '';
    if (attributes.PartName !== undefined)
      named.set(attributes.PartName.replace(/^\//, '').toLowerCase(), type);
    if (attributes.Extension !== undefined) byEnding.set(attributes.Extension.toLowerCase(), type);
  }
  return (part) => {
    const name = part.toLowerCase();
    return named.get(name) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1));
  };
}
