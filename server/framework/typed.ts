import type { DataMap, DataNode, DataScalar } from '../syntax/data.ts';

/** What to do with a key that has no value. */
export type Empties = 'drop' | 'keep';

/**
 * The value with the types that a schema speaks of. Only validation sees it: everywhere else a scalar
 * is the text that was written, so that `3.10` stays what it is.
 */
export function typedValue(node: DataNode, empties: Empties): unknown {
  if (node.kind === 'scalar') return typedScalar(node);
  if (node.kind === 'list') return node.items.map((item) => typedValue(item.value, empties));
  return typedMap(node, empties);
}

/** Whether some key below the node has no value. */
export function hasEmpties(node: DataNode): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'list') return node.items.some((item) => hasEmpties(item.value));
  return node.entries.some((entry) => isEmpty(entry.value) || hasEmpties(entry.value));
}

/** Whether a key was written and nothing behind it. */
export function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.style === 'empty';
}

function typedMap(map: DataMap, empties: Empties): unknown {
  const values = new Map<string, unknown>();
  for (const { key, value } of map.entries) {
    // The reader reports a key that is there twice; the first is the one that counts.
    if (values.has(key) || (empties === 'drop' && isEmpty(value))) continue;
    values.set(key, typedValue(value, empties));
  }
  return Object.fromEntries(values);
}

function typedScalar({ style, text }: DataScalar): unknown {
  if (style === 'empty') return null;
  if (style !== 'plain') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
