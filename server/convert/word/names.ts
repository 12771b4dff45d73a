/** What the elements of a part are called, whatever prefix stands for Word's namespace in it. */
export interface Names {
  /** Before every name of ours: "w:" nearly always. */
  readonly prefix: string;
  /** Word's namespace as the part has it: the strict form of the standard has another. */
  readonly namespace: string;
  /** The name of an element of Word's without its prefix; any other as it stands. */
  readonly local: (tag: string) => string;
  /** The value of one of Word's attributes. */
  readonly attribute: (attributes: Readonly<Record<string, string>>, name: string) => string | undefined;
  /** The values of attributes that name a relation to another part. */
  readonly relations: (attributes: Readonly<Record<string, string>>) => readonly string[];
}

/** Word's namespace, as it is in nearly all files and as the strict form of the standard has it. */
const WORD =
  /\sxmlns(?::([\w.-]+))?\s*=\s*["'](http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml(?:\/2006)?\/main)["']/;
const RELATIONS =
  /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships["']/;

/** Reads from the first element of a part what its names look like. */
export function namesOf(xml: string): Names {
  const root = rootTag(xml);
  const found = WORD.exec(root);
  const prefix = found === null ? 'w:' : found[1] === undefined ? '' : `${found[1]}:`;
  const relation = `${RELATIONS.exec(root)?.[1] ?? 'r'}:`;
  return {
    prefix,
    namespace: found?.[2] ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    local: (tag) => (tag.startsWith(prefix) ? tag.slice(prefix.length) : tag),
    attribute: (attributes, name) => attributes[`${prefix}${name}`],
    relations: (attributes) =>
      Object.entries(attributes).flatMap(([name, value]) => (name.startsWith(relation) ? [value] : [])),
  };
}

/** The start tag of a part's first element. */
export function rootTag(xml: string): string {
  return /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? '';
}
