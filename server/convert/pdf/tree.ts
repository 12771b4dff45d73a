import { apply, boxOf, type Matrix, numbersOf } from './matrix.ts';
import type { TreeContent, TreeNode } from './page.ts';

const DEEPEST = 100;
// What the library puts before the number of an annotation where the tree refers to it.
const ANNOTATION = 'pdfjs_internal_id_';

/** What the library read of a page's structure, in our shape; undefined when it says nothing. */
export function readTree(value: unknown, view: Matrix): TreeNode | undefined {
  const tree = nodeOf(value, 0, view);
  return tree === undefined || !('children' in tree) || tree.children.length === 0 ? undefined : tree;
}

function nodeOf(value: unknown, depth: number, view: Matrix): TreeNode | TreeContent | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  if ('children' in value && Array.isArray(value.children)) {
    const children = value.children.flatMap((child: unknown) => nodeOf(child, depth + 1, view) ?? []);
    const role = 'role' in value && typeof value.role === 'string' ? value.role : '';
    const alt = 'alt' in value && typeof value.alt === 'string' ? value.alt : undefined;
    const [x, y, u, v] = 'bbox' in value ? numbersOf(value.bbox) : [];
    const hasBox = x !== undefined && y !== undefined && u !== undefined && v !== undefined;
    const box = hasBox ? boxOf(apply(view, x, y), apply(view, u, v)) : undefined;
    return { role, alt, box, children };
  }
  if (!('id' in value) || typeof value.id !== 'string') return undefined;
  return { content: value.id.replace(ANNOTATION, '') };
}
