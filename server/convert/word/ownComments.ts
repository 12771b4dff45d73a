import type { Relationship } from '../office/package.ts';
import { elementsOf, readXml } from '../office/xml.ts';
import { type Comment, commentsIn, removals } from './commentsPart.ts';
import type { Draft } from './draft.ts';
import { relationshipsPart, withoutContentType, withoutRelationship } from './registration.ts';
import { type Splice, spliced } from './splice.ts';
import { withoutMarks } from './unmark.ts';

/** Takes out all comments of an author, and nothing else: what is left is as if they had never been written. */
export async function dropComments(draft: Draft, author: string): Promise<void> {
  const { main, relationships } = draft.word;
  const relation = relationships.find(({ type, external }) => type === 'comments' && !external);
  const xml = relation === undefined ? undefined : await draft.text(relation.target);
  const mainText = await draft.text(main);
  if (relation === undefined || xml === undefined || mainText === undefined) return;
  const all = commentsIn(xml);
  const own = all.filter((comment) => comment.author === author);
  if (own.length === 0) return;
  draft.put(main, withoutMarks(mainText, new Set(own.map(({ id }) => id))));
  const about = relationships.filter(({ type }) => type.startsWith('comments') && type !== 'comments');
  if (own.length === all.length && about.length === 0) await dropPart(draft, relation);
  else draft.put(relation.target, spliced(xml, removals(own)));
  await forget(draft, about, own);
}

/** A part that is empty now was made for the comments that are gone. */
async function dropPart(draft: Draft, { id, target }: Relationship): Promise<void> {
  const types = await draft.text('[Content_Types].xml');
  const relations = relationshipsPart(draft.word.main);
  const listed = await draft.text(relations);
  if (types !== undefined) draft.put('[Content_Types].xml', withoutContentType(types, target));
  if (listed !== undefined) draft.put(relations, withoutRelationship(listed, id));
  draft.drop(target);
}

/** Word keeps in other parts what it knows of each comment: who answers whom, and lasting numbers. */
async function forget(draft: Draft, about: readonly Relationship[], gone: readonly Comment[]): Promise<void> {
  const known = new Set(gone.flatMap(({ paragraphs }) => paragraphs));
  // The part with lasting numbers says which are meant in the others.
  const inOrder = [...about].sort((a, b) => order(a) - order(b));
  for (const { target } of inOrder) {
    const xml = await draft.text(target);
    const read = xml === undefined ? undefined : readXml(xml);
    if (xml === undefined || read?.ok !== true) continue;
    const splices: Splice[] = [];
    for (const { from, to, attributes } of elementsOf(read.root)) {
      const values = Object.entries(attributes);
      const parent = values.find(([name, value]) => name.endsWith(':paraIdParent') && known.has(value));
      const isGone = values.some(([name, value]) => /:(?:paraId|durableId)$/.test(name) && known.has(value));
      if (isGone) {
        splices.push({ from, to, text: '' });
        for (const [name, value] of values) if (name.endsWith(':durableId')) known.add(value);
      } else if (parent !== undefined) {
        const text = xml.slice(from, to).replace(new RegExp(`\\s${parent[0]}="[^"]*"`), '');
        splices.push({ from, to, text });
      }
    }
    draft.put(target, spliced(xml, splices));
  }
}

function order({ type }: Relationship): number {
  return type === 'commentsIds' ? 0 : 1;
}
