import type { CompletionItem } from './completion/item.ts';
import { type Cursor, cursorsAt } from './dataCursor.ts';
import type { DataFile } from './dataFile.ts';
import { namesOf } from './dataNames.ts';
import { type Path, type Schema, type SchemaTree, said } from './dataSchema.ts';

type Draft = Omit<CompletionItem, 'order'>;

/** What could be written at `offset` of a file of data: keys that its schema knows there, or values. */
export function dataCompletion(file: DataFile, offset: number): readonly CompletionItem[] {
  const { input, reading } = file;
  const found: Draft[] = [];
  let path: Path | undefined;
  for (const cursor of cursorsAt(input.text, reading, offset)) {
    // A name may stand where a map may stand as well: "tables: [plan]" or "tables: [{ table: plan }]".
    if (path !== undefined && path.join('/') !== cursor.path.join('/')) break;
    const schemas = file.tree.at(cursor.path);
    const more = cursor.kind === 'key' ? keys(file, cursor, schemas) : values(file, cursor, schemas);
    const named = path === undefined || said(schemas, 'refersTo') !== undefined;
    found.push(...more.filter(({ kind }) => named && (path === undefined || kind === 'value')));
    if (more.length > 0) path = cursor.path;
  }
  return found.map((item, order) => ({ ...item, order }));
}

function keys(file: DataFile, cursor: Cursor, schemas: readonly Schema[]): readonly Draft[] {
  const set = schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const named = namesOf(
    file,
    schemas.flatMap(({ propertyNames }) => propertyNames?.refersTo ?? []),
  );
  const drafts = [
    ...[...new Set(set)].map((key) => ({ key, documentation: undefined })),
    ...named.map(({ name, documentation }) => ({ key: name, documentation })),
  ];
  return drafts
    .filter(({ key }) => !cursor.present.has(key))
    .map(({ key, documentation }) => {
      const below = file.tree.below(schemas, key);
      const required = schemas.some((schema) => schema.required?.includes(key));
      const behind = cursor.colon ? { insert: '', snippet: false } : behindOf(file.tree, below, cursor);
      return {
        label: key,
        kind: 'field',
        detail: required ? 'required' : undefined,
        documentation: documentation ?? said(below, 'description'),
        span: cursor.span,
        insert: `${key}${behind.insert}`,
        snippet: behind.snippet,
      };
    });
}

/** More keys than these are easier to read below each other. */
const MOST_ON_LINE = 3;

/** What stands behind a new key, up to where its value begins. */
function behindOf(
  tree: SchemaTree,
  schemas: readonly Schema[],
  { flow, column }: Cursor,
): Pick<Draft, 'insert' | 'snippet'> {
  const below = `:\n${' '.repeat(column + 2)}`;
  const list = said(schemas, 'items');
  if (isType(schemas, 'array') && list !== undefined) {
    const plain = !isType(tree.branches(list), 'object');
    return flow || plain ? { insert: ': [$0]', snippet: true } : { insert: `${below}- `, snippet: false };
  }
  // A list or text in short is what most write where a map may stand as well.
  if (!schemas.every(({ type }) => type === 'object')) return { insert: ': ', snippet: false };
  const inner = schemas.flatMap(({ properties }) => Object.values(properties ?? {}));
  const short =
    inner.length > 0 && inner.length <= MOST_ON_LINE && !inner.some(({ type }) => type === 'object');
  return flow || short ? { insert: ': { $0 }', snippet: true } : { insert: below, snippet: false };
}

function values(file: DataFile, cursor: Cursor, schemas: readonly Schema[]): readonly Draft[] {
  const choices = schemas.flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema.type === 'boolean' ? ['true', 'false'] : []),
    ...(schema.examples ?? []),
  ]);
  const names = namesOf(
    file,
    schemas.flatMap(({ refersTo }) => refersTo ?? []),
  );
  const drafts = [
    ...choices.map((name) => ({ name, detail: undefined, documentation: undefined })),
    ...names,
  ].map(({ name, detail, documentation }): Draft => {
    const insert = cursor.quoted ? name : written(name);
    return { label: name, kind: 'value', detail, documentation, span: cursor.span, insert, snippet: false };
  });
  return drafts.length > 0 || cursor.flow || cursor.quoted ? drafts : firstLines(file, cursor, schemas);
}

/** With what a map or list may begin, on a line of its own below its key. */
function firstLines(file: DataFile, cursor: Cursor, schemas: readonly Schema[]): readonly Draft[] {
  const lead = cursor.behindKey ? `\n${' '.repeat(cursor.column + 2)}` : '';
  const column = cursor.behindKey ? cursor.column + 2 : cursor.column;
  const item = said(schemas, 'items');
  const inner = item === undefined ? schemas : file.tree.branches(item);
  const dash = item === undefined ? '' : '- ';
  const at = { ...cursor, present: new Set<string>(), column: column + dash.length };
  return keys(file, at, inner).map((draft) => ({
    ...draft,
    label: `${dash}${draft.label}`,
    insert: `${lead}${dash}${draft.insert}`,
  }));
}

function isType(schemas: readonly Schema[], type: string): boolean {
  return schemas.some((schema) => schema.type === type || (schema.type ?? []).includes(type));
}

/** A value as it has to be written to be read as the same text. */
export function written(text: string): string {
  return /^[\p{L}\p{N}](?:[^:#,[\]{}"]*[^:#,[\]{}"\s])?$/u.test(text) ? text : JSON.stringify(text);
}
